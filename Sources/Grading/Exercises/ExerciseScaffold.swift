// The files that a new exercise begins with: small, complete, and right by all that `lectern verify` looks at.
import LessonDocuments
import SwiftTokens

struct ExerciseScaffold {
  let id: String
  let title: String
  /// The name of the chapter's folder.
  let chapter: String

  struct File {
    var name: String
    var isForLearners: Bool
    var text: String
  }

  /// `CausalAttention.swift` for `causal-attention`.
  static func fileName(for id: String) -> String {
    id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined() + ".swift"
  }

  private var fileName: String { Self.fileName(for: id) }

  /// `causalAttention`; not a word of the language.
  private var function: String {
    let name = fileName.prefix(1).lowercased() + fileName.dropFirst().dropLast(".swift".count)
    return SwiftLexer.tokens(of: name).first?.kind == .identifier ? name : name + "Shares"
  }

  var files: [File] {
    [
      File(name: ExerciseReader.taskName, isForLearners: true, text: task),
      File(name: fileName, isForLearners: true, text: starter),
      File(name: ExerciseReader.probesName, isForLearners: true, text: probes),
      File(name: fileName, isForLearners: false, text: solution),
      File(name: "HiddenProbes.swift", isForLearners: false, text: hiddenProbes),
      File(name: "Mistakes/DividesByLargest.swift", isForLearners: false, text: dividesByLargest),
      File(name: "Mistakes/DividesByCount.swift", isForLearners: false, text: dividesByCount),
    ]
  }

  /// A single-quoted YAML value holds every character but line breaks, which a title has not.
  private func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }

  private var task: String {
    """
    ---
    id: \(id)
    title: \(quoted(title))
    chapter: \(quoted(chapter))
    points: 10
    timeLimit: 5
    hints:
      - What should the shares add up to, and what do yours add up to?
      - A share is a part of the whole. What is the whole here, and how do you get it from the numbers?
      - Add up all numbers first; then divide each of them by that sum.
    ---

    \(LessonScaffold.heading(title))
    Say what to build and why. Until you do, this exercise asks for the **share** that each number has in the sum of all:
    of 1, 2 and 5, which add up to 8, the shares are `[0.125, 0.25, 0.625]`. No numbers have no shares.

    Write it in `\(fileName)`:

    ```swift no-run
    func \(function)(_ values: [Float]) -> [Float]
    ```

    The probes look at a few small lists, at a single number, at none, and at random ones.

    """
  }

  private func implementation(_ comment: String, _ body: String) -> String {
    """
    \(comment)
    func \(function)(_ values: [Float]) -> [Float] {
    \(body)
    }

    """
  }

  private static let summary = "/// The share that each number has in the sum of all."

  private var starter: String { implementation(Self.summary, "  // TODO(\(id)): return the shares.\n  values") }

  private var solution: String {
    implementation(Self.summary, "  let sum = values.reduce(0, +)\n  return values.map { $0 / sum }")
  }

  private var dividesByLargest: String {
    implementation(
      "/// You divide by the largest number, so that it always gets 1. What do all shares together have to be?",
      "  let largest = values.max() ?? 1\n  return values.map { $0 / largest }")
  }

  private var dividesByCount: String {
    implementation(
      "/// You divide by how many numbers there are. That is what a mean needs; a share is a part of their sum.",
      "  values.map { $0 / Float(values.count) }")
  }

  private var probes: String {
    """
    let probes = Probes {
      Probe("each number gets its share of the sum", points: 2) { \(function)([1, 2, 5]) }
      Probe("equal numbers get equal shares", points: 2) { \(function)([3, 3, 3, 3]) }
      Probe("a single number gets all", points: 1) { \(function)([4]) }
      Probe("no numbers have no shares", points: 1) { \(function)([]) }
    }

    """
  }

  private var hiddenProbes: String {
    """
    let probes = Probes {
      Probe("shares of random numbers", points: 2) { random in
        \(function)(random.integers(8, in: 1...9).map { Float($0) })
      }
      Probe("shares of large numbers", points: 1) { \(function)([1000, 3000]) }
      Probe("shares stay in the order of their numbers", points: 1) { \(function)([5, 1, 2]) }
    }

    """
  }
}
