// Names such as `02-architecture`, which order chapters and lessons and name them.

package struct NumberedName: Equatable {
  /// nil if the name does not begin with one.
  package var number: Int?
  /// `architecture`; the whole name if there is nothing but a number.
  package var slug: String

  /// - Parameter name: of a folder, or of a file without its extension.
  package init(_ name: some StringProtocol) {
    let digits = name.prefix { $0.isASCII && $0.isNumber }
    let rest = name.dropFirst(digits.count)
    // Longer numbers are dates and the like.
    guard (1...4).contains(digits.count), rest.first.map({ "-_. ".contains($0) }) ?? true else {
      self.init(number: nil, slug: String(name))
      return
    }
    let slug = rest.drop { "-_. ".contains($0) }
    self.init(number: Int(digits), slug: slug.isEmpty ? String(name) : String(slug))
  }

  package init(number: Int?, slug: String) {
    self.number = number
    self.slug = slug
  }

  /// From a title: its letters and digits in lower case, with dashes between the words.
  package init(number: Int, title: String) {
    let words = title.lowercased().split { !$0.isLetter && !$0.isNumber }
    self.init(number: number, slug: words.joined(separator: "-"))
  }

  /// `02-architecture`
  package var name: String {
    guard let number else { return slug }
    return (number < 10 ? "0" : "") + "\(number)-\(slug)"
  }

  /// `Language models` for `language-models`.
  package var title: String {
    let words = slug.split { $0 == "-" || $0 == "_" }.joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
