// The info string of a fence as words (LESSON_FORMAT rule 4): a language, then attributes. What they mean is not known here.

struct InfoString: Equatable {
  /// The first word; empty if there is none.
  var language: String
  var attributes: [Attribute]
  /// The attribute whose quotation mark is never closed, if there is one; it takes the rest.
  var unclosed: String?

  struct Attribute: Equatable {
    var name: String
    /// What stands behind `=`, without its quotation marks; nil for a bare word.
    var value: String?
  }

  init(_ text: String) {
    var rest = text.drop(while: \.isWhitespace)
    language = String(rest.prefix { !$0.isWhitespace })
    attributes = []
    rest = rest.dropFirst(language.count).drop(while: \.isWhitespace)
    while !rest.isEmpty {
      let name = rest.prefix { !$0.isWhitespace && $0 != "=" }
      rest = rest.dropFirst(name.count)
      var attribute = Attribute(name: String(name))
      if rest.first == "=" {
        rest.removeFirst()
        if let mark = rest.first, mark == "\"" || mark == "'" {
          let (value, isClosed) = Self.takeQuoted(mark, from: &rest)
          attribute.value = value
          if !isClosed { unclosed = attribute.name }
        } else {
          let value = rest.prefix { !$0.isWhitespace }
          rest = rest.dropFirst(value.count)
          attribute.value = String(value)
        }
      }
      attributes.append(attribute)
      rest = rest.drop(while: \.isWhitespace)
    }
  }

  /// A quotation mark closes if it ends its word, so that `title="it says "no""` is what it looks like.
  private static func takeQuoted(_ mark: Character, from rest: inout Substring) -> (value: String, isClosed: Bool) {
    rest.removeFirst()
    var index = rest.startIndex
    while index < rest.endIndex {
      let next = rest.index(after: index)
      if rest[index] == mark, next == rest.endIndex || rest[next].isWhitespace {
        let value = String(rest[..<index])
        rest = rest[next...]
        return (value, true)
      }
      index = next
    }
    defer { rest = rest[rest.endIndex...] }
    return (String(rest), false)
  }
}
