// JSON as a value. Foundation's readers put objects into dictionaries keyed by String, where canonically equivalent
// keys ("é" as one character or two) fall together; a vocabulary needs both. Members stay in order here, repeats
// included.

package enum JSONValue: Sendable, Equatable {
  case null
  case boolean(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([Member])

  package struct Member: Sendable, Equatable {
    package let key: String
    package let value: JSONValue

    package init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// The last member with this key, as most readers of JSON have it; nil if there is none or this is no object.
  package subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.key == key }?.value
  }

  /// What this is, for messages.
  package var kind: String {
    switch self {
    case .null: "null"
    case .boolean: "true or false"
    case .integer: "an integer"
    case .number: "a number with a fraction or beyond 64 bits"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

// Reading members. Each throws a FileProblem that names the key.
extension JSONValue {
  /// The member, nil if it is absent or null.
  func optional(_ key: String) throws -> JSONValue? {
    guard case .object = self else { throw FileProblem.wrongType(key: key, expected: "in an object", found: kind) }
    guard let value = self[key], value != .null else { return nil }
    return value
  }

  func required(_ key: String) throws -> JSONValue {
    guard let value = try optional(key) else { throw FileProblem.missing(key: key) }
    return value
  }

  func string(_ name: String) throws -> String {
    guard case .string(let text) = self else { throw wrongType(name, "a string") }
    return text
  }

  func integer(_ name: String) throws -> Int {
    guard case .integer(let number) = self else { throw wrongType(name, "an integer") }
    return number
  }

  func array(_ name: String) throws -> [JSONValue] {
    guard case .array(let elements) = self else { throw wrongType(name, "an array") }
    return elements
  }

  func members(_ name: String) throws -> [Member] {
    guard case .object(let members) = self else { throw wrongType(name, "an object") }
    return members
  }

  func optionalBoolean(_ key: String) throws -> Bool? {
    guard let member = try optional(key) else { return nil }
    guard case .boolean(let result) = member else { throw member.wrongType(key, "true or false") }
    return result
  }

  func boolean(_ key: String, default value: Bool) throws -> Bool { try optionalBoolean(key) ?? value }

  func optionalString(_ key: String) throws -> String? { try optional(key)?.string(key) }

  private func wrongType(_ name: String, _ expected: String) -> FileProblem {
    .wrongType(key: name, expected: expected, found: kind)
  }
}
