// What a reader can ask of an interactive run, and the words that ask for it behind a colon.
import Foundation

enum RunAction: Equatable {
  case next, again, back, forth
  /// A step by its id or number; nil asks for it.
  case goTo(String?)
  /// A step by its id or number; nil means the one at hand.
  case edit(String?)
  case editOutside(String?)
  case vary(String?)
  case keep, original, write
  /// Asks for a line.
  case line
  /// An expression or statement, evaluated where the run stands.
  case look(String)
  case variables
  /// What to draw, as it was typed.
  case zoom(String)
  /// Text to look for; nil asks for it.
  case search(String?)
  case nextHit
  /// Ends what a key began: a search, a variation.
  case dismiss
  case keys
  case quit
  case interrupted
}

/// A picture to be drawn large: `NAME`, `NAME HEAD`, `NAME HEAD ROW` or `NAME ROW`, a row also by its label.
struct ZoomRequest: Equatable {
  var name: String
  var head: Int?
  /// A number or a label.
  var row: String?

  init(name: String) { self.name = name }

  /// - Parameter names: what can be drawn. Names may hold spaces: the longest that fits is meant.
  /// - Returns: nil without a name, and for more than a head and a row behind it.
  init?(_ text: String, names: some Sequence<String>) {
    let text = text.trimmingCharacters(in: .whitespaces)
    let known = names.filter { text == $0 || text.hasPrefix($0 + " ") }.max { $0.count < $1.count }
    let words = text.dropFirst(known?.count ?? 0).split(separator: " ").map(String.init)
    guard let name = known ?? words.first else { return nil }
    self.name = name
    let parts = words.dropFirst(known == nil ? 1 : 0)
    guard let last = parts.last else { return }
    head = parts.first.flatMap { Int($0) }
    if parts.count > 1 || head == nil { row = last }
    if parts.count > 2 || (parts.count == 2 && head == nil) { return nil }
  }
}

extension RunAction {
  /// What a line behind the colon asks for; nil if it is empty.
  ///
  /// - Parameter variables: names that are alive. A name that is also one of our words means the variable, so that a
  ///   lesson may call its tensors `keys`.
  init?(line: String, variables: some Collection<String>) {
    let line = line.trimmingPrefix { $0.isWhitespace || $0 == ":" }
    let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let first = words.first else { return nil }
    if line.hasPrefix("/") {
      self = .search(String(line.dropFirst()))
    } else if !variables.contains(where: { $0 == first }) || words.count > 1,
      let action = Self.named(first, Array(words.dropFirst()))
    {
      self = action
    } else {
      self = .look(String(line))
    }
  }

  /// The words that stand alone, in the order in which completion offers them.
  static let words = [
    "vars", "zoom", "step", "next", "again", "back", "forth", "edit", "editor", "vary", "keep", "original", "write",
    "search", "keys", "quit",
  ]

  private static func named(_ word: String, _ rest: [String]) -> RunAction? {
    if let action = alone(word) { return rest.isEmpty ? action : nil }
    // `step + 1` and `zoom = 3` are Swift.
    if let sign = rest.first?.first, !sign.isLetter, !sign.isNumber, sign != "_", word != "search" { return nil }
    guard rest.count <= 1 || word == "zoom" || word == "search" else { return nil }
    return switch word {
    case "step", "go", "g": .goTo(rest.first)
    case "edit", "e": .edit(rest.first)
    case "editor", "E": .editOutside(rest.first)
    case "vary", "v": .vary(rest.first)
    case "search": .search(rest.isEmpty ? nil : rest.joined(separator: " "))
    case "zoom": rest.isEmpty ? nil : .zoom(rest.joined(separator: " "))
    default: nil
    }
  }

  private static func alone(_ word: String) -> RunAction? {
    switch word {
    case "next", "run": .next
    case "again", "r": .again
    case "back", "b": .back
    case "forth", "f": .forth
    case "keep", "k": .keep
    case "original", "o": .original
    case "write", "w": .write
    case "vars", "shapes": .variables
    case "keys", "help", "h", "?": .keys
    case "quit", "q": .quit
    default: nil
    }
  }
}
