// Whether a model may have learnt a test by heart: the items of a task that stand in the rows it was trained on.
public import DataPreparation

/// Looks for the items of a task in training rows, in three ways: word for word, by runs of words (Brown et al. 2020
/// took 13; an item of fewer words is one run), and by the similarity of their sets of three words (Broder 1997).
///
/// Case and punctuation do not count, nor do the words of the task's templates.
public struct LeakCheck: Equatable, Sendable {
  /// How many words a run has.
  public var words = 13
  /// Which share of an item's runs must stand in training rows, 0 to 1.
  public var share = 0.5
  /// From which Jaccard similarity on an item repeats a row, 0 to 1.
  public var similarity = 0.8

  public init() {}

  /// An item that leaked.
  public struct Leak: Codable, Equatable, Sendable {
    public enum Kind: String, Codable, CaseIterable, Sendable {
      /// The whole item stands in a row.
      case exact
      /// Much of it does, in runs of words.
      case runs
      /// A row says nearly the same.
      case similar
    }
    public var kind: Kind
    /// Its place among the task's items, from 0.
    public var example: Int
    /// The row that it stands in, from 0: the first that holds it, or a run of it.
    public var row: Int
    /// The share of its runs that stand in rows; of `similar` the similarity.
    public var share: Double

    public init(kind: Kind, example: Int, row: Int, share: Double) {
      self.kind = kind
      self.example = example
      self.row = row
      self.share = share
    }
  }

  /// The items that leaked, in their order.
  public func leaks(of task: EvaluationTask, in rows: [TrainingRow]) -> [Leak] {
    let items = task.items.map { WordHashes.of($0.material) }
    let training = rows.map { WordHashes.of($0.wholeText) }
    let lengths = Set(items.filter { !$0.isEmpty }.map { min(words, $0.count) })
    // For each length of runs, where each run stands first.
    var first: [Int: [UInt64: Int]] = [:]
    for length in lengths.sorted() {
      let wanted = Set(
        items.filter { min(words, $0.count) == length }.flatMap { WordHashes.runs(of: $0, length: length) })
      var places: [UInt64: Int] = [:]
      for (row, hashes) in training.enumerated() where hashes.count >= length {
        for run in WordHashes.runs(of: hashes, length: length) where wanted.contains(run) && places[run] == nil {
          places[run] = row
        }
      }
      first[length] = places
    }
    let copies = similarRows(task.items, rows)
    return items.indices.compactMap { example -> Leak? in
      let item = items[example]
      guard !item.isEmpty else { return nil }
      let places = first[min(words, item.count)] ?? [:]
      let runs = WordHashes.runs(of: item, length: min(words, item.count))
      let found = runs.compactMap { places[$0] }
      let share = Double(found.count) / Double(runs.count)
      if share == 1, let row = Self.row(holding: item, training, among: found) {
        return Leak(kind: .exact, example: example, row: row, share: 1)
      }
      if share >= self.share, let row = found.first {
        return Leak(kind: .runs, example: example, row: row, share: share)
      }
      return copies[example].map { Leak(kind: .similar, example: example, row: $0.of, share: $0.similarity) }
    }
  }

  /// The first row in which all words of an item stand in their order, without others between them.
  private static func row(holding item: [UInt64], _ training: [[UInt64]], among candidates: [Int]) -> Int? {
    // Where an item is one run, its row has been found; a longer one may stand in a later row than its first run.
    let row = candidates.first { holds(training[$0], item) }
    return row ?? (item.isEmpty ? nil : training.indices.first { holds(training[$0], item) })
  }

  private static func holds(_ words: [UInt64], _ item: [UInt64]) -> Bool {
    guard words.count >= item.count else { return false }
    return (0...words.count - item.count).contains { start in
      words[start] == item[0] && words[start..<start + item.count].elementsEqual(item)
    }
  }

  /// For each item the row that it repeats; nil if none is as similar as that.
  private func similarRows(_ items: [TaskItem], _ rows: [TrainingRow]) -> [NearDuplicates.Copy?] {
    var duplicates = NearDuplicates()
    duplicates.similarity = similarity
    let texts = rows.map(\.wholeText) + items.map(\.material)
    let copies = duplicates.copies(in: texts.map { TrainingRow(.text, answer: $0) }, seed: 0)
    return copies[rows.count...].map { copy in
      // A row that is a copy itself leads to the one it repeats; one item may repeat another.
      copy.flatMap { $0.of < rows.count ? $0 : nil }
    }
  }
}
