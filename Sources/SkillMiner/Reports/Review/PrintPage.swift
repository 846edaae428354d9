/// A page to print, in one file and without script.
enum PrintPage {
  /// A whole page; `body` is HTML already escaped.
  static func html(title: String, body: String) -> String {
    """
    <!doctype html>
    <html lang="fr">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(HTMLText.escaped(title))</title>
    <style>
    @page { size: A4; margin: 15mm }
    body { font: 11pt/1.45 "Marianne", "Segoe UI", Arial, sans-serif; color: #1e1e1e; max-width: 60rem; margin: 0 auto; padding: 1rem }
    h1 { font-size: 1.5rem } h2 { font-size: 1.15rem; break-after: avoid }
    table { border-collapse: collapse; width: 100% } th, td { border: 1px solid #767676; padding: .3rem .45rem; text-align: left; vertical-align: top }
    thead th { background: #eeeeee } td.number { text-align: right } tr { break-inside: avoid }
    .blank { border: 1px solid #767676; padding: .3rem .8rem; margin: .7rem 0; break-inside: avoid }
    .line { display: inline-block; border-bottom: 1px solid #767676; width: 13rem } .line.short { width: 7rem } .box { border: 1px solid #767676; height: 4.5rem }
    .note { color: #555555; font-size: .9rem }
    </style>
    </head>
    <body>
    <main>
    <h1>\(HTMLText.escaped(title))</h1>
    \(body)
    </main>
    </body>
    </html>

    """
  }

  /// A table; cells are texts.
  static func table(_ header: [String], _ rows: [[String]]) -> String {
    let head = header.map { "<th scope=\"col\">\(HTMLText.escaped($0))</th>" }.joined()
    let body = rows.map { row in
      "<tr>" + row.map { "<td>\(HTMLText.escaped($0))</td>" }.joined() + "</tr>"
    }.joined(separator: "\n")
    return "<table><thead><tr>\(head)</tr></thead><tbody>\n\(body)\n</tbody></table>"
  }
}
