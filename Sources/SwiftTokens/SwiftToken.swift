// Swift source cut into tokens: enough to colour it and to find where function bodies stand. Not a parser.

/// One token; `range` counts UTF-8 bytes of the source.
public struct SwiftToken: Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    case keyword
    case identifier
    /// `@name` and `#name`
    case attribute
    case number
    /// A piece of a string literal, quotes included, or a whole regular expression literal. An interpolation stands
    /// between two pieces as punctuation `\(`, its tokens, and punctuation `)`.
    case string
    case comment
    case punctuation
    case operatorSign
    case whitespace
  }
  public var kind: Kind
  public var range: Range<Int>

  public init(kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}
