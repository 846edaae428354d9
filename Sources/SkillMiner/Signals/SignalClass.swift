/// What may be said of a family between two windows (STATISTICS, section 4).
public enum SignalClass: String, Sendable, CaseIterable {
  case emerging
  case growing
  case declining
  case vanishing
  case stable
  case undetermined
  case insufficient
}
