import Foundation

/// Finds links that lead to one person: a token, session or account in the query, a personal page of a network.
enum LinkFinder {
  /// Longest link that is looked at, in bytes.
  private static let reach = 2048

  static func ranges(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    guard let base = bytes.baseAddress else { return [] }
    var found: [Range<Int>] = []
    var position = 0
    while position < bytes.count, let hit = memchr(base + position, 0x2F, bytes.count - position) {
      let slash = UnsafeRawPointer(hit) - UnsafeRawPointer(base)
      position = slash + 1
      var lower = slash
      while lower > found.last?.upperBound ?? 0, slash - lower < 64, isLink(bytes[lower - 1]) { lower -= 1 }
      // A link begins with its scheme or with a host.
      guard slash - lower >= 4, bytes[slash - 1] == 0x3A || bytes[lower..<slash].contains(0x2E) else {
        continue
      }
      var upper = slash
      while upper < bytes.count, upper - lower < reach, isLink(bytes[upper]) { upper += 1 }
      position = upper
      while upper > slash, [0x2E, 0x2C, 0x3B, 0x21, 0x3F, 0x3A].contains(bytes[upper - 1]) { upper -= 1 }
      let link = String(decoding: UnsafeBufferPointer(rebasing: bytes[lower..<upper]), as: UTF8.self)
        .lowercased()
      if isPersonal(link) { found.append(lower..<upper) }
    }
    return found
  }

  private static func isPersonal(_ link: String) -> Bool {
    if pages.contains(where: link.contains) { return true }
    // A JSON web token begins with its header, `{"`, in base 64.
    guard link.contains("://") || link.hasPrefix("www.") else { return false }
    if link.contains("/eyj") || link.contains("=eyj") { return true }
    guard let query = link.firstIndex(where: { $0 == "?" || $0 == "#" }) else { return false }
    return link[link.index(after: query)...].split(whereSeparator: { $0 == "&" || $0 == ";" || $0 == "?" })
      .contains { parameter in
        let sides = parameter.split(separator: "=", maxSplits: 1)
        guard sides.count == 2, !sides[1].isEmpty else { return false }
        return parameters.contains(sides[0].filter { $0 != "_" && $0 != "-" })
      }
  }

  /// Pages that belong to one person.
  private static let pages = [
    "linkedin.com/in/", "calendly.com/", "wa.me/", "//t.me/", "m.me/", "facebook.com/profile.php",
    "api.whatsapp.com/send",
  ]

  /// Parameters that hold a token, an account or a person, without `_` and `-`.
  private static let parameters: Set<String> = [
    "token", "accesstoken", "authtoken", "usertoken", "jwt", "auth", "authkey", "apikey", "session",
    "sessionid",
    "sid", "jsessionid", "phpsessid", "uid", "userid", "user", "username", "login", "email", "mail",
    "emailid",
    "candidat", "candidatid", "idcandidat", "candidate", "candidateid", "applicant", "applicantid",
    "contactid",
    "idcontact", "invitation", "invite", "invitetoken", "magiclink", "sig", "signature", "nom", "prenom",
    "firstname", "lastname", "phone", "tel", "telephone", "mobile", "password", "pwd", "recruteur",
    "recruiterid",
  ]

  private static func isLink(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && ![0x22, 0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5D].contains(byte)
  }
}
