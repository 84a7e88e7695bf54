// The few styles pictures use. Colour is never the only sign of anything.

public enum PictureStyle {
  package static let plain = TextStyle()
  package static let name = TextStyle(bold: true)
  /// Types, labels of numbers, axes: there for who looks for it.
  package static let quiet = TextStyle(dim: true)
  package static let failure = TextStyle(foreground: TextColor(205, 0, 0), bold: true)
  package static let warning = TextStyle(foreground: TextColor(205, 110, 0))
  /// The two sides of a difference.
  package static let expected = TextStyle(foreground: TextColor(0, 135, 0))
  package static let printed = TextStyle(foreground: TextColor(205, 0, 0))

  /// What pictures say of a record without values, and of one that contradicts itself.
  static let noElements = "no elements"
  static let unfilled = "the values sent do not fill this shape"

  /// Text that was searched for: the same on a dark and on a light page.
  public static let found = TextStyle(foreground: TextColor(0, 0, 0), background: TextColor(255, 215, 0))

  /// Bars and single curves.
  package static let accent = TextStyle(foreground: TextColor(0, 120, 225))
}
