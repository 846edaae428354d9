/// How much of what a certification teaches is asked for less and less: the classes of the families its blocks cover.
public struct ObsolescenceCount: Hashable, Sendable {
  /// Families taught of which something can be said (every class but insufficient).
  public let assessable: Int
  /// Those that decline or vanish, in the order given.
  public let fading: [String]
  /// Those that emerge or grow, in the order given.
  public let rising: [String]
  /// Share of the assessable families that fade, with its interval.
  public let interval: WilsonInterval

  /// Fewest assessable families of which a share is said.
  public static let support = 4

  /// Share of the assessable families that fade; `nil` when too few can be assessed.
  public var share: Double? {
    assessable >= Self.support ? Double(fading.count) / Double(assessable) : nil
  }
  /// Whether most of what is taught fades.
  public var isMostlyFading: Bool { share.map { $0 > 0.5 } ?? false }

  /// - Parameters:
  ///   - taught: families that blocks cover.
  ///   - classes: class of each family among the offers of the occupations aimed at.
  public init(taught: [String], classes: [String: SignalClass]) {
    let known = taught.filter { classes[$0].map { $0 != .insufficient } ?? false }
    assessable = known.count
    fading = known.filter { classes[$0] == .declining || classes[$0] == .vanishing }
    rising = known.filter { classes[$0] == .emerging || classes[$0] == .growing }
    interval = WilsonInterval(successes: fading.count, total: known.count)
  }
}
