/// The frame of every report page: head, title, warnings, method, foot.
enum LayoutTemplate {
  static let head = #"""
    <!DOCTYPE html>
    <html lang="fr">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="generator" content="SkillMiner {{frame.version}}">
    <title>{{frame.title}}</title>
    <style>
    {{{style}}}
    {{{pages}}}
    </style>
    </head>
    <body>
    <main>
    <h1>{{frame.title}}</h1>
    <p class="soft">Analyse du {{frame.date}}. {{frame.offers}} offres collectées ({{frame.window}}), {{frame.taxonomy}}.</p>

    """#

  static let warnings = #"""
    {{#frame.hasWarnings}}
    <section class="warnings" aria-label="Avertissements">
    <strong>À savoir avant de lire</strong>
    <ul>
    {{#frame.warnings}}
    <li>{{.}}</li>
    {{/frame.warnings}}
    </ul>
    </section>
    {{/frame.hasWarnings}}

    """#

  static let foot = #"""
    </main>
    <footer class="screen">
    <p>Empreinte de l’analyse : <code>{{frame.fingerprint}}</code></p>
    </footer>
    </body>
    </html>

    """#
}
