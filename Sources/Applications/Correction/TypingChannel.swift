// The noisy channel: how a word that is meant becomes what is typed.
internal import Foundation

/// `p(typed | meant)` from single edits, each with a probability of its own (Kernighan, Church and Gale, "A spelling
/// correction program based on a noisy channel model", 1990; edits of strings in Brill and Moore 2000 are more general).
///
/// Without examples an edit is as likely as the keyboard makes it; with examples, pairs of what was meant and what was
/// typed, as they show.
public struct TypingChannel: Sendable {
  public enum Edit: Hashable, Sendable {
    case substituted(Character, by: Character)
    case omitted(Character)
    /// Put in behind a letter; nil at the beginning.
    case inserted(Character, behind: Character?)
    case swapped(Character, Character)

    var kind: Int {
      switch self {
      case .substituted: 0
      case .omitted: 1
      case .inserted: 2
      case .swapped: 3
      }
    }
  }

  private var counts: [Edit: Double] = [:]
  /// Of substitutions by the letter that was meant, of insertions by the letter before.
  private var substitutions: [Character: Double] = [:]
  private var insertions: [Character?: Double] = [:]
  /// Of each kind of edit, at each letter.
  private var rates = [0.01, 0.008, 0.006, 0.006]

  /// How many examples of a letter weigh as much as the keyboard.
  private static let smoothing = 4.0

  /// The keyboard alone.
  public init() {}

  /// From examples of all words that were typed, the right ones too: how many there are says how often slips are. Case
  /// does not count.
  public init(learntFrom pairs: [(meant: String, typed: String)]) {
    var letters = 100.0
    var kinds = rates.map { $0 * letters }
    for pair in pairs {
      letters += Double(pair.meant.count)
      for edit in Self.countedEdits(from: pair.meant.lowercased(), to: pair.typed.lowercased()) {
        counts[edit, default: 0] += 1
        kinds[edit.kind] += 1
        switch edit {
        case .substituted(let meant, _): substitutions[meant, default: 0] += 1
        case .inserted(_, let before): insertions[before, default: 0] += 1
        case .omitted, .swapped: break
        }
      }
    }
    rates = kinds.map { $0 / letters }
  }

  /// `log p(typed | meant)` of the likeliest edits that lead from one to the other, in nats.
  public func logProbability(of typed: String, meant: String) -> Double { align(meant, typed).logProbability }

  /// The likeliest edits that lead from what was meant to what was typed.
  public func edits(from meant: String, to typed: String) -> [Edit] { align(meant, typed).edits }

  /// `log p` of one edit at its letter.
  public func logProbability(of edit: Edit) -> Double {
    let rate = rates[edit.kind]
    switch edit {
    case .substituted(let meant, let typed):
      return log(rate * share(counts[edit], of: substitutions[meant], prior: Keyboard.slip(from: meant, to: typed)))
    case .inserted(let letter, let before):
      return log(rate * share(counts[edit], of: insertions[before], prior: Keyboard.slip(behind: before, to: letter)))
    case .omitted, .swapped: return log(rate)
    }
  }

  private func share(_ count: Double?, of total: Double?, prior: Double) -> Double {
    ((count ?? 0) + Self.smoothing * prior) / ((total ?? 0) + Self.smoothing)
  }

  private func align(_ meant: String, _ typed: String) -> (logProbability: Double, edits: [Edit]) {
    let unchanged = log(max(1e-6, 1 - rates.reduce(0, +)))
    return Self.alignment(Array(meant), Array(typed), unchanged: unchanged, logProbability)
  }

  /// With equal costs for all edits: what is counted before anything is known.
  private static func countedEdits(from meant: String, to typed: String) -> [Edit] {
    alignment(Array(meant), Array(typed), unchanged: 0) { _ in -1 }.edits
  }

  /// The best way through the table of the edit distance, by sums of what edits weigh.
  private static func alignment(
    _ meant: [Character], _ typed: [Character], unchanged: Double, _ weight: (Edit) -> Double
  ) -> (logProbability: Double, edits: [Edit]) {
    struct Cell {
      var sum = -Double.infinity
      var edit: Edit?
      /// How many letters of each word the last move takes.
      var (meant, typed) = (0, 0)
    }
    var table = Array(repeating: Array(repeating: Cell(), count: typed.count + 1), count: meant.count + 1)
    table[0][0].sum = 0
    func reach(_ i: Int, _ j: Int, by edit: Edit?, _ di: Int, _ dj: Int) {
      let sum = table[i - di][j - dj].sum + (edit.map(weight) ?? unchanged)
      if sum > table[i][j].sum { table[i][j] = Cell(sum: sum, edit: edit, meant: di, typed: dj) }
    }
    for i in 0...meant.count {
      for j in 0...typed.count where i + j > 0 {
        if i > 0, j > 0 {
          let same = meant[i - 1] == typed[j - 1]
          reach(i, j, by: same ? nil : .substituted(meant[i - 1], by: typed[j - 1]), 1, 1)
        }
        if i > 0 { reach(i, j, by: .omitted(meant[i - 1]), 1, 0) }
        if j > 0 { reach(i, j, by: .inserted(typed[j - 1], behind: i > 0 ? meant[i - 1] : nil), 0, 1) }
        if i > 1, j > 1, meant[i - 2] == typed[j - 1], meant[i - 1] == typed[j - 2], meant[i - 1] != meant[i - 2] {
          reach(i, j, by: .swapped(meant[i - 2], meant[i - 1]), 2, 2)
        }
      }
    }
    var edits: [Edit] = []
    var (i, j) = (meant.count, typed.count)
    while i + j > 0 {
      let cell = table[i][j]
      if let edit = cell.edit { edits.append(edit) }
      (i, j) = (i - cell.meant, j - cell.typed)
    }
    return (table[meant.count][typed.count].sum, edits.reversed())
  }
}

extension TypingChannel.Edit: CustomStringConvertible {
  public var description: String {
    switch self {
    case .substituted(let meant, let typed): "\(typed) for \(meant)"
    case .omitted(let letter): "\(letter) left out"
    case .inserted(let letter, let before): before.map { "\(letter) put in behind \($0)" } ?? "\(letter) put in before"
    case .swapped(let first, let second): "\(first)\(second) swapped"
    }
  }
}
