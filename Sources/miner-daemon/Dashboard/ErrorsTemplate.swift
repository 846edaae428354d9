/// The page of disagreements between annotators and program.
enum ErrorsTemplate {
  static let html = #"""
    <!DOCTYPE html>
    <html lang="fr">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="generator" content="SkillMiner {{report.version}}">
    <title>Écarts entre l’annotation et la lecture</title>
    <style>
    {{{style}}}
    {{{marks}}}
    </style>
    </head>
    <body>
    <main>
    <h1>Écarts entre l’annotation et la lecture</h1>
    <ul class="figures">
    {{#report.counts}}
    <li><b>{{value}}</b><span>{{name}}</span></li>
    {{/report.counts}}
    </ul>
    <dl class="criteria">
    {{#report.figures}}
    <div><dt>{{name}}</dt><dd>{{value}}</dd></div>
    {{/report.figures}}
    </dl>
    <p class="legend">Dans les textes : <span class="both">annoté et lu</span> <span class="people">annoté, non lu</span> <span class="program">lu, non annoté</span> <span class="aside">annoté hors demande</span></p>
    <p class="soft">Cochez ce que vous avez relu. Un écart peut être une faute de la lecture ou une lacune de l’annotation : dans le second cas, complétez le fichier annoté.</p>
    {{^report.hasOffers}}
    <p>Aucun écart.</p>
    {{/report.hasOffers}}
    {{#report.offers}}
    <article class="offer" id="{{anchor}}">
    <h2>{{#title}}{{#isMarked}}<span class="{{style}}">{{text}}</span>{{/isMarked}}{{^isMarked}}{{text}}{{/isMarked}}{{/title}}</h2>
    <p class="soft">Offre {{id}}, {{occupation}}, {{count}}</p>
    <p class="text">{{#description}}{{#isMarked}}<span class="{{style}}">{{text}}</span>{{/isMarked}}{{^isMarked}}{{text}}{{/isMarked}}{{/description}}</p>
    <div class="wide">
    <table>
    <thead><tr><th scope="col">Relu</th><th scope="col">Écart</th><th scope="col">Passage</th><th scope="col">Annotation</th><th scope="col">Lecture</th></tr></thead>
    <tbody>
    {{#rows}}
    <tr class="{{style}}"><td><input type="checkbox" aria-label="Relu"></td><td class="what">{{what}}</td><td class="quote">{{quote}}</td><td>{{#expected}}<span class="line">{{.}}</span>{{/expected}}</td><td>{{#found}}<span class="line">{{.}}</span>{{/found}}</td></tr>
    {{/rows}}
    </tbody>
    </table>
    </div>
    </article>
    {{/report.offers}}
    </main>
    <footer>
    {{#report.context}}
    <p>{{.}}</p>
    {{/report.context}}
    </footer>
    </body>
    </html>

    """#

  /// Marks differ in line as well as in tint, so that a page printed in black and white can be read.
  static let marks = #"""
    .offer { margin-top: 2.5rem; }
    .offer h2 { break-after: avoid; }
    .text { white-space: pre-wrap; overflow-wrap: anywhere; border-left: 3px solid var(--line); padding-left: .9rem; }
    .both { background: #e3f1e3; border-bottom: 2px solid #2e6b34; }
    .people { background: #fdf0c4; border-bottom: 2px dashed var(--ochre); }
    .program { background: #e4edf7; border-bottom: 2px dotted var(--blue); }
    .aside { outline: 1px dashed var(--soft); }
    .legend span { padding: 0 .3rem; margin-right: .6rem; }
    .what { white-space: nowrap; font-weight: 600; }
    .quote { overflow-wrap: anywhere; }
    .line { display: block; }
    .line:first-child { color: var(--soft); }
    """#
}
