/// A member whose content is hashed while it is read.
final class HashedMember {
  private final class Box {
    var hash = SHA256()
  }

  /// Reads through to the original.
  let member: InputMember
  private let box: Box

  init(_ original: InputMember) {
    let box = Box()
    self.box = box
    member = InputMember(name: original.name) { buffer in
      let n = try original.read(into: buffer)
      box.hash.update(UnsafeRawBufferPointer(rebasing: buffer[..<n]))
      return n
    }
  }

  /// SHA-256 of what was read so far, hexadecimal.
  func digest() -> String { box.hash.finish() }
}
