// How far a learner is with a lesson or an exercise, in a word.

public enum StandingState: String, Codable, CaseIterable, Sendable {
  case new, started
  /// All steps of a lesson came to a good end; an exercise is passed.
  case done
}
