// Markup as a value that can only be built escaped and balanced.

package struct HTML: Equatable, Sendable {
  package private(set) var source: String

  package static let empty = HTML(source: "")

  /// Text made harmless: control characters visible, the characters of markup escaped.
  package static func text(_ text: String) -> HTML { HTML(source: escaped(text)) }

  /// Markup as it stands. Ours only: nothing of a lesson or a record goes through here.
  package static func verbatim(_ source: String) -> HTML { HTML(source: source) }

  /// `<name attributes>children</name>`; an attribute that is nil is left out.
  package static func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:], _ children: [HTML] = []
  ) -> HTML {
    let name = "\(name)"
    var source = "<" + name
    for case (let key, let value?) in attributes { source += " \(key)=\"\(escaped(value))\"" }
    source += ">"
    if voidElements.contains(name) { return HTML(source: source) }
    // A parser drops a newline right behind <pre>.
    if name == "pre", children.first(where: { $0 != .empty })?.source.hasPrefix("\n") == true { source += "\n" }
    for child in children { source += child.source }
    return HTML(source: source + "</" + name + ">")
  }

  package static func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:], text: String
  ) -> HTML {
    element(name, attributes, [.text(text)])
  }

  private static let voidElements: Set<String> = ["meta", "img", "br", "hr"]

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.sanitized().unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension [HTML] {
  package func joined(_ separator: String = "") -> HTML { .verbatim(map(\.source).joined(separator: separator)) }
}

extension TextColor {
  /// `#rrggbb`
  var hex: String {
    "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
