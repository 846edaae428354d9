import FuzzSupport

@testable import SkillMiner

/// Folding by table is folding by ICU; folding never grows a text beyond what NFKC may; the packed spelling of a short
/// ASCII word is the folded one.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let units = FuzzInput.units(FuzzInput.bytes(data, size))
  let folded = Folding.fold(units)
  precondition(folded == Folding.foldByICU(units), "the table does not fold as ICU does")
  precondition(folded.count <= units.count * 20 + 16)
  if units.count <= PackedWord.maximumUnits {
    let packed = units.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { PackedWord.folded($0, buffer.count) } ?? 0
    }
    precondition(packed == PackedWord.pack(folded), "the packed spelling is not the folded one")
  }
  return 0
}
