public import Taxonomy

/// What keeps learning from starting.
public enum LearningFinding {
  /// No offer of the store carries declared competencies.
  public static var undeclared: Finding { LexiconFindings.undeclared() }
}
