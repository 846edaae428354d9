/// One thing an administrator can choose.
struct Setting: Sendable {
  /// Name in the configuration file and after `--set`.
  let key: String
  /// What a value looks like.
  let form: String
  /// Value when nothing is said.
  let standard: String
  /// French: what it does.
  let help: String
  /// Sets it; `false` when the value cannot be used.
  let apply: @Sendable (inout ServiceSettings, String) -> Bool

  /// Name of the environment variable.
  var variable: String { "MINER_" + key.uppercased().replacing("-", with: "_") }
}

extension Setting {
  /// A text that may not be empty.
  static func text(
    _ key: String, _ form: String, _ standard: String, _ help: String,
    _ set: @escaping @Sendable (inout ServiceSettings, String) -> Void
  ) -> Setting {
    Setting(key: key, form: form, standard: standard, help: help) { settings, value in
      guard !value.isEmpty else { return false }
      set(&settings, value)
      return true
    }
  }

  /// A whole number of a range.
  static func number(
    _ key: String, _ range: ClosedRange<Int>, _ standard: Int, _ help: String,
    _ set: @escaping @Sendable (inout ServiceSettings, Int) -> Void
  ) -> Setting {
    Setting(
      key: key, form: "\(range.lowerBound) à \(range.upperBound)", standard: String(standard), help: help
    ) { settings, value in
      guard let number = Int(value), range.contains(number) else { return false }
      set(&settings, number)
      return true
    }
  }

  /// Yes or no.
  static func flag(
    _ key: String, _ help: String, _ set: @escaping @Sendable (inout ServiceSettings, Bool) -> Void
  ) -> Setting {
    Setting(key: key, form: "oui ou non", standard: "non", help: help) { settings, value in
      switch value.lowercased() {
      case "oui", "true", "1": set(&settings, true)
      case "non", "false", "0": set(&settings, false)
      default: return false
      }
      return true
    }
  }

  /// Texts separated by commas.
  static func list(
    _ key: String, _ form: String, _ standard: String, _ help: String,
    _ set: @escaping @Sendable (inout ServiceSettings, Set<String>) -> Void
  ) -> Setting {
    Setting(key: key, form: form, standard: standard, help: help) { settings, value in
      set(&settings, Set(value.split(separator: ",").map { $0.filter { $0 != " " }.lowercased() }))
      return true
    }
  }

  /// The name of a header.
  static func header(
    _ key: String, _ help: String, _ set: @escaping @Sendable (inout ServiceSettings, String) -> Void
  ) -> Setting {
    Setting(key: key, form: "nom d’en-tête", standard: "aucun", help: help) { settings, value in
      let isName = value.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D
      }
      guard !value.isEmpty, isName else { return false }
      set(&settings, value)
      return true
    }
  }
}
