// Values in short readable form: `[1, 2, 3, … 97 more]`, `Point(x: 1, y: 2)`, `"text"`.

enum ValueText {
  static let mostElements = 20
  static let deepest = 6

  /// `value` in at most about `limit` characters; what is left out is said with `…`.
  static func describe<Value>(_ value: Value, limit: Int) -> String {
    var builder = ValueTextBuilder(limit: limit)
    builder.append(value, depth: 0)
    return builder.text
  }
}

/// Text that stops growing at a limit.
private struct ValueTextBuilder {
  let limit: Int
  private(set) var text = ""
  private var length = 0

  init(limit: Int) { self.limit = limit }

  private var isFull: Bool { length >= limit }

  private mutating func add(_ piece: some StringProtocol) {
    guard !isFull else { return }
    let room = limit - length
    let head = piece.prefix(room)
    text += head
    length += head.count
    if head.endIndex != piece.endIndex {
      text += "…"
      length = limit
    }
  }

  mutating func append(_ value: Any, depth: Int) {
    guard !isFull else { return }
    switch value {
    case let string as String: return add(quoted(string))
    case let substring as Substring: return add(quoted(String(substring.prefix(limit))))
    case let character as Character: return add(quoted(String(character)))
    case let float as Float: return add(float.description)
    case let double as Double: return add(double.description)
    case let type as Any.Type: return add(TypeText.describe(type) + ".self")
    case let error as any Error where !(value is any CustomStringConvertible): return appendParts(of: error, depth)
    default: break
    }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .collection: appendElements(mirror, depth, open: "[", close: "]") { $0.append($1.value, depth: depth + 1) }
    case .set: appendElements(mirror, depth, open: "{", close: "}") { $0.append($1.value, depth: depth + 1) }
    case .dictionary:
      if mirror.children.isEmpty { return add("[:]") }
      appendElements(mirror, depth, open: "[", close: "]") { builder, child in
        let pair = Array(Mirror(reflecting: child.value).children)
        guard pair.count == 2 else { return }
        builder.append(pair[0].value, depth: depth + 1)
        builder.add(": ")
        builder.append(pair[1].value, depth: depth + 1)
      }
    case .optional:
      guard let wrapped = mirror.children.first else { return add("nil") }
      append(wrapped.value, depth: depth)
    case .tuple: appendElements(mirror, depth, open: "(", close: ")") { $0.appendLabelled($1, depth) }
    default:
      if let describable = value as? any CustomStringConvertible {
        add(describable.description)
      } else {
        appendParts(of: value, depth)
      }
    }
  }

  /// A struct, class or enum without a description of its own.
  private mutating func appendParts(of value: Any, _ depth: Int) {
    let mirror = Mirror(reflecting: value)
    let type = TypeText.describe(mirror.subjectType)
    guard mirror.displayStyle != nil else { return add(type) }
    guard mirror.displayStyle == .enum else {
      add(type)
      return appendElements(mirror, depth, open: "(", close: ")") { $0.appendLabelled($1, depth) }
    }
    guard let payload = mirror.children.first else { return add(".\(value)") }
    add(".\(payload.label ?? "")")
    if Mirror(reflecting: payload.value).displayStyle == .tuple {
      append(payload.value, depth: depth + 1)
    } else {
      add("(")
      append(payload.value, depth: depth + 1)
      add(")")
    }
  }

  private mutating func appendLabelled(_ child: Mirror.Child, _ depth: Int) {
    if let label = child.label, !label.hasPrefix(".") { add("\(label): ") }
    append(child.value, depth: depth + 1)
  }

  private mutating func appendElements(
    _ mirror: Mirror, _ depth: Int, open: String, close: String,
    _ appendElement: (inout ValueTextBuilder, Mirror.Child) -> Void
  ) {
    add(open)
    guard depth < ValueText.deepest else { return add("…" + close) }
    var count = 0
    for child in mirror.children {
      if count == ValueText.mostElements || isFull { break }
      if count > 0 { add(", ") }
      appendElement(&self, child)
      count += 1
    }
    let left = mirror.children.count - count
    if left > 0 { add(", … \(left) more") }
    add(close)
  }

  private func quoted(_ string: String) -> String {
    var text = "\""
    for scalar in string.unicodeScalars {
      if text.utf8.count > limit * 4 { break }
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7f: text += "\\u{\(String(scalar.value, radix: 16))}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}

/// An error in words: its own description if it has one, else its type and case.
enum ErrorText {
  static func describe(_ error: any Error) -> String {
    if let describable = error as? any CustomStringConvertible { return describable.description }
    let text = ValueText.describe(error, limit: 400)
    return text.hasPrefix(".") ? TypeText.describe(type(of: error)) + text : text
  }
}
