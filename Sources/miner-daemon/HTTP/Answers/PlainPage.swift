import SkillMiner

/// The frame of pages that need nothing of the store: signing in, problems, waiting.
enum PlainPage {
  /// - Parameters:
  ///   - title: of the window.
  ///   - body: HTML.
  ///   - refresh: seconds after which the page is asked for again.
  static func html(_ title: String, _ body: String, refresh: Int? = nil) -> String {
    let again = refresh.map { "<meta http-equiv=\"refresh\" content=\"\($0)\">\n" } ?? ""
    return """
      <!DOCTYPE html>
      <html lang="fr">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      \(again)<title>\(HTMLText.escaped(title)) · Observatoire des compétences</title>
      <link rel="icon" href="data:,">
      <link rel="stylesheet" href="/style-\(SiteStyle.version).css">
      </head>
      <body class="screen">
      <header class="top"><div class="inner"><p class="brand"><a href="/">Observatoire des compétences</a></p></div></header>
      <main id="contenu">
      \(body)
      </main>
      </body>
      </html>

      """
  }
}
