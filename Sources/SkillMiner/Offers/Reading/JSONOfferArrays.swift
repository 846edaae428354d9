/// Follows JSON byte by byte and says where offers start and end, without building anything.
struct JSONOfferArrays {
  enum Event {
    case none
    /// The byte opens an offer.
    case opened
    /// The byte closes an offer.
    case closed
  }

  /// Keys under which a service's answer holds its offers.
  static let envelopeKeys = [
    "resultats", "results", "offres", "offers", "ads", "jobs", "data", "@graph",
  ]

  /// Whether the position is inside a string.
  private(set) var isInString = false
  /// Depth of open braces and brackets.
  private(set) var depth = 0
  private var isEscaped = false
  /// Depth at which `{` opens an offer; `nil` outside the array of offers.
  private var offerDepth: Int?
  private let topLevelObjectsAreOffers: Bool
  /// Start of the last string of the envelope, to know its key by.
  private var key: [UInt8] = []

  init(topLevelObjectsAreOffers: Bool) {
    self.topLevelObjectsAreOffers = topLevelObjectsAreOffers
    offerDepth = topLevelObjectsAreOffers ? 0 : nil
  }

  /// Whether an offer is open.
  var isInOffer: Bool { offerDepth.map { depth > $0 } ?? false }

  /// Whether the array of offers is open.
  var isInOfferArray: Bool { offerDepth != nil && !topLevelObjectsAreOffers }

  /// Whether plain bytes of a string, inside an offer or in front of it, change nothing.
  @inline(__always)
  var isPassing: Bool { isInString && !isEscaped && (depth != 1 || offerDepth != nil) }

  @inline(__always)
  mutating func step(_ byte: UInt8) -> Event {
    if isInString {
      if isEscaped {
        isEscaped = false
      } else if byte == 0x5C {
        isEscaped = true
      } else if byte == 0x22 {
        isInString = false
      } else if depth == 1, offerDepth == nil, key.count < 16 {
        key.append(byte)
      }
      return .none
    }
    return byte < 0x22 ? .none : structure(byte)
  }

  private mutating func structure(_ byte: UInt8) -> Event {
    switch byte {
    case 0x22:
      isInString = true
      if depth == 1 { key = [] }
    case 0x7B:
      depth += 1
      return depth - 1 == offerDepth ? .opened : .none
    case 0x5B:
      depth += 1
      if depth == 1, !topLevelObjectsAreOffers {
        offerDepth = 1
      } else if depth == 2, offerDepth == nil,
        Self.envelopeKeys.contains(String(decoding: key, as: UTF8.self))
      {
        offerDepth = 2
      }
    case 0x7D:
      depth = max(0, depth - 1)
      return depth == offerDepth ? .closed : .none
    case 0x5D:
      if !topLevelObjectsAreOffers, depth == offerDepth { offerDepth = nil }
      depth = max(0, depth - 1)
    default: break
    }
    return .none
  }

  /// Gives an offer up, as though it had been closed.
  mutating func abandonOffer() {
    isInString = false
    isEscaped = false
    depth = offerDepth ?? 0
  }
}
