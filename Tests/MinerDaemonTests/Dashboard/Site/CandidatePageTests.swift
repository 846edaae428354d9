import Foundation
import SkillMiner
import Taxonomy
import Testing

@testable import miner_daemon

/// The page of a candidate: every criterion, its front, what exists already.
@Suite struct CandidatePageTests {
  @Test func everyCriterionIsShownSideBySide() throws {
    let site = try SiteFixture.shared.get().site
    let result = try #require(site.observatory.result)
    let candidate = try #require(result.candidates.first)
    let key = CandidateKey(candidate)
    let id = ([key.certification] + candidate.families.map(\.family.id)).joined(separator: "+")
    func text(_ ending: String) throws -> String {
      let answer = try #require(try site.answer(path: "/candidats/\(id)\(ending)", query: [:]))
      #expect(answer.status == 200)
      return String(decoding: answer.body, as: UTF8.self)
    }
    let html = try text("")
    for criterion in [
      "Besoin, borne basse", "Évolution sûre", "Employeurs", "Profondeur du manque", "Transférabilité",
      "Formation par l’employeur", "Signaux de terrain", "Tension de recrutement", "Stabilité",
      "Le front de Pareto", "Ce qui existe déjà", "Aucune table d’offre de formation n’est chargée",
    ] {
      #expect(html.contains(criterion), "\(criterion)")
    }
    #expect(html.contains(candidate.name))
    #expect(!html.contains("non mesurée"))
    #expect(try text(".json").contains("\"criteres\""))
  }
}
