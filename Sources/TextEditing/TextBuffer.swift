// A text that is being written, and the place in it: a value. Moves, edits and keys are in extensions.
import Rendering

/// Lines of text with a cursor. Columns count characters as a reader sees them (grapheme clusters).
public struct TextBuffer: Equatable, Sendable {
  public struct Position: Equatable, Comparable, Sendable {
    /// Both from 0.
    public var line: Int
    public var column: Int

    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }

    public static func < (a: Self, b: Self) -> Bool { (a.line, a.column) < (b.line, b.column) }
  }

  /// At least one, none with a newline.
  public internal(set) var lines: [String]
  public internal(set) var cursor: Position
  /// What was cut last, and what `yank` puts in.
  public internal(set) var killed = ""
  /// One level of indentation, as the text has it.
  public let indentation: String

  /// The column that moves up and down keep to, in columns of a terminal.
  var goal: Int?
  var history = EditHistory()
  var lastKill: Position?

  /// The cursor stands at the beginning. Lines may end in `\n`, `\r\n` or `\r`.
  public init(_ text: String = "") {
    lines = Self.split(text.withNewlines)
    cursor = Position(line: 0, column: 0)
    indentation = Self.indentation(of: lines)
  }

  /// The lines with `\n` between them.
  public var text: String { lines.joined(separator: "\n") }

  /// What stands before the cursor on its line.
  public var textBeforeCursor: Substring { lines[cursor.line].prefix(cursor.column) }
  var textBehindCursor: Substring { lines[cursor.line].dropFirst(cursor.column) }

  var end: Position { Position(line: lines.count - 1, column: lines[lines.count - 1].count) }

  static func split(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// A tab if lines begin with tabs, else two or four spaces, whichever the least indented line has.
  private static func indentation(of lines: [String]) -> String {
    if lines.contains(where: { $0.hasPrefix("\t") }) { return "\t" }
    let least = lines.map { line in line.prefix { $0 == " " }.count }.filter { $0 > 0 }.min()
    return String(repeating: " ", count: least == 4 ? 4 : 2)
  }
}
