// The result of one file of one student: what `results/<student>/<exercise>.json` holds.

/// A verdict, and what it was said of.
struct GradedFile: Codable, Equatable, Sendable {
  var student: String
  var exercise: String
  /// In the submission: `work/Softmax.swift`
  var file: String
  /// Other files that could have been meant.
  var ignored: [String]
  /// Of the file, in hexadecimal.
  var sha256: String
  /// Of the exercise, see `ExerciseVersion`.
  var version: String
  var handedIn: Moment
  var gradedAt: Moment
  var verdict: Verdict
}
