import Foundation

/// One line of the JSON lines that describe certifications (layout of `certifications_fulltext` and of the titles of 2021).
struct CertificationJSON: Decodable {
  struct Block: Decodable {
    let code: Text?
    let intitule: Text?
    let competences: [Text]?
    let fc_liste_competences: Text?
  }

  struct Formacode: Decodable {
    let code: String

    init(from decoder: any Decoder) throws {
      // Either an object with a code, or the code alone.
      do {
        code = try decoder.container(keyedBy: Key.self).decode(Text.self, forKey: .code).value
      } catch DecodingError.typeMismatch {
        code = try Text(from: decoder).value
      }
    }

    private enum Key: CodingKey { case code }
  }

  /// A string, or a number or null where a string is due.
  struct Text: Decodable {
    let value: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        value = ""
        return
      }
      do {
        value = try container.decode(String.self)
      } catch DecodingError.typeMismatch {
        value = String(try container.decode(Int.self))
      }
    }
  }

  let code: Text?
  let intitule: Text?
  let libelle_reva: Text?
  let niveau: Text?
  let type: Text?
  let expire: Text?
  let fin: Text?
  let actif: Text?
  let objectifs_contexte: Text?
  let prerequis: Text?
  let formacodes: [Formacode]?
  let nsf: [Text]?
  let certificateurs: [Text]?
  let rome: [Text]?
  let rome_2021: [Text]?
  let blocs: [Block]?
  let remplacee_par: [Text]?
}
