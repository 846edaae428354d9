/// The frame of every page.
enum PageTemplate {
  static let html = #"""
    <!DOCTYPE html>
    <html lang="fr">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="generator" content="SkillMiner {{version}}">
    <title>{{title}} · Observatoire des compétences</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="{{style}}">
    </head>
    <body class="{{format}}">
    <a class="skip" href="#contenu">Aller au contenu</a>
    <header class="top">
    <div class="inner">
    <p class="brand"><a href="{{home}}">Observatoire des compétences</a></p>
    {{{search}}}
    </div>
    <nav class="main" aria-label="Principale"><ul class="inner">
    {{{navigation}}}
    </ul></nav>
    </header>
    <main id="contenu" tabindex="-1">
    {{#hasCrumbs}}<nav class="crumbs" aria-label="Fil d’Ariane"><ol>{{{crumbs}}}</ol></nav>{{/hasCrumbs}}
    <div class="opening">
    <p class="kicker">{{kicker}}</p>
    <h1>{{title}}</h1>
    <div class="lead">
    {{{lead}}}
    </div>
    {{{figures}}}
    {{#hasWarnings}}
    <section class="warnings" aria-label="À savoir avant de lire">
    <strong>À savoir avant de lire</strong>
    <ul>
    {{{warnings}}}
    </ul>
    </section>
    {{/hasWarnings}}
    {{{actions}}}
    </div>
    {{{contents}}}
    {{{content}}}
    {{#hasMethods}}
    <section class="sources" aria-label="Sources et méthode">
    <h2>Sources et méthode</h2>
    {{{methods}}}
    <p><a href="{{method}}">Toutes les mesures expliquées</a> · <a href="{{quality}}">Qualité des données</a></p>
    </section>
    {{/hasMethods}}
    </main>
    <footer>
    <div class="inner">
    <nav aria-label="Autour des données"><ul>
    {{{footer}}}
    </ul></nav>
    <p>Page du {{today}}. Empreinte : <code title="{{fingerprint}}">{{short}}</code>. Deux pages de même empreinte disent la même chose. Versions : {{releases}}.</p>
    </div>
    </footer>
    </body>
    </html>

    """#
}
