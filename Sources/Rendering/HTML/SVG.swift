// The frame of our SVG pictures and the pieces they share. Lengths are CSS pixels before scaling.

package enum SVG {
  /// Width of pictures that take the whole column.
  package static let fullWidth = 720.0

  /// A picture with its name and its content in words, for those who do not see it.
  package static func picture(
    width: Double, height: Double, title: String, description: String, _ children: [HTML]
  ) -> HTML {
    .element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "role": "img",
        "aria-label": description.isEmpty ? title : "\(title): \(description)",
        "viewBox": "0 0 \(length(width)) \(length(height))", "width": length(width), "height": length(height),
      ],
      [.element("desc", text: description)] + children)
  }

  /// A drawing that is not ours, as the address of an image: there no script of it runs, and it fetches nothing.
  static func imageSource(_ svg: String) -> String {
    var source = "data:image/svg+xml,"
    for byte in svg.utf8 {
      let isPlain = (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
      if isPlain {
        source.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        source += (byte < 16 ? "%0" : "%") + String(byte, radix: 16)
      }
    }
    return source
  }

  package enum Anchor: String { case start, middle, end }

  /// Text on the base line `y`.
  package static func text(
    _ text: String, x: Double, y: Double, anchor: Anchor = .start, class name: String? = nil, turned: Bool = false
  ) -> HTML {
    .element(
      "text",
      [
        "x": length(x), "y": length(y), "text-anchor": anchor == .start ? nil : anchor.rawValue, "class": name,
        "transform": turned ? "rotate(-90 \(length(x)) \(length(y)))" : nil,
      ], text: text)
  }

  package static func rectangle(
    x: Double, y: Double, width: Double, height: Double, fill: TextColor? = nil, class name: String? = nil,
    tip: String? = nil
  ) -> HTML {
    .element(
      "rect",
      [
        "x": length(x), "y": length(y), "width": length(width), "height": length(height), "fill": fill?.hex,
        "class": name,
      ], tip.map { [.element("title", text: $0)] } ?? [])
  }

  static func line(x1: Double, y1: Double, x2: Double, y2: Double, class name: String) -> HTML {
    .element("line", ["x1": length(x1), "y1": length(y1), "x2": length(x2), "y2": length(y2), "class": name])
  }

  /// At most two digits after the point; what is not finite is 0.
  static func length(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "0" }
    return NumberText.trimmed(NumberText(TextOptions(ascii: true)).fixed(value, decimals: 2))
  }

  /// About as wide as a column of text is in the font of the pictures.
  static let columnWidth = 7.3

  static func width(of text: String) -> Double { Double(text.displayWidth) * columnWidth }
}
