// Which keys lie beside each other.

/// An English keyboard.
enum Keyboard {
  private static let places: [Character: (x: Double, y: Double)] = {
    var places: [Character: (x: Double, y: Double)] = [:]
    for (row, (letters, shift)) in [("qwertyuiop", 0.0), ("asdfghjkl", 0.25), ("zxcvbnm", 0.75)].enumerated() {
      for (column, letter) in letters.enumerated() { places[letter] = (Double(column) + shift, Double(row)) }
    }
    return places
  }()

  /// The keys round a key, in the order of the alphabet; none for what is no letter.
  static func neighbours(of letter: Character) -> [Character] {
    guard let place = places[letter] else { return [] }
    return places.filter { key, other in
      let (x, y) = (other.x - place.x, other.y - place.y)
      return key != letter && x * x + y * y < 1.7
    }.map(\.key).sorted()
  }

  /// How likely a slip from a key ends on another: mostly on a neighbour.
  static func slip(from meant: Character, to typed: Character) -> Double {
    let near = neighbours(of: meant)
    return near.contains(typed) ? 0.85 / Double(near.count) : 0.15 / Double(25 - near.count)
  }

  /// How likely a letter that is put in is this one: the one before once more, or a neighbour of it.
  static func slip(behind before: Character?, to typed: Character) -> Double {
    guard let before else { return 1.0 / 26 }
    return before == typed ? 0.45 : 0.55 * slip(from: before, to: typed)
  }
}
