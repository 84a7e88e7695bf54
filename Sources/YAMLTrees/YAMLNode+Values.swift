// A node as a number, a flag, a text: the plain values that settings have.
internal import Messages

extension YAMLNode {
  /// A scalar's text, quoted or not; nil for null, lists and mappings.
  public var text: String? {
    if case .scalar(let text, _) = content, !isNothing { text } else { nil }
  }

  /// Nothing at all, `null` or `~`.
  public var isNothing: Bool {
    if case .scalar(let text, isQuoted: false) = content {
      ["", "~", "null", "Null", "NULL"].contains(text)
    } else {
      false
    }
  }

  /// A whole number that is not quoted; `1_000` is a thousand.
  public var wholeNumber: Int? { plain.flatMap { Int($0.filter { $0 != "_" }) } }

  /// A finite number that is not quoted.
  public var number: Double? {
    plain.flatMap { Double($0.filter { $0 != "_" }) }.flatMap { $0.isFinite ? $0 : nil }
  }

  public var flag: Bool? {
    switch plain?.lowercased() {
    case "true", "yes", "on": true
    case "false", "no", "off": false
    default: nil
    }
  }

  /// A list of texts, a single text as a list of one, nothing as none.
  public var texts: [String]? {
    switch content {
    case .sequence(let nodes):
      let texts = nodes.compactMap(\.text)
      return texts.count == nodes.count ? texts : nil
    case .scalar: return isNothing ? [] : text.map { [$0] }
    case .mapping(let entries): return entries.isEmpty ? [] : nil
    }
  }

  /// What stands behind a key; nil if there is no such key.
  public subscript(key: String) -> YAMLNode? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key.text == key }?.value
  }

  /// How a message quotes it.
  public var shortText: String {
    switch content {
    case .scalar(let text, let isQuoted): isNothing ? "empty" : isQuoted ? text.quoted : text.harmless
    case .sequence(let nodes): "a list of \(nodes.count)"
    case .mapping: "a group of settings"
    }
  }

  private var plain: String? {
    if case .scalar(let text, isQuoted: false) = content { text } else { nil }
  }
}
