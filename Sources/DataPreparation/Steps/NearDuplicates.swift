// Rows that say the same again.
public import YAMLTrees

/// Drops rows that are the same as an earlier one, or nearly: whose sets of word runs have a Jaccard similarity of at
/// least `similarity`. The earlier row stays. Rows of different kinds, or with different numbers in them, are no copies of
/// each other: "departs at 8:10" and "departs at 8:20" are two facts. Nor are two questions about the same input.
///
/// Equal rows are found first, by their words. Of the rest MinHash (Broder 1997) and banding (Leskovec, Rajaraman and
/// Ullman 2020, chapter 3) propose pairs, and each pair is decided by its exact similarity. So what is dropped is never
/// wrong, and of the pairs that lie just at `similarity` less than one in a million is missed. A row is compared with the
/// rows that stay, so of a chain of similar rows, each like the next only, every second one may stay.
///
/// - Complexity: linear in the rows, as long as not very many are alike without being copies.
public struct NearDuplicates: RecipeStep {
  public static let name = "near-duplicates"
  public static let summary = "drops rows that say what an earlier row says, word for word or nearly"

  /// How alike two rows must be, 0 to 1.
  public var similarity = 0.85
  /// How many words in a row are compared as one.
  public var words = 3
  /// Whether rows with different numbers in them are always different.
  public var numbersMatter = true

  public init() {}

  public static var settings: [Setting<NearDuplicates>] {
    [
      .number("similarity", \.similarity, in: 0.3...1, "Jaccard similarity from which on rows are copies"),
      .whole("words", \.words, in: 1...20, "how many words in a row are compared as one"),
      .flag("numbers-matter", \.numbersMatter, "rows with different numbers are always different"),
    ]
  }

  public func apply(_ rows: [TrainingRow], seed: Int) -> RecipeOutcome {
    let copies = self.copies(in: rows, seed: seed)
    var outcome = RecipeOutcome(rows: [])
    for (index, row) in rows.enumerated() {
      guard let copy = copies[index] else {
        outcome.rows.append(row)
        continue
      }
      let detail =
        "row \(copy.of + 1)" + (copy.similarity < 1 ? ", similarity \((copy.similarity * 1000).rounded() / 1000)" : "")
      outcome.dropped.append(
        .init(row, copy.isExact ? "same as another row" : "nearly the same as another row", detail: detail))
    }
    return outcome
  }

  /// That a row repeats an earlier one.
  public struct Copy: Equatable, Sendable {
    /// The earlier row, counted from 0.
    public var of: Int
    /// Of their word runs, exactly.
    public var similarity: Double
    /// Whether all words are the same, in the same order.
    public var isExact: Bool
  }

  /// Which rows are copies of which; nil for a row that stays.
  public func copies(in rows: [TrainingRow], seed: Int) -> [Copy?] {
    var copies = [Copy?](repeating: nil, count: rows.count)
    var firsts: [UInt64: Int] = [:]
    var shingles = ShingleSets()
    for (index, row) in rows.enumerated() {
      let text = row.wholeText
      let hashes = WordHashes.of(text)
      // What no two rows may differ in.
      var group = WordHashes.mixed(UInt64(TrainingRow.Kind.allCases.firstIndex(of: row.kind) ?? 0) &+ 1)
      if numbersMatter { group ^= Self.numbers(in: text) }
      let whole = hashes.reduce(group) { WordHashes.mixed($0 ^ $1) }
      if let first = firsts[whole] {
        copies[index] = Copy(of: first, similarity: 1, isExact: true)
        shingles.append([], group: group)
      } else {
        firsts[whole] = index
        shingles.append(WordHashes.runs(of: hashes, length: words), group: group)
      }
    }

    let minHash = MinHash(similarity: similarity, seed: seed)
    var buckets = MinHash.Buckets(rows: rows.count, bands: minHash.bands)
    var lastSeen = [Int32](repeating: -1, count: rows.count)
    for index in rows.indices where copies[index] == nil && !shingles[index].isEmpty {
      let keys = minHash.keys(of: shingles[index], group: shingles.groups[index])
      var best: Copy?
      buckets.forEachEarlier(keys) { earlier in
        guard lastSeen[earlier] != Int32(index) else { return }
        lastSeen[earlier] = Int32(index)
        guard shingles.groups[earlier] == shingles.groups[index],
          let alike = shingles.similarity(earlier, index, atLeast: similarity), saysAlike(rows[earlier], rows[index])
        else { return }
        // The most similar; of equal ones the first.
        if (alike, -earlier) > (best?.similarity ?? 0, -(best?.of ?? 0)) {
          best = Copy(of: earlier, similarity: alike, isExact: false)
        }
      }
      copies[index] = best
      if best == nil { buckets.insert(index, keys) }
    }
    // Who repeats a row that is dropped itself repeats what that one repeats.
    for (index, copy) in copies.enumerated() {
      if let copy, copy.isExact, let further = copies[copy.of] { copies[index] = further }
    }
    return copies
  }

  /// Whether two rows about nearly the same input ask and answer nearly the same, too.
  private func saysAlike(_ one: TrainingRow, _ other: TrainingRow) -> Bool {
    guard one.input != nil || other.input != nil else { return true }
    var sets = ShingleSets()
    for row in [one, other] {
      sets.append(WordHashes.runs(of: WordHashes.of(row.instruction + "\n" + row.answer), length: words), group: 0)
    }
    return sets.similarity(0, 1, atLeast: similarity) != nil
  }

  /// Of the numbers in a text, whatever their order.
  private static func numbers(in text: String) -> UInt64 {
    var sum: UInt64 = 0
    var number: UInt64 = 0
    var isInside = false
    for byte in text.utf8 {
      if byte.isDigit {
        number = number &* 10 &+ UInt64(byte - Byte.zero) &+ 1
        isInside = true
      } else if isInside {
        sum = sum &+ WordHashes.mixed(number)
        (number, isInside) = (0, false)
      }
    }
    return isInside ? sum &+ WordHashes.mixed(number) : sum
  }
}
