/// Version of the code; part of every fingerprint, because another version may read the same offers differently.
public enum Version {
  /// The version, as in `0.1.0`.
  public static let current = "0.1.0"

  /// Number of the way texts are read: raised when code alone makes the same lexicon find other mentions, so that stores
  /// know to read their offers again (`Overlays.digest`).
  static let reading = 2
}
