/// Failures of the text layer that no content can cause.
public enum TextError: Error, CustomStringConvertible {
  case icuUnavailable
  case stemmerUnavailable

  /// What is wrong and what to do, in French.
  public var description: String {
    switch self {
    case .icuUnavailable: "ICU n’a pas de règles de découpage pour le français\u{A0}; réinstallez libicu."
    case .stemmerUnavailable: "libstemmer n’a pas de racineur français\u{A0}; réinstallez libstemmer."
    }
  }
}
