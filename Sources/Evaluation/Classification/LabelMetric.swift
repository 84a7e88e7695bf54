// Measures of labels that stand one a line, by name beside those of texts.

/// A measure of classification. A prediction that is one of its references is right; else the first is what it should be.
public struct LabelMetric: TextMetric {
  public enum Kind: String, CaseIterable, Sendable {
    case precision, recall
    case f1Macro = "f1-macro"
    case f1Micro = "f1-micro"
    case f1Weighted = "f1-weighted"
    case matthews
  }

  public let kind: Kind
  public var name: String { kind.rawValue }
  public var explanation: String {
    switch kind {
    case .precision: "0 to 1, higher is better: share of a label's predictions that are right, mean over labels"
    case .recall: "0 to 1, higher is better: share of a label's items that are found, mean over labels"
    case .f1Macro: "0 to 1, higher is better: harmonic mean of precision and recall, mean over labels"
    case .f1Micro: "0 to 1, higher is better: the same of all items together"
    case .f1Weighted: "0 to 1, higher is better: the same, labels weighted by how often they are right"
    case .matthews: "-1 to 1, 0 is guessing: correlation of labels (Matthews 1975; Gorodkin 2004)"
    }
  }

  public init(_ kind: Kind) { self.kind = kind }

  public func score(_ prediction: String, _ references: [String]) -> Double {
    LabelAccuracy().score(prediction, references)
  }

  public func scorer(of pairs: [TextPair]) -> @Sendable ([Int]) -> Double {
    var numbers: [Scalars: Int] = [:]
    func number(_ label: Scalars) -> Int {
      let number = numbers[label] ?? numbers.count
      numbers[label] = number
      return number
    }
    let items = pairs.map { pair in
      let label = pair.prediction.scalars.trimmed
      let references = pair.references.map(\.scalars.trimmed)
      return (predicted: number(label), truth: number(references.contains(label) ? label : references.first ?? []))
    }
    let (kind, labels) = (kind, numbers.count)
    return { rows in
      guard !rows.isEmpty else { return .nan }
      let none = [Int](repeating: 0, count: labels)
      var counts = LabelCounts(hits: none, truth: none, predicted: none)
      for row in rows {
        let (predicted, truth) = items[row]
        counts.truth[truth] += 1
        counts.predicted[predicted] += 1
        if predicted == truth { counts.hits[truth] += 1 }
      }
      return switch kind {
      case .precision: counts.macro.precision
      case .recall: counts.macro.recall
      case .f1Macro: counts.macro.f1
      case .f1Micro: counts.micro.f1
      case .f1Weighted: counts.weighted.f1
      case .matthews: counts.matthews
      }
    }
  }
}
