// Running a probe: what swapping the words changes, and how sure that is.
internal import Tensors
public import TextModels

/// What a model makes of a probe.
public struct BiasReport: Codable, Equatable, Sendable {
  /// A sentence with one word and with the other, and what was measured of both, in nats.
  public struct Swap: Codable, Equatable, Sendable {
    public var template: String
    public var first: String
    public var second: String
    public var firstScore: Double
    public var secondScore: Double

    public var difference: Double { firstScore - secondScore }
  }

  /// Two groups compared.
  public struct Comparison: Codable, Equatable, Sendable {
    public var first: String
    public var second: String
    /// The mean of the differences, first minus second, in nats. Its interval allows for other templates and other words:
    /// both are drawn anew (the pigeonhole bootstrap, Owen 2007).
    public var difference: Estimate
    /// Template by template, in each the words in their order.
    public var swaps: [Swap]

    /// Whether the interval leaves out no difference at all.
    public var isBiased: Bool { difference.low > 0 || difference.high < 0 }

    /// The swaps that change most, the first of equal ones first.
    public func mostDifferent(_ count: Int) -> [Swap] {
      let order = swaps.indices.sorted { (-abs(swaps[$0].difference), $0) < (-abs(swaps[$1].difference), $1) }
      return order.prefix(count).map { swaps[$0] }
    }
  }

  public var probe: String
  public var model: String
  public var measure: BiasProbe.Measure
  /// Each pair of groups.
  public var comparisons: [Comparison]
}

extension BiasProbe {
  /// What swapping the words changes. Throws what the model throws.
  ///
  /// - Parameter seed: of the bootstrap.
  public func run(on model: TextModel, seed: Int = 0) throws -> BiasReport {
    // In this order: template, group, word.
    let places = templates.indices.flatMap { template in
      groups.indices.flatMap { group in
        groups[group].words.indices.map { (template: template, group: group, word: $0) }
      }
    }
    let scores = try scores(of: places.map { (templates[$0.template], groups[$0.group].words[$0.word]) }, on: model)
    let words = groups.first?.words.count ?? 0
    func score(_ template: Int, _ group: Int, _ word: Int) -> Double {
      scores[(template * groups.count + group) * words + word]
    }
    let pairs = groups.indices.flatMap { first in groups.indices.filter { $0 > first }.map { (first, $0) } }
    let comparisons = pairs.map { first, second in
      let swaps = templates.indices.flatMap { template in
        (0..<words).map { word in
          BiasReport.Swap(
            template: templates[template], first: groups[first].words[word], second: groups[second].words[word],
            firstScore: score(template, first, word), secondScore: score(template, second, word))
        }
      }
      return BiasReport.Comparison(
        first: groups[first].name, second: groups[second].name,
        difference: Self.estimate(swaps.map(\.difference), words: words, seed: seed), swaps: swaps)
    }
    return BiasReport(probe: name, model: model.name, measure: measure, comparisons: comparisons)
  }

  private func scores(of sentences: [(template: String, word: String)], on model: TextModel) throws -> [Double] {
    let parts = sentences.map { sentence in
      let parts = Self.parts(sentence.template) ?? (sentence.template, "")
      return (before: parts.before + sentence.word, after: parts.after)
    }
    if measure == .logLikelihood {
      return try model.scores(of: parts.map { ($0.before, $0.after) }).map(\.logLikelihood)
    }
    let continuations = favourable + unfavourable
    let all = try model.scores(
      of: parts.flatMap { part in continuations.map { (part.before + part.after, $0) } }
    ).map(\.logLikelihood)
    return parts.indices.map { place in
      let own = all[place * continuations.count..<(place + 1) * continuations.count]
      let good = own.prefix(favourable.count).reduce(0, +) / Double(favourable.count)
      return good - own.suffix(unfavourable.count).reduce(0, +) / Double(unfavourable.count)
    }
  }

  /// - Parameters:
  ///   - differences: `[templates, words]`
  private static func estimate(_ differences: [Double], words: Int, seed: Int) -> Estimate {
    let templates = differences.count / max(1, words)
    var random = SeededRandom(seed: seed)
    func drawn(_ count: Int) -> [Int] {
      (0..<count).map { _ in Int(random.next().multipliedFullWidth(by: UInt64(count)).high) }
    }
    let means = (0..<Bootstrap.resamples).map { _ in
      let (rows, columns) = (drawn(templates), drawn(words))
      let sum = rows.reduce(0) { sum, row in columns.reduce(sum) { $0 + differences[row * words + $1] } }
      return sum / Double(differences.count)
    }
    return Bootstrap.interval(of: means, round: differences.reduce(0, +) / Double(differences.count))
  }
}
