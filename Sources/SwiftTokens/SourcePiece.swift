// What stands at top level of a Swift source, one declaration or statement after the other.

/// A top-level declaration or statement.
public struct SourcePiece: Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    case importing
    /// `operator`, `precedencegroup`, and functions named by an operator: Swift has them at file level only.
    case operatorDeclaration
    case extending
    /// `struct`, `class`, `enum`, `actor`, `protocol`, `typealias`
    case type
    case function
    case variable
    /// Everything else: expressions, assignments, control flow.
    case statement
  }
  public var kind: Kind
  /// What it declares: `x`, or `f(label:Int)` for a function. Two functions that say the same here cannot stand side by
  /// side; their parameters' own names and defaults make no difference.
  public var names: [String]
  /// The comments directly above it, its attributes, and all of it, in UTF-8 bytes.
  public var range: Range<Int>
  /// Words such as `public`, which Swift takes at file level only, each with the space behind it.
  public var accessWords: [Range<Int>]
  /// Every name that stands in it.
  public var identifiers: Set<String>

  /// The pieces of a source, in order. Reads any text; linear in its length.
  public static func pieces(of source: String) -> [SourcePiece] {
    OutlineScanner(bytes: Array(source.utf8), tokens: SwiftLexer.tokens(of: source)).pieces
  }
}
