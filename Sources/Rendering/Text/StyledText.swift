// Text with a style on each piece: what pictures are made of before anyone knows about escape codes.

/// A piece of text in one style. Holds no control characters.
public struct StyledSpan: Equatable, Sendable {
  public var text: String
  public var style: TextStyle

  public init(_ text: String, _ style: TextStyle = TextStyle()) {
    self.text = text
    self.style = style
  }
}

/// One line of a terminal, without its newline.
public struct StyledLine: Equatable, Sendable {
  public var spans: [StyledSpan]

  public init(_ spans: [StyledSpan] = []) { self.spans = spans }
  public init(_ text: String, _ style: TextStyle = TextStyle()) {
    spans = text.isEmpty ? [] : [StyledSpan(text, style)]
  }

  public var plainText: String { spans.map(\.text).joined() }
}

public struct TextStyle: Equatable, Hashable, Sendable {
  public var foreground: TextColor?
  public var background: TextColor?
  public var isBold = false
  public var isDim = false
  public var isItalic = false
  public var isUnderlined = false

  public init(
    foreground: TextColor? = nil, background: TextColor? = nil, bold: Bool = false, dim: Bool = false,
    italic: Bool = false, underlined: Bool = false
  ) {
    self.foreground = foreground
    self.background = background
    isBold = bold
    isDim = dim
    isItalic = italic
    isUnderlined = underlined
  }
}

/// A colour as red, green and blue from 0 to 255; the encoder picks the nearest the terminal has.
public struct TextColor: Equatable, Hashable, Sendable {
  public var red: UInt8
  public var green: UInt8
  public var blue: UInt8

  public init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }
}
