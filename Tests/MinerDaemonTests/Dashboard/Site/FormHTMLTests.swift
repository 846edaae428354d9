import Foundation
import Testing

@testable import SkillMiner
@testable import miner_daemon

@Suite struct FormHTMLTests {
  private func form(_ title: String, needs: PageForm.Role = .reviewer) -> PageForm {
    PageForm(title, title, action: .portfolios, fields: [], needs: needs, submit: "Envoyer")
  }

  /// Who may not send any of them is told once a role, not once a form.
  @Test func whoMaySendNothingIsToldOnce() {
    let forms = [form("Modifier"), form("Ajouter un parcours"), form("Appliquer", needs: .administrator)]
    let html = FormHTML(visitor: nil).html(forms, hasServer: true)
    #expect(html.components(separatedBy: "connectez-vous").count == 3)
    #expect(html.contains("Modifier, ajouter un parcours\u{A0}: ") && html.contains("jeton d’administrateur"))
    #expect(!html.contains("<form"))
    #expect(FormHTML(visitor: nil).html(forms, hasServer: false).isEmpty)
    #expect(FormHTML(visitor: nil).html([], hasServer: true).isEmpty)
  }
}
