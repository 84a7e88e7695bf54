// A pattern of `withhold`, and whether the name of a symbol is one that it means.

/// One of an exercise's `withhold`.
struct WithheldPattern: Equatable {
  let text: String
  private let components: [String]
  /// `axis:`; nil for any.
  private let labels: [String]?

  init(_ text: String) {
    self.text = text
    let name = text.prefix { $0 != "(" }
    components = name.split(separator: ".").map(String.init)
    labels =
      name.endIndex == text.endIndex
      ? nil
      : text[name.endIndex...].filter { $0 != "(" && $0 != ")" }
        .split(separator: ":").map(String.init)
  }

  /// Whether a demangled name is that of what is withheld, or holds it: its accessors, its members, a signature with it.
  func matches(_ demangled: String) -> Bool {
    guard !components.isEmpty else { return false }
    return DemangledPath.all(in: demangled).contains { path in
      guard path.components.count >= components.count else { return false }
      return (0...path.components.count - components.count).contains { start in
        let end = start + components.count
        guard path.components[start..<end].elementsEqual(components) else { return false }
        // Labels are those of the last name only.
        guard let labels else { return true }
        return end == path.components.count && path.labels == labels
      }
    }
  }
}
