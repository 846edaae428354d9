import Taxonomy
import TestSupport
import Testing

/// Fixtures written after the tables of the platform of the validation of experience.
@Suite struct CertificationRelationsTests {
  private let tables = [
    "certification.csv": """
    id,rncp_id,label,level,previous_version_certification_id,rncp_expires_at,rncp_label,rncp_level,rncp_type_diplome,fc_prerequisites,rncp_objectifs_contexte
    c-2,200,TP Essai long,4,c-1,2027-08-31 00:00:00+00,Essai,4,Titre professionnel,,"Le titulaire, par exemple,
    essaie."
    c-1,100,Ancien,3,,,,,,Permis B,
    c-3,abc,Sans numéro,3,,,,,,,

    """,
    "certification_competence_bloc.csv": """
    id,created_at,code,label,certification_id,fc_competences
    b-2,,RNCP200BC02,Second,c-2,
    b-1,,RNCP200BC01,Premier,c-2,"C1.1 – Régler la machine

    C1.2 – Contrôler la pièce"
    b-9,,RNCP900BC01,Perdu,c-9,Flotter

    """,
    "certification_competence.csv": """
    id,created_at,label,bloc_id,index
    k-2,,Ranger l’atelier,b-2,1
    k-1,,Nettoyer le poste,b-2,0
    k-3,,Régler autrement,b-1,0
    k-9,,Errer,b-8,0

    """,
    "certification_on_formacode.csv":
      "id,formacode_id,certification_id\nl-1,f-1,c-2\nl-2,f-9,c-2\n",
    "formacode.csv": "id,type,code,label,parent_code\nf-1,KEYWORD,23554,ESSAI,235\n",
    "certification_prerequisite.csv":
      "id,label,certification_id,index\np-2,Être majeur,c-2,1\np-1,Avoir un an d’expérience,c-2,0\n",
    "degree.csv": "id,code,label,long_label,level\nd-1,N4,Niveau 4,Niveau 4 (bac),4\n",
  ]

  private func files(without name: String? = nil) -> [(name: String, bytes: [UInt8])] {
    tables.filter { $0.key != name }.sorted { $0.key < $1.key }.map { ($0.key, $0.value.bytes) }
  }

  @Test func theTablesArePutTogether() throws {
    let (certifications, findings) = try CertificationReader.read(files: files())
    #expect(certifications.map(\.code.description) == ["RNCP100", "RNCP200"])
    let essai = try #require(certifications.last)
    #expect(essai.title == "Essai" && essai.shortTitle == "TP Essai long" && essai.level == 4)
    #expect(essai.type == "Titre professionnel" && essai.expiry?.description == "2027-08-31")
    #expect(essai.context == "Le titulaire, par exemple, essaie.")
    #expect(essai.prerequisites == "Avoir un an d’expérience Être majeur")
    #expect(essai.blocks.map(\.code) == ["RNCP200BC01", "RNCP200BC02"])
    #expect(essai.blocks[0].sentences == ["Régler la machine", "Contrôler la pièce"])
    #expect(essai.blocks[1].sentences == ["Nettoyer le poste", "Ranger l’atelier"])
    #expect(essai.formacodes == ["23554"])
    #expect(certifications[0].title == "Ancien" && certifications[0].prerequisites == "Permis B")
    #expect(certifications[0].successors == [essai.code])
    #expect(
      findings.map { "\($0.code) \($0.file) \($0.line ?? 0)" } == [
        "CERTIF-005 certification.csv 5", "CERTIF-009 certification_competence_bloc.csv 6",
        "CERTIF-009 certification_competence.csv 5", "CERTIF-009 certification_on_formacode.csv 3",
        "CERTIF-007 certification.csv 4",
      ])
  }

  @Test func withoutItsTitlesTheSetIsRefused() throws {
    let error = #expect(throws: ReadingError.self) {
      try CertificationReader.read(files: files(without: "certification.csv"))
    }
    #expect(error?.finding.code == "CERTIF-003")
  }
}
