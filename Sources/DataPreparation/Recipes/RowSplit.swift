// Rows into those to train on and those held out, so that no document is in two parts.
internal import Corpora

/// Training, validation and test rows.
///
/// Rows of one document stand in one part: its sentences repeat its facts, and a model that has learnt one of them has
/// seen the others. Rows without a document belong together when they ask the same.
public struct RowSplit: Equatable, Sendable {
  public var train: [TrainingRow] = []
  public var validation: [TrainingRow] = []
  public var test: [TrainingRow] = []

  /// Divides rows as evenly as whole documents allow; in each part they keep their order. A single document is trained
  /// on; of two one is the test's; of three each part has one.
  ///
  /// - Parameters:
  ///   - validation, test: the shares that they should have, 0 to 1 together.
  public init(_ rows: [TrainingRow], validation: Double, test: Double, seed: Int) {
    let parts = Self.parts(of: rows.map(Self.key), validation: validation, test: test, seed: seed)
    for (row, part) in zip(rows, parts) {
      switch part {
      case .train: train.append(row)
      case .validation: self.validation.append(row)
      case .test: self.test.append(row)
      }
    }
  }

  package enum Part { case train, test, validation }

  /// The part of each row, by what it belongs to.
  package static func parts(of keys: [String], validation: Double, test: Double, seed: Int) -> [Part] {
    var counts: [String: Int] = [:]
    for key in keys { counts[key, default: 0] += 1 }
    var random = CorpusRandom(seed: seed)
    // Large documents first: small ones can still even things out.
    let order = counts.keys.sorted().inRandomOrder(using: &random).enumerated()
      .sorted { (counts[$1.element] ?? 0, $0.offset) < (counts[$0.element] ?? 0, $1.offset) }.map(\.element)

    // Training, test, validation.
    let shares = [1 - validation - test, test, validation]
    let parts = shares.indices.filter { shares[$0] > 0 }
    var wanted = shares.map { $0 * Double(keys.count) }
    var empty = parts
    var part: [String: Int] = [:]
    for (place, key) in order.enumerated() {
      // Whoever lacks most; but the last documents go to parts that would have none.
      let isLastChance = order.count - place <= empty.count
      guard let next = isLastChance ? empty.first : parts.max(by: { (wanted[$0], $1) < (wanted[$1], $0) }) else {
        break
      }
      part[key] = next
      empty.removeAll { $0 == next }
      wanted[next] -= Double(counts[key] ?? 0)
    }
    return keys.map { [Part.train, .test, .validation][part[$0] ?? 0] }
  }

  /// What must not be torn apart.
  static func key(of row: TrainingRow) -> String {
    if let file = row.evidence?.file { return "document \(file)" }
    return "question "
      + TextWords.words(of: row.instruction.isEmpty ? row.answer : row.instruction).joined(separator: " ")
  }
}
