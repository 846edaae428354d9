/// Version of the code; part of every fingerprint, because another version may read the same offers differently.
public enum Version {
  /// The version, as in `0.1.0`.
  public static let current = "0.1.0"
}
