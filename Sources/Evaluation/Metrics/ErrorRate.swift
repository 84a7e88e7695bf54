// Errors of what was heard or read: how many characters or words must be changed, added or left out.

public enum EditDistance {
  /// The fewest elements to change, add or leave out to make one list of the other (Levenshtein 1965).
  public static func between<Element: Equatable>(_ first: [Element], _ second: [Element]) -> Int {
    var row = Array(0...second.count)
    for (index, element) in first.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in second.indices {
        let change = diagonal + (element == second[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(change, diagonal + 1, row[column] + 1)
      }
    }
    return row[second.count]
  }
}

/// Character or word error rate: errors for each character or word of the reference, 0 or more. Case and punctuation
/// count; white space at the ends does not, nor how much of it is between words. With several references the one with
/// the lowest rate counts; the rate of many is that of all errors to all that should have been.
public struct ErrorRate: TextMetric {
  public enum Unit: Sendable {
    case characters, words
  }

  public let unit: Unit
  public let isLowerBetter = true
  public var name: String { unit == .characters ? "cer" : "wer" }
  public var explanation: String {
    "0 or more, lower is better: \(unit == .characters ? "character" : "word") errors for each of the reference's"
  }

  public init(of unit: Unit) { self.unit = unit }

  public func score(_ prediction: String, _ references: [String]) -> Double {
    let (errors, length) = counts(prediction, references)
    return Self.rate(errors, length)
  }

  public func scorer(of pairs: [TextPair]) -> @Sendable ([Int]) -> Double {
    let counts = pairs.map { self.counts($0.prediction, $0.references) }
    return { rows in
      rows.isEmpty
        ? .nan : Self.rate(rows.reduce(0) { $0 + counts[$1].errors }, rows.reduce(0) { $0 + counts[$1].length })
    }
  }

  private func counts(_ prediction: String, _ references: [String]) -> (errors: Int, length: Int) {
    let own = prediction.scalars.trimmed
    return references.map { reference -> (errors: Int, length: Int) in
      let known = reference.scalars.trimmed
      return unit == .characters
        ? (EditDistance.between(own, known), known.count)
        : (EditDistance.between(own.words, known.words), known.words.count)
    }.min { Self.rate($0.errors, $0.length) < Self.rate($1.errors, $1.length) } ?? (0, 0)
  }

  /// Where nothing should be, each of what is there is an error (as in the package jiwer).
  private static func rate(_ errors: Int, _ length: Int) -> Double { Double(errors) / Double(max(1, length)) }
}
