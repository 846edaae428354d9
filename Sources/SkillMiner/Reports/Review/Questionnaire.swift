/// The questionnaire a branch, a training body or a forum table fills in: a sheet to type into, and a page to print.
public enum Questionnaire {
  /// A sheet with its header only.
  public static func csv() -> String {
    CSVOutput(header: FieldSignalColumns.allCases.map(\.rawValue)).text
  }

  /// A page to print: how to answer, and room for observations.
  ///
  /// - Parameter title: whom it is for, as in *Branche du commerce*.
  public static func html(title: String, blanks: Int = 6) -> String {
    let help = FieldSignalColumns.allCases.map {
      "<tr><th scope=\"row\">\(HTMLText.escaped($0.rawValue))</th><td>\(HTMLText.escaped($0.help))</td></tr>"
    }.joined(separator: "\n")
    let blank = """
      <section class="blank">
      <p>Date <span class="line short"></span> Organisme <span class="line"></span> Rôle <span class="line short"></span></p>
      <p>Territoire <span class="line"></span> Métier (ROME) <span class="line short"></span> Certification <span class="line short"></span></p>
      <p>Observation, en une ou deux phrases</p><div class="box"></div>
      <p>Sens\u{A0}: ☐ manque ☐ hausse ☐ baisse ☐ inutile Effectif <span class="line short"></span></p>
      </section>
      """
    return PrintPage.html(
      title: "Questionnaire de terrain" + (title.isEmpty ? "" : " — \(title)"),
      body: """
        <p>Comparez ce que vous rencontrez dans les entreprises à ce que la certification prévoit. Une compétence \
        par observation. N’écrivez aucun nom de personne.</p>
        \((0..<blanks).map { _ in blank }.joined(separator: "\n"))
        <h2>Colonnes du fichier de saisie</h2>
        <table><thead><tr><th scope="col">colonne</th><th scope="col">contenu</th></tr></thead><tbody>
        \(help)
        </tbody></table>
        """)
  }
}
