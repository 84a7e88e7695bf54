// What a search tries: every combination, or so many that are drawn.
internal import Messages
internal import Tensors
public import YAMLTrees

/// A search over the keys of a configuration.
///
/// ```yaml
/// search:
///   vary:
///     training.learningRate: 1e-4..1e-2
///     tuning.rank: [2, 4, 8]
///   random: 12
/// ```
public struct SearchPlan: Equatable, Sendable {
  /// In the order in which they were named.
  public var axes: [SearchAxis] = []
  /// How many combinations are drawn; 0 for all of them (a grid).
  public var random = 0
  /// How many runs each combination gets, each with another seed.
  public var seeds = 1
  /// How long all runs together may train; 0 for as long as it takes.
  public var minutes = 0.0
  /// Whether most combinations are given up early (successive halving, Jamieson and Talwalkar 2016): all make a part of
  /// the steps, the better third goes on to three times as many, and so on to the full number.
  public var halving = false
  /// By what combinations are ordered: `loss`, or the name of a metric.
  public var by = "loss"
  /// Of the draws.
  public var seed = 1

  public init(_ axes: [SearchAxis] = []) { self.axes = axes }

  /// One combination.
  public struct Trial: Equatable, Sendable {
    /// From 1.
    public var number: Int
    /// Keys and values, as `--set` has them, in the order of the axes.
    public var settings: [Setting]

    public struct Setting: Equatable, Sendable {
      public var key: String
      public var value: String

      public init(key: String, value: String) {
        self.key = key
        self.value = value
      }
    }

    /// The name of its runs' folders: `trial-03-learningRate-0.001-rank-4`.
    public var folder: String {
      let number = String(number)
      let words = settings.map { setting in
        let value = setting.value.map { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) ? $0 : "_" }
        return "-\(setting.key.split(separator: ".").last ?? "")-\(String(value.prefix(24)))"
      }
      return "trial-" + String(repeating: "0", count: max(0, 2 - number.count)) + number + words.joined()
    }
  }

  /// In the order in which they are tried. The same plan always gives the same ones. Of a plan with a time budget they
  /// are shuffled, so that what there is no time for is not one corner of the grid.
  public var trials: [Trial] {
    var random = SeededRandom(seed: seed)
    var combinations: [[String]] = []
    if self.random > 0 {
      // A drawn combination that was there already says nothing new; of small lists there may not be so many others.
      for _ in 0..<self.random * 20 where combinations.count < self.random {
        let drawn = axes.map { $0.draw(&random) }
        if !combinations.contains(drawn) { combinations.append(drawn) }
      }
    } else {
      combinations = [[]]
      for axis in axes {
        guard case .list(let values) = axis.values else { return [] }
        combinations = combinations.flatMap { head in values.map { head + [$0] } }
      }
      if minutes > 0 { combinations.shuffle(using: &random) }
    }
    return combinations.enumerated().map { place, values in
      Trial(number: place + 1, settings: zip(axes, values).map { .init(key: $0.key, value: $1) })
    }
  }

  /// What is wrong with the plan as a whole; nil if nothing is.
  public var contradiction: String? {
    if axes.isEmpty { return "a search varies something; name it, as in training.learningRate=1e-4,1e-3" }
    let keys = axes.map(\.key)
    if let repeated = keys.indices.first(where: { keys[..<$0].contains(keys[$0]) }) {
      return "\(keys[repeated].harmless) is varied twice; name all its values together"
    }
    if random == 0, let range = axes.first(where: { if case .range = $0.values { true } else { false } }) {
      return "\(range.key.harmless) is a range, and a grid needs values; say how many to draw, as in random 10, or "
        + "name some values"
    }
    if seeds > 1, keys.contains("seed") { return "the seed is varied, and several seeds are asked for; do one of both" }
    return nil
  }

  /// What parts of their steps combinations make before the worse ones are given up: one in `rungs[i]`, the last of
  /// which is 1, all steps. Without halving, or with too few combinations to halve, that is the only one.
  public func rungs(trials: Int) -> [Int] {
    guard halving else { return [1] }
    var rungs = [1]
    var left = trials
    while left > Self.reduction {
      rungs.insert(rungs[0] * Self.reduction, at: 0)
      left = Self.survivors(of: left)
    }
    return rungs
  }

  /// One in so many goes on.
  public static let reduction = 3

  static func survivors(of count: Int) -> Int { (count + reduction - 1) / reduction }
}

extension SearchPlan {
  /// The keys of the section beside `vary`.
  public static var settings: [Setting<SearchPlan>] {
    [
      .whole("random", \.random, in: 0...10_000, "draws so many combinations; 0 tries them all"),
      .whole("seeds", \.seeds, in: 1...100, "runs of each combination"),
      .number("minutes", \.minutes, in: 0...100_000, "of training in all; 0: as long as it takes"),
      .flag("halving", \.halving, "gives up the worse two thirds at a third of the steps, and again at the next third"),
      .text("by", \.by, "orders combinations: loss, or the name of a metric"),
      .whole("seed", \.seed, in: 0...1_000_000_000, "of the draws"),
    ]
  }

  /// Reads the `search:` section of a configuration.
  public init(_ section: YAMLNode, into reader: inout SettingsReader) {
    self.init()
    reader.read(Self.settings, of: section, into: &self, called: "search", besides: ["vary"])
    guard let vary = section["vary"] else { return }
    for entry in reader.entries(of: vary, called: "vary") {
      guard let key = entry.key.text, let texts = entry.value.texts else {
        reader.report("vary is written as key: [value, value], or key: 1e-4..1e-2 for a range", at: entry.value)
        continue
      }
      do { axes.append(try SearchAxis(key: key, texts: texts)) } catch {
        reader.report(error.description, at: entry.value)
      }
    }
  }
}
