import Foundation
import Taxonomy
import TestSupport
import Testing

@Suite struct ROMEXMLTests {
  private func latin(_ text: String) -> [UInt8] { text.unicodeScalars.map { UInt8($0.value) } }

  private let card = """
    <?xml version="1.0" encoding="iso-8859-15"?><ogr><fiche_emploi_metier><numero>1</numero>
    <bloc_code_rome><code_rome>N1103</code_rome><intitule>Préparation</intitule><code_ogr>6</code_ogr></bloc_code_rome>
    <appellation><item><libelle>Préparateur</libelle><libelle_court/><code_ogr>501</code_ogr></item></appellation>
    <les_activites_de_base><activite_de_base><item><libelle>Préparer</libelle><code_ogr>101</code_ogr></item></activite_de_base>
    <savoir_theorique_et_proceduraux><item><libelle>CACES R489</libelle><code_ogr>201</code_ogr></item><item><libelle>Sans code</libelle></item></savoir_theorique_et_proceduraux></les_activites_de_base>
    <les_activites_specifique><bloc><activite_specifique><item><libelle>Filmer</libelle><code_ogr>102</code_ogr></item></activite_specifique></bloc></les_activites_specifique>
    <les_mobilites><proche><mobilite><code_rome_cible>N1101</code_rome_cible></mobilite></proche></les_mobilites>
    </fiche_emploi_metier></ogr>
    """

  @Test func referentialsAndCardsMakeARelease() throws {
    let occupations = """
      <?xml version="1.0" encoding="iso-8859-15" ?><ogr>
      <item_referentiel_code_rome><code_ogr>6</code_ogr><code_rome>N1103</code_rome><libelle>Préparation</libelle></item_referentiel_code_rome>
      <item_referentiel_code_rome><code_ogr>7</code_ogr><code_rome>N1101</code_rome><libelle>Conduite d&apos;engins</libelle></item_referentiel_code_rome>
      <item_referentiel_code_rome><code_ogr>8</code_ogr><code_rome>X1</code_rome><libelle>Faux</libelle></item_referentiel_code_rome></ogr>
      """
    let titles = """
      <ogr><item_referentiel_appellation><code_ogr>501</code_ogr><libelle>Preparateur</libelle></item_referentiel_appellation>
      <item_referentiel_appellation><code_ogr>502</code_ogr><libelle>Perdu</libelle></item_referentiel_appellation></ogr>
      """
    let reading = try ROMEReader.reading(files: [
      ("unix_fiche_emploi_metier_v344_iso8859-15-pretty.xml", latin(card)),
      ("unix_referentiel_appellation_v344_iso8859-15.xml", titles.bytes),
      ("unix_referentiel_code_rome_v344_iso8859-15.xml", latin(occupations)),
    ])
    let release = reading.release
    #expect(release.name == "ROME 3.44")
    #expect(release.occupations.map(\.label) == ["Conduite d'engins", "Préparation"])
    #expect(release.appellations.map(\.shortLabel) == ["Préparateur"])
    #expect(release.competencies.map(\.code.number) == [101, 102, 201])
    #expect(release.competencies.map(\.kind) == [.knowHow, .knowHow, .knowledge])
    #expect(release.links.count == 3 && release.mobility.count == 1)
    #expect(reading.findings.map(\.code).sorted() == ["ROME-006", "ROME-006", "ROME-013"])
  }

  @Test func jsonCardsAreReadWithTheirQuirks() throws {
    let cards = """
      [{"numero":"1","rome":{"code_rome":"N1103","intitule":"PrÃ©paration","code_ogr":"6"},
      "appellations":[{"libelle":"Préparateur","libelle_court":"","code_ogr":501}],
      "competences":{"savoir_faire":{"enjeux":[{"libelle":"Logistique","items":[{"libelle":"Préparer","code_ogr":"101","coeur_metier":"Émergente"}]}]},
      "savoir_etre_professionnel":{"enjeux":[{"libelle":"x","items":[{"libelle":"Esprit d'équipe","code_ogr":"301"}]}]},
      "savoirs":{"categories":[{"libelle":"Certifications et habilitations","items":[{"libelle":"CACES","code_ogr":"201","coeur_metier":null}]}]}},
      "mobilites":[{"rome_cible":"N1103","ordre_mobilite":"1"}]},
      {"rome":{"code_rome":"?"}},
      {"rome":{"code_rome":"N1101","intitule":"}{]["}}, {"rome":
      """
    let tree = """
      {"arborescence_competence":{"domaine_competence":[{"liste_enjeux":[{"liste_objectifs":[{"liste_macro_competences":[{"code_ogr":"100","libelle":"Organiser","liste_competences":[{"code_ogr":"101","libelle":"Préparer"}]}]}]}]}]}}
      """
    let reading = try ROMEReader.reading(files: [
      ("unix_arborescence_competence_v461.json", tree.bytes),
      ("unix_fiche_emploi_metier_v461.json", cards.bytes),
    ])
    let release = reading.release
    #expect(release.name == "ROME 4.61")
    #expect(release.occupations.map(\.label) == ["}{][", "Préparation"])
    #expect(release.competencies.map(\.kind) == [.macro, .knowHow, .knowledge, .softSkill])
    #expect(release.competency(try #require(OGRCode("101")))?.macro?.number == 100)
    #expect(release.competency(try #require(OGRCode("201")))?.nature == .credential)
    #expect(release.links.map(\.weight).contains(.emerging))
    #expect(reading.findings.map(\.code).sorted() == ["ROME-006", "ROME-014", "ROME-015"])
  }

  @Test(.enabled(if: SharedData.isPresent)) func theOfficialSetIsRead() throws {
    let reading = try ROMEReader.reading(path: SharedData.file("data/rome/rome-v344-xml.zip").path)
    #expect(reading.release.name == "ROME 3.44")
    #expect(reading.release.occupations.count > 500)
    #expect(reading.release.competencies.count > 10_000)
    #expect(reading.release.appellations.count > 10 && reading.release.links.count > 100)
  }
}
