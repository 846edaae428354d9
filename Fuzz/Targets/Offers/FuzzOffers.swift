import FuzzSupport
import Taxonomy

@testable import SkillMiner

/// Offers of any feed format: refused with a `ReadingError`, or every record delivered and counted, none lost.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = FuzzInput.bytes(data, size)
  guard let today = CalendarDate("2025-06-15") else { return 0 }
  var position = 0
  let member = InputMember(name: "fuzz") { buffer in
    let count = min(buffer.count, bytes.count - position)
    bytes.withUnsafeBytes { buffer.copyMemory(from: .init(rebasing: $0[position..<position + count])) }
    position += count
    return count
  }
  var records = 0
  do {
    let summary = try OfferReader(today: today).read(member) { _ in records += 1 }
    precondition(summary.read == records, "records were lost")
  } catch {
    precondition(error is ReadingError, "an error that tells nothing: \(error)")
  }
  return 0
}
