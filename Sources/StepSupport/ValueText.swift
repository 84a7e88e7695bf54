// Values in short readable form: `[1, 2, 3, … 97 more]`, `Point(x: 1, y: 2)`, `"text"`.

enum ValueText {
  static let mostElements = 20
  /// Of a string; the rest is counted.
  static let mostCharacters = 240
  /// Sets and dictionaries up to this size are shown in the order of their elements or keys, larger ones as they come.
  static let mostSorted = 10_000
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
    case let string as String: return appendString(string[...])
    case let substring as Substring: return appendString(substring)
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
    case .set:
      appendElements(mirror, depth, open: "{", close: "}", order: ElementOrder.init) {
        $0.append($1.value, depth: depth + 1)
      }
    case .dictionary:
      if mirror.children.isEmpty { return add("[:]") }
      let key = { (pair: Any) in ElementOrder(Mirror(reflecting: pair).children.first?.value ?? pair) }
      appendElements(mirror, depth, open: "[", close: "]", order: key) { builder, child in
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
    _ mirror: Mirror, _ depth: Int, open: String, close: String, order: ((Any) -> ElementOrder)? = nil,
    _ appendElement: (inout ValueTextBuilder, Mirror.Child) -> Void
  ) {
    add(open)
    guard depth < ValueText.deepest else { return add("…" + close) }
    var count = 0
    var children = mirror.children
    if let order, children.count <= ValueText.mostSorted {
      let sorted = children.map { (order($0.value), $0) }.sorted { $0.0 < $1.0 }
      children = Mirror.Children(sorted.map(\.1))
    }
    for child in children {
      if count == ValueText.mostElements || isFull { break }
      if count > 0 { add(", ") }
      appendElement(&self, child)
      count += 1
    }
    let left = mirror.children.count - count
    if left > 0 { add(", … \(left) more") }
    add(close)
  }

  private mutating func appendString(_ string: Substring) {
    let head = string.prefix(ValueText.mostCharacters)
    add(quoted(String(head)))
    guard head.endIndex != string.endIndex else { return }
    let rest = string[head.endIndex...]
    // Characters of a very long text take too long to count.
    add(rest.utf8.count < 1_000_000 ? " … \(rest.count) more characters" : " … \(rest.utf8.count) more bytes")
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

/// Where an element of a set, or a key of a dictionary, comes in the order of what is shown: numbers first, then text.
private struct ElementOrder: Comparable {
  private var number: Double?
  private var text = ""

  init(_ value: Any) {
    switch value {
    case let integer as any BinaryInteger: number = Double(integer)
    case let float as any BinaryFloatingPoint: number = Double(float)
    case let string as String: text = string
    default: text = ValueText.describe(value, limit: 80)
    }
  }

  static func < (a: Self, b: Self) -> Bool {
    switch (a.number, b.number) {
    case (let a?, let b?): a < b
    case (_?, nil): true
    case (nil, _?): false
    case (nil, nil): a.text < b.text
    }
  }
}

/// An error in words: its own description if it has one, else its type and case.
enum ErrorText {
  static func describe(_ error: any Error) -> String {
    if let describable = (error as Any) as? any CustomStringConvertible { return describable.description }
    let text = ValueText.describe(error, limit: 400)
    return text.hasPrefix(".") ? TypeText.describe(type(of: error)) + text : text
  }
}
