// The smallest run: does a step compile, link, load and show a value on this machine?
import Foundation
import LessonDocuments
import StepRecords
import SystemTools

public enum StepTrial {
  /// Runs one step, not from the cache.
  ///
  /// - Returns: a sentence on how long it took.
  /// - Throws: `EnvironmentError` if it does not run.
  public static func run(in environment: StepEnvironment) throws -> String {
    let source = SourceText(
      text: "let answer = Tensor([1, 2, 3]).sum().item()\n", file: "", firstLine: 1, columnOffsets: [0])
    let place = SourcePosition(line: 1, column: 1)
    let step = Step(number: 1, source: source, range: SourceRange(start: place, end: place))
    let lesson = Lesson(
      path: "trial", title: "trial", frontMatter: FrontMatter(), document: MarkdownNode(.document), steps: [step])
    var complaints: [String] = []
    var end: RunEvent.StepEnd?
    var hasValue = false
    let runner = LessonRunner(
      lesson, root: "/", environment: environment, options: RunOptions(usesCache: false)
    ) { event in
      switch event {
      case .record(_, let record):
        if case .failure(let failure) = record.content { complaints.append(failure.message) } else { hasValue = true }
      case .stepEnded(_, let stepEnd): end = stepEnd
      default: break
      }
    }
    guard try runner.run(), hasValue, let end else {
      throw EnvironmentError(.hostFailed(complaints.first ?? "the trial step showed no value"))
    }
    let milliseconds = { (seconds: Double) in "\(Int((seconds * 1000).rounded())) ms" }
    return "compiled in \(milliseconds(end.compileSeconds)), linked in \(milliseconds(end.linkSeconds)), "
      + "ran in \(milliseconds(end.runSeconds))"
  }
}
