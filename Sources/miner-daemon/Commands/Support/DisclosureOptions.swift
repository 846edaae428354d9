import ArgumentParser
import SkillMiner

/// To whom a result is shown.
struct DisclosureOptions: ParsableArguments {
  @Flag(
    name: .long,
    help: "Montre aussi les petits effectifs\u{A0}: pour les lecteurs habilités, jamais pour publier.")
  var fullDetail = false

  /// Which figures may be shown.
  var disclosure: Disclosure { fullDetail ? .fullDetail : .published }

  /// The option, for a command to be repeated.
  var repeated: [String] { fullDetail ? ["--full-detail"] : [] }
}
