import ArgumentParser
import SkillMiner

/// What offer files are said to be; `auto` leaves it to their content.
enum OfferFormatOption: String, ExpressibleByArgument, CaseIterable {
  case auto
  case franceTravail = "france-travail"
  case json, jsonl, csv, xml, html

  /// The format to read in; `nil` when it is recognised by content.
  var name: OfferFormat.Name? { OfferFormat.Name(rawValue: rawValue) }
}
