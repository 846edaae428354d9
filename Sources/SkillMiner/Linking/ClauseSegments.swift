/// Cuts a clause at commas, coordinators, prepositions and introductory heads: what spans are made of.
enum ClauseSegments {
  /// Token ranges in order, each with content; `into` is emptied first.
  static func cut(
    _ tokens: UnsafeBufferPointer<Token>, _ range: Range<Int>, _ masks: UnsafePointer<UInt32>,
    into segments: inout [Range<Int>]
  ) {
    segments.removeAll(keepingCapacity: true)
    var start = range.lowerBound
    var hasContent = false
    var index = range.lowerBound
    func close(_ end: Int) {
      if hasContent { segments.append(start..<end) }
      hasContent = false
    }
    while index < range.upperBound {
      let token = tokens[index]
      var cuts = false
      if token.kind == .punctuation {
        switch token.form {
        case 0x2C, 0x2B, 0xAB, 0xBB, 0x22, 0x26: cuts = true
        case 0x2F: cuts = token.flags.contains(.spaced)
        default: break
        }
        if cuts, token.form == 0x2C || token.form == 0x2F || token.form == 0x26, index + 1 < range.upperBound,
          tokens[index + 1].kind == .word,
          WordClass(of: tokens[index + 1].form, in: masks).contains(.coordinators)
        {
          close(index)
          index += 2
          start = index
          continue
        }
      } else {
        let own = WordClass(of: token.form, in: masks)
        if !own.isDisjoint(with: [.coordinators, .prepositions]) {
          cuts = true
        } else if own.contains(.vous), token.flags.contains(.function), index > start {
          cuts = true
        } else if own.contains(.cues) {
          // maîtrise de X, sens de …: X may stand alone
          var next = index + 1
          while next < range.upperBound, tokens[next].kind == .word, !tokens[next].isContent { next += 1 }
          if next < range.upperBound,
            next > index + 1 || token.flags.contains(.secondPerson)
              || WordClass(of: tokens[next].form, in: masks).contains(.cues)
                && tokens[next].kind == .word
          {
            if index > start {
              close(index)
              start = index
            }
            segments.append(start..<index + 1)
            start = index + 1
            hasContent = false
            index = next
            continue
          }
        }
      }
      if cuts {
        close(index)
        start = index + 1
      } else if token.isContent {
        hasContent = true
      }
      index += 1
    }
    close(range.upperBound)
  }
}
