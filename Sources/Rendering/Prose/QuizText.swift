// Questions, choices and reasons are text with code between backticks; other marks stay as they are written.
import LessonDocuments

enum QuizText {
  /// The text as inlines, so that it is drawn as prose is.
  static func inlines(_ text: String) -> [MarkdownNode] {
    let pieces = text.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
    guard pieces.count % 2 == 1 else { return lines(of: text) }
    return pieces.enumerated().flatMap { index, piece in
      index % 2 == 1 ? [MarkdownNode(.code(piece.replacing("\n", with: " ")))] : lines(of: piece)
    }
  }

  private static func lines(of text: String) -> [MarkdownNode] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().flatMap { index, line -> [MarkdownNode] in
      (index > 0 ? [MarkdownNode(.softBreak)] : []) + (line.isEmpty ? [] : [MarkdownNode(.text(String(line)))])
    }
  }
}
