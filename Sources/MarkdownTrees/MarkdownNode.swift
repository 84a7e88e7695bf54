// A Markdown document as a value: what libcmark parsed, with positions, without its pointers.

/// One node of a CommonMark tree.
public struct MarkdownNode: Equatable, Sendable {
  public var kind: Kind
  public var children: [MarkdownNode]
  /// Where it stands in the file; nil for nodes that were not read from one, and ignored by `==`'s users that
  /// compare content (see `withoutPositions`).
  public var range: SourceRange?

  public init(_ kind: Kind, children: [MarkdownNode] = [], range: SourceRange? = nil) {
    self.kind = kind
    self.children = children
    self.range = range
  }

  public enum Kind: Equatable, Sendable {
    // Blocks
    case document
    case heading(level: Int)
    case paragraph
    case blockQuote
    case list(ListStyle, isTight: Bool)
    case listItem
    /// `info` is the whole info string; nil for indented code.
    case codeBlock(info: String?, literal: String)
    case htmlBlock(String)
    case thematicBreak
    // Inlines
    case text(String)
    case softBreak
    case lineBreak
    case code(String)
    case htmlInline(String)
    case emphasis
    case strong
    case link(destination: String, title: String)
    case image(source: String, title: String)
  }

  public enum ListStyle: Equatable, Sendable {
    case bullet
    case ordered(start: Int)
  }
}

/// A place in a file. Lines and columns count from 1; columns are UTF-8 bytes, as the Swift compiler counts them.
public struct SourcePosition: Equatable, Hashable, Comparable, Sendable {
  public var line: Int
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public static func < (a: Self, b: Self) -> Bool { (a.line, a.column) < (b.line, b.column) }
}

/// From `start` up to and including `end`.
public struct SourceRange: Equatable, Hashable, Sendable {
  public var start: SourcePosition
  public var end: SourcePosition

  public init(start: SourcePosition, end: SourcePosition) {
    self.start = start
    self.end = end
  }
}
