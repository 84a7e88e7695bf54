// `lectern verify --promote`: expect blocks that say what steps print now. Every other byte of the file stays.
import Foundation

public enum Promotion {
  /// Rewrites the expect blocks that do not match what their steps printed.
  ///
  /// - Parameters:
  ///   - data: the file that the lesson was read from. A block that is not there any more as it was read is left alone.
  ///   - outputs: what each step printed, by its number; blocks of steps that are missing here stay.
  public static func rewrite(_ data: Data, outputs: [Int: String], lesson: Lesson) -> Data {
    var file = FencedFile(Array(data))
    // From the end, so that the lines above stay where they are.
    for expectation in lesson.expectations.sorted(by: { $1.range.start < $0.range.start }) {
      guard let output = outputs[expectation.step], expectation.compare(with: output) != nil,
        lesson.steps.contains(where: { $0.number == expectation.step && $0.isRun })
      else { continue }
      let block = FencedFile.Block(
        range: expectation.range, contentLines: expectation.contentLines,
        content: expectation.lines.map { Array($0.utf8) }, linePrefix: expectation.linePrefix)
      file.replace(block, with: Expectation.printedLines(output))
    }
    return Data(file.bytes)
  }
}
