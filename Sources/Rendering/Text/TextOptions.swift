// How text is drawn: width, colours, characters. Every picture is a function of a record and these.

public struct TextOptions: Equatable, Sendable {
  /// Columns available. Nothing drawn is wider, down to `minimumWidth`.
  public var width: Int
  public var color: ColorDepth
  /// Only characters from 0x20 to 0x7e.
  public var ascii: Bool
  /// Pictures in words, for those who listen: nothing is drawn, and nothing is redrawn.
  public var plain: Bool

  public static let minimumWidth = 20

  public init(width: Int = 80, color: ColorDepth = .none, ascii: Bool = false, plain: Bool = false) {
    self.width = max(width, Self.minimumWidth)
    self.color = color
    self.ascii = ascii
    self.plain = plain
  }
}

/// How many colours the terminal shows.
public enum ColorDepth: Int, Comparable, Sendable {
  case none
  /// The sixteen of every colour terminal.
  case sixteen
  case twoHundredFiftySix

  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
