// One student's `results.json` as Gradescope reads it
// (https://gradescope-autograders.readthedocs.io/en/latest/specs/#output-format).
import Rendering

struct GradescopeResults: Encodable {
  struct Test: Encodable {
    enum Visibility: String, Encodable {
      case visible
      case afterPublished = "after_published"
    }

    enum Status: String, Encodable { case passed, failed }

    var name: String
    var score: Double
    var maxScore: Double
    /// Left out for what could not be checked.
    var status: Status?
    var output: String
    var nameFormat = "text"
    var outputFormat = "text"
    var visibility: Visibility

    private enum CodingKeys: String, CodingKey {
      case name, score, status, output, visibility
      case maxScore = "max_score"
      case nameFormat = "name_format"
      case outputFormat = "output_format"
    }
  }

  /// After lateness and overrides; it counts instead of the sum of the tests.
  private var score: Double
  private var output: String
  private var outputFormat = "text"
  private var tests: [Test]

  private enum CodingKeys: String, CodingKey {
    case score, output, tests
    case outputFormat = "output_format"
  }

  /// - Parameter verdict: of the attempt that a mark is for.
  init(_ student: StudentMarks, verdict: (Mark) throws -> Verdict?) rethrows {
    score = Double(student.total.hundredths) / 100
    var lines = student.refusal.map { ["The submission was not taken: \($0)"] } ?? []
    tests = []
    for mark in student.marks {
      lines.append(Self.line(mark))
      tests += try Self.tests(of: mark, verdict(mark))
    }
    output = lines.joined(separator: "\n").sanitized()
  }

  private static func line(_ mark: Mark) -> String {
    var line = "\(mark.exercise): \(mark.value?.text ?? "could not be checked") of \(mark.points)"
    if mark.deducted.hundredths > 0, let earned = mark.earned {
      line += " (\(earned) less \(mark.deducted.text), late)"
    }
    if let override = mark.override { line += " (set by \(override.author): \(override.reason))" }
    return line
  }

  private static func tests(of mark: Mark, _ verdict: Verdict?) -> [Test] {
    guard let verdict, !verdict.probes.isEmpty else {
      let words = ["not handed in", verdict?.message].compactMap { $0 }.last ?? ""
      return [
        Test(
          name: mark.exercise, score: 0, maxScore: Double(mark.points), status: mark.value == nil ? nil : .failed,
          output: words.sanitized(), visibility: .visible)
      ]
    }
    return verdict.probes.map { probe in
      Test(
        name: "\(mark.exercise): \(probe.name)".sanitizedOnOneLine(), score: Double(probe.earned),
        maxScore: Double(probe.points),
        status: probe.status == .couldNotCheck ? nil : probe.status == .passed ? .passed : .failed,
        output: probe.explanation.joined(separator: "\n").sanitized(),
        visibility: probe.visible ? .visible : .afterPublished)
    }
  }
}
