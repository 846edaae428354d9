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
      if isPersonal(UnsafeBufferPointer(rebasing: bytes[lower..<upper])) { found.append(lower..<upper) }
    }
    return found
  }

  /// - Parameter link: ASCII; its case does not count.
  private static func isPersonal(_ link: UnsafeBufferPointer<UInt8>) -> Bool {
    if pages.contains(where: { contains(link, $0) }) { return true }
    guard contains(link, "://") || contains(link.prefix(4), "www.") else { return false }
    // A JSON web token begins with its header, `{"`, in base 64.
    if contains(link, "/eyj") || contains(link, "=eyj") { return true }
    guard let query = link.firstIndex(where: { $0 == 0x3F || $0 == 0x23 }) else { return false }
    return link[(query + 1)...].split { $0 == 0x26 || $0 == 0x3B || $0 == 0x3F }.contains { parameter in
      guard let equals = parameter.firstIndex(of: 0x3D), equals > parameter.startIndex,
        equals + 1 < parameter.endIndex
      else { return false }
      let name = parameter[..<equals].filter { $0 != 0x5F && $0 != 0x2D }
      return parameters.contains(String(decoding: name, as: UTF8.self).lowercased())
    }
  }

  /// Whether a word, lower case, stands in a link.
  private static func contains(_ link: some RandomAccessCollection<UInt8>, _ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard link.count >= count else { return false }
    return link.withContiguousStorageIfAvailable { link in
      for start in 0...link.count - count {
        var k = 0
        while k < count, lower(link[start + k]) == word.utf8Start[k] { k += 1 }
        if k == count { return true }
      }
      return false
    } ?? false
  }

  @inline(__always)
  private static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

  /// Pages that belong to one person.
  private static let pages: [StaticString] = [
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
