// New source for a step, in the file of its lesson.
import Foundation

public enum StepRewriting {
  /// Puts other source between the fences of a step. Every other byte of the file stays: line endings, a byte order
  /// mark, the marks of quotes and the indentation of lists; also the lines at both ends of the source that are the same.
  ///
  /// - Parameters:
  ///   - data: the file that the lesson was read from, as it is now.
  ///   - step: of the lesson; what its source says here does not matter, only where it stands.
  ///   - lesson: as it was read, but for sources that were replaced.
  ///   - text: the new source. `\r\n` and `\r` end lines too.
  /// - Returns: the file, which reads as the same lesson with `text` in that step.
  public static func rewrite(
    _ data: Data, step: Step, of lesson: Lesson, with text: String
  ) throws(StepRewritingError) -> Data {
    let place = StepRewritingError.Place(path: lesson.path, line: step.range.start.line, step: step.name)
    if let include = step.include { throw .isQuoted(place, include: include, file: step.source.file) }

    let before: LessonText
    do {
      before = try LessonText(Array(data), path: lesson.path)
    } catch {
      throw .unreadable(error)
    }
    // The tree still holds what was read, whatever the steps say now.
    guard let read = lesson.document.codeBlock(at: step.range), let now = before.document.codeBlock(at: step.range),
      read.kind == now.kind, case .codeBlock(let info, let literal) = now.kind
    else { throw .changed(place) }

    if text == literal.dropLast() { return data }
    let new = lines(of: text)
    let content = self.lines(of: literal, endsLastLine: true)
    var file = FencedFile(Array(data))
    let first = step.range.start.line + 1
    let block = FencedFile.Block(
      range: step.range, contentLines: first..<first + content.count, content: content,
      linePrefix: before.lines.linePrefix(ofFenceAt: step.range.start))
    guard file.replace(block, with: new) else { throw .changed(place) }

    // Whatever the containers are: only a file that says what was meant leaves here.
    let wanted = MarkdownNode.Kind.codeBlock(
      info: info, literal: new.map { String(decoding: $0, as: UTF8.self) + "\n" }.joined())
    let expected = before.document.replacingCodeBlock(at: step.range, with: wanted).withoutPositions
    guard let behind = try? LessonText(file.bytes, path: lesson.path), behind.document.withoutPositions == expected
    else { throw .cannotStand(place) }
    return Data(file.bytes)
  }

  /// The lines of a text; an empty text has none.
  private static func lines(of text: String, endsLastLine: Bool = false) -> [[UInt8]] {
    if text.isEmpty { return [] }
    // A newline between lines, and not behind the last one, is what a step's source has. The line before it keeps a
    // byte order mark from being taken for one of a file.
    let source = SourceLines(Array(("\n" + (endsLastLine ? text : text + "\n")).utf8))
    return stride(from: 2, through: source.count, by: 1).map { source.normalised(line: $0) }
  }
}

extension MarkdownNode {
  fileprivate func codeBlock(at place: SourceRange) -> MarkdownNode? {
    if case .codeBlock = kind { return range == place ? self : nil }
    return children.lazy.compactMap { $0.codeBlock(at: place) }.first
  }

  fileprivate func replacingCodeBlock(at place: SourceRange, with new: Kind) -> MarkdownNode {
    var node = self
    if case .codeBlock = kind, range == place { node.kind = new }
    node.children = children.map { $0.replacingCodeBlock(at: place, with: new) }
    return node
  }
}

/// Why a step's source cannot be put into its file.
public enum StepRewritingError: Error, Equatable, Sendable {
  public struct Place: Equatable, Sendable {
    public var path: String
    public var line: Int
    public var step: String
  }

  /// The block is not there any more as it was read.
  case changed(Place)
  /// The source is a region of another file.
  case isQuoted(Place, include: String, file: String)
  /// The file is no lesson any more.
  case unreadable(LessonError)
  /// The text would not be read back as it is.
  case cannotStand(Place)
}

extension StepRewritingError: CustomStringConvertible {
  /// `path:line: what is wrong. What to do`
  public var description: String {
    switch self {
    case .changed(let place):
      "\(place.start): the step \(place.step.quoted) is not there any more as it was read; the file has changed. "
        + "Take the change in first"
    case .isQuoted(let place, let include, let file):
      "\(place.start): the source of the step \(place.step.quoted) is quoted with include=\(include.harmless). "
        + "Edit that region of \(file.harmless)"
    case .unreadable(let error): "\(error)"
    case .cannotStand(let place):
      "\(place.start): this text cannot stand in the block of the step \(place.step.quoted). "
        + "Close the block with a fence of its own, and write again"
    }
  }
}

extension StepRewritingError.Place {
  fileprivate var start: String { "\(path.harmless):\(line)" }
}
