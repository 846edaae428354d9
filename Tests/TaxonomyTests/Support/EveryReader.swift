import Foundation
import Taxonomy
import TestSupport

/// Every reader of this module with a good input of its own, for tests that hold for all of them.
enum EveryReader: String, CaseIterable, Sendable {
  case rome = "ROME"
  case romeXML = "ROME (XML)"
  case romeJSON = "ROME (JSON)"
  case esco = "ESCO"
  case laterESCO = "ESCO (1.2)"
  case isco = "ESCO (CITP)"
  case certificationTables = "RNCP (CSV)"
  case certificationXML = "RNCP (XML)"
  case certificationLines = "RNCP (JSON)"
  case certificationRelations = "RNCP (VAE)"
  case territories = "Territories"
  case zones = "Territories (JSON)"
  case movements = "Territories (mouvements du COG)"
  case basins = "Territories (bassins)"
  case naf = "Territories (NAF)"
  case tension = "Tension"
  case passage = "Tension (FAP)"
  case laterPassage = "Tension (FAP 2021)"
  case familyNames = "Tension (intitulés FAP)"
  case supply = "Supply"
  case openSupply = "Supply (Mon Compte Formation)"
  case lheo = "Supply (LHEO)"
  case perimeters = "Perimeters"

  /// Folder of `Sources/Taxonomy/Reading` it stands in.
  var folder: String { String(rawValue.prefix { $0 != " " }) }

  /// What its good input is written in.
  var language: SpoiltInput.Language {
    switch self {
    case .romeXML, .certificationXML, .lheo: .xml
    case .romeJSON, .certificationLines, .zones: .json
    case .perimeters: .yaml
    case .passage, .familyNames: .sas
    default: .csv
    }
  }

  /// The file that is spoilt, and what has to stand beside it.
  var files: (spoilt: (name: String, text: String), others: [(name: String, text: String)]) {
    let base = "http://data.europa.eu/esco/"
    func commune() -> (name: String, text: String) {
      (SmallTerritories.files[0].name, String(decoding: SmallTerritories.files[0].bytes, as: UTF8.self))
    }
    switch self {
    case .rome:
      let others = SmallROME.tables.filter { $0.key != "referentiel_competence" }.sorted { $0.key < $1.key }
      return (
        ("unix_referentiel_competence_v460_utf8.csv", SmallROME.competencies),
        others.map { ("unix_\($0.key)_v460_utf8.csv", $0.value) }
      )
    case .romeXML:
      return (
        (
          "unix_fiche_emploi_metier_v344_iso8859-15.xml",
          """
          <?xml version="1.0" encoding="UTF-8"?>
          <ogr><fiche_emploi_metier><numero>1</numero>
          <bloc_code_rome><code_rome>N1103</code_rome><intitule>Conduite</intitule><code_ogr>6</code_ogr></bloc_code_rome>
          <appellation><item><libelle>Cariste</libelle><libelle_court/><code_ogr>501</code_ogr></item></appellation>
          <les_activites_de_base><activite_de_base><item><libelle>Charger</libelle><code_ogr>101</code_ogr></item></activite_de_base></les_activites_de_base>
          </fiche_emploi_metier></ogr>

          """
        ),
        [
          (
            "unix_referentiel_appellation_v344_iso8859-15.xml",
            "<ogr><item_referentiel_appellation><code_ogr>501</code_ogr><libelle>Cariste</libelle></item_referentiel_appellation></ogr>"
          ),
          (
            "unix_referentiel_code_rome_v344_iso8859-15.xml",
            "<ogr><item_referentiel_code_rome><code_ogr>6</code_ogr><code_rome>N1103</code_rome><libelle>Conduite</libelle></item_referentiel_code_rome></ogr>"
          ),
        ]
      )
    case .romeJSON:
      return (
        (
          "unix_fiche_emploi_metier_v461.json",
          """
          [{"numero":"1","rome":{"code_rome":"N1103","intitule":"Conduite","code_ogr":"6"},
          "appellations":[{"libelle":"Cariste","libelle_court":"","code_ogr":501}],
          "competences":{"savoir_faire":{"enjeux":[{"libelle":"L","items":[{"libelle":"Charger","code_ogr":"101"}]}]}}}]

          """
        ), []
      )
    case .esco:
      return (
        (
          "skills_fr.csv",
          "conceptType,conceptUri,skillType,preferredLabel,altLabels\nK,\(base)skill/a,knowledge,souder,braser\n"
        ), []
      )
    case .laterESCO:
      return (
        (
          "skills_fr.csv",
          "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,definition,inScheme,description\n"
            + "KnowledgeSkillCompetence,\(base)skill/a,skill/competence,cross-sector,souder,\"braser\nassembler\",,released,2024-01-01,,,,Assembler des métaux\n"
        ), []
      )
    case .isco: return (("isco.csv", "code_rome,isco08\nN1103,4321\n"), [])
    case .certificationTables:
      return (
        (
          "export_fiches_CSV_Standard_2024_02_22.csv",
          "\"Id_Fiche\";\"Numero_Fiche\";\"Intitule\";\"Abrege_Libelle\";\"Abrege_Intitule\";\"Nomenclature_Europe_Niveau\";\"Date_Fin_Enregistrement\";\"Actif\"\r\n"
            + "\"1\";\"RNCP1\";\"Essai\";\"TP\";\"Titre\";\"NIV3\";\"28/07/2027\";\"ACTIVE\"\r\n"
        ), []
      )
    case .certificationXML:
      return (
        (
          "export-fiches-rncp-v4-1.xml",
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<FICHES><VERSION_FLUX>4.1</VERSION_FLUX>\n"
            + "<FICHE><NUMERO_FICHE>RNCP1</NUMERO_FICHE><INTITULE>Essai</INTITULE></FICHE>\n</FICHES>\n"
        ), []
      )
    case .certificationLines:
      return (
        ("certifications.jsonl", "{\"code\":\"RNCP1\",\"intitule\":\"Essai\",\"blocs\":[]}\n"), []
      )
    case .certificationRelations:
      return (
        ("certification.csv", "id,rncp_id,label,rncp_label,rncp_expires_at\nc1,1,Essai,Essai,2027-07-28\n"),
        [
          (
            "certification_competence_bloc.csv",
            "id,code,label,certification_id,fc_competences\nb1,RNCP1BC01,Bloc,c1,Conduire un chariot\n"
          )
        ]
      )
    case .territories: return (commune(), [])
    case .zones:
      return (("zones.json", String(decoding: SmallTerritories.files[4].bytes, as: UTF8.self)), [commune()])
    case .movements:
      return (
        (
          "v_mvt_commune.csv",
          "MOD,DATE_EFF,TYPECOM_AV,COM_AV,TNCC_AV,NCC_AV,NCCENR_AV,LIBELLE_AV,TYPECOM_AP,COM_AP,TNCC_AP,NCC_AP,NCCENR_AP,LIBELLE_AP\n"
            + "32,2016-01-01,COM,69001,0,A,A,Ancienne,COM,69266,0,B,B,Villeurbanne\n"
        ), [commune()]
      )
    case .basins:
      return (
        (
          "bassins.csv",
          "CODE_COMMUNE_INSEE;REG;DEP;NOMCOM;BE19;NOMBE19\n69266;84;69;Villeurbanne;8421;Lyon\n"
        ), [commune()]
      )
    case .naf: return (("naf.csv", "CODE,LIBELLE\n47,Commerce de détail\n"), [])
    case .tension:
      return (
        (
          "bmo.csv",
          "annee;Code métier BMO;Nom métier BMO;REG;Dept;BE23;met;xmet;smet\n2025;T4X60;Agents;44;67;4401;120;60;10\n"
        ), []
      )
    case .passage:
      return (("passage_fap2009_romev3.txt", "value  $fap\n\"N1101\",\"N1105\" = \"J3Z40\"\n;\n"), [])
    case .familyNames:
      return (
        (
          "intitule_fap2009.txt",
          "value $FAP9_3L\n\"A0Z\"=\"A0Z : Agriculteurs\"\n\"A1Z\"=\"A1Z : Maraîchers\"\n;\n"
        ), []
      )
    case .laterPassage:
      return (("passage_fap2021_rome.csv", "code_fap_2021;code_rome\nJ3Z40;N1101\nJ3Z40;N1105\n"), [])
    case .openSupply:
      return (
        (
          "moncompteformation.csv",
          "nom_of;nom_departement;nom_region;type_referentiel;code_rs;code_rncp;intitule_certification;code_formacode_1;code_rome_1;intitule_formation\n"
            + "A;Rhône;Auvergne-Rhône-Alpes;RS;5054;-1;Essai;31768;N1101;CACES\n"
        ), []
      )
    case .supply: return (("offre.csv", "organisme;certification;intitule\nA;RNCP1;Essai\n"), [])
    case .lheo:
      return (
        (
          "lheo.xml",
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<lheo><offres>\n<formation><intitule-formation>Essai</intitule-formation>"
            + "<organisme-formation-responsable><raison-sociale>A</raison-sociale></organisme-formation-responsable>"
            + "</formation>\n</offres></lheo>\n"
        ), []
      )
    case .perimeters:
      return (("p.yaml", "perimetres:\n  - id: a\n    nom: A\n    departements: [\"67\"]\n"), [])
    }
  }

  /// Reads an input; what it holds in records and what was said.
  func read(_ path: String) throws -> (records: Int, findings: [Finding]) {
    switch self {
    case .rome, .romeXML, .romeJSON:
      let (release, findings) = try ROMEReader.read(path: path)
      return (release.occupations.count + release.competencies.count, findings)
    case .esco, .laterESCO:
      let (release, findings) = try ESCOReader.read(path: path)
      return (release.skills.count, findings)
    case .isco:
      let (groups, findings) = try ISCOTable.read(path: path)
      return (groups.count, findings)
    case .certificationTables, .certificationXML, .certificationLines, .certificationRelations:
      let (certifications, findings) = try CertificationReader.read(path: path)
      return (certifications.count, findings)
    case .territories, .zones, .movements, .basins:
      let (tables, findings) = try TerritoryReader.read(paths: [path])
      return (tables.communes.count, findings)
    case .naf:
      let (naf, findings) = try NAFReader.read(paths: [path])
      return (naf.divisions.count, findings)
    case .tension, .passage, .laterPassage, .familyNames:
      let reader = try TensionReader(paths: [path])
      return (reader.records.count + reader.links.count + reader.labels.count, reader.findings)
    case .supply, .openSupply, .lheo:
      let reader = try SupplyReader(paths: [path])
      return (reader.offers.count, reader.findings)
    case .perimeters:
      let (definitions, findings) = try PerimeterReader.read(path: path)
      return (definitions.perimeters.count + definitions.filieres.count, findings)
    }
  }
}
