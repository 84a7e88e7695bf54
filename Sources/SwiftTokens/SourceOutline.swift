// Where the function bodies of a Swift source stand, without parsing it: by braces and what comes before them.

/// What a step runner must know about a step's source before it compiles it.
public struct SourceOutline: Sendable {
  /// The code that is not straight-line top-level control flow, as ranges of UTF-8 bytes, ascending and disjoint:
  /// bodies of functions, accessors and types and closures, each from `{` to `}`, and parameter lists from `(` to `)`.
  /// What stands inside one of them is not listed again.
  ///
  /// Braces of `if`, `else`, `guard`, `for`, `while`, `repeat`, `do`, `catch`, `switch` and `defer` at top level are
  /// not among them: what they hold counts as top level.
  public let functionBodies: [Range<Int>]
  /// Everything between outermost braces, whatever opens them: functions, types, closures, loops, conditions; ranges of
  /// UTF-8 bytes, ascending and disjoint, each from `{` to `}`. What stands in none of them runs once.
  public let braceBlocks: [Range<Int>]
  /// The first `await`, `for await` or `async let` outside every function body; line and UTF-8 column from 1.
  public let topLevelAwait: (line: Int, column: Int)?
  /// The modules that top-level imports name, each once, in order: `Foundation` for `import struct Foundation.Date`.
  public let importsModules: [String]

  /// The `let (a, b) = …` and `let a = …, b = …` outside every brace, in order.
  public let tupleBindings: [TupleBinding]

  /// A statement that binds several names at once.
  public struct TupleBinding: Equatable, Sendable {
    public var names: [String]
    /// The UTF-8 offset behind its last token.
    public var end: Int
  }

  /// Offsets at which lines start.
  private let lineStarts: [Int]

  /// Reads any text; linear in its length.
  public init(of source: String) {
    let bytes = Array(source.utf8)
    var scanner = OutlineScanner(bytes: bytes, tokens: SwiftLexer.tokens(of: source))
    scanner.scan()
    functionBodies = scanner.bodies
    braceBlocks = scanner.braceBlocks
    importsModules = scanner.modules
    tupleBindings = scanner.tupleBindings
    let starts = Self.lineStarts(of: bytes)
    lineStarts = starts
    topLevelAwait = scanner.awaitOffset.map { Self.position(of: $0, lineStarts: starts) }
  }

  /// Line and UTF-8 column, from 1, of a byte offset. Logarithmic in the length of the source.
  public func position(of offset: Int) -> (line: Int, column: Int) {
    Self.position(of: max(0, offset), lineStarts: lineStarts)
  }

  private static func position(of offset: Int, lineStarts: [Int]) -> (line: Int, column: Int) {
    let line = lineStarts.partitioningIndex { $0 > offset }
    return (line, offset - lineStarts[line - 1] + 1)
  }

  /// Whether the place is in one of `functionBodies`; line and UTF-8 column from 1. False for places outside the
  /// source. Logarithmic in the length of the source.
  public func isInFunctionBody(line: Int, column: Int) -> Bool {
    guard lineStarts.indices.contains(line - 1), column >= 1 else { return false }
    let offset = lineStarts[line - 1] + column - 1
    if line < lineStarts.count, offset >= lineStarts[line] { return false }
    let index = functionBodies.partitioningIndex { $0.upperBound > offset }
    return index < functionBodies.count && functionBodies[index].contains(offset)
  }

  /// Lines end with `\n`, `\r` or both, as the compiler counts them.
  private static func lineStarts(of bytes: [UInt8]) -> [Int] {
    var starts = [0]
    for (index, byte) in bytes.enumerated() where byte.isNewline {
      let isHalfOfPair = byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
      if !isHalfOfPair { starts.append(index + 1) }
    }
    return starts
  }
}

extension Array {
  /// The first index whose element satisfies `isSecond`, in an array where such elements come last.
  func partitioningIndex(_ isSecond: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isSecond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
