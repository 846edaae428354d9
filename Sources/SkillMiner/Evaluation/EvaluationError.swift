/// One disagreement between people and program, for the person who reads it again.
public enum EvaluationError: Hashable, Sendable {
  /// Demanded, and not found as demanded.
  case missed(AnnotatedMention)
  /// Predicted as demanded where nobody marked a demand.
  case spurious(PredictedMention)
  /// Found, and linked to items nobody accepts.
  case wrongCode(AnnotatedMention, found: [PredictedMention])
  /// Found, and taken for a demand where it is none, or the other way round.
  case wrongStance(AnnotatedMention, found: PredictedMention)
}
