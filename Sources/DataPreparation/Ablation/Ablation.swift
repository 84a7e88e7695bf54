// What each step of a recipe is worth: training without it, and seeing whether the model gets worse.

/// The results of training on what a recipe makes of some rows, whole and without each of its steps.
///
/// All variants are judged on the same held-out rows: whole documents, as the whole recipe makes them. What a variant
/// keeps of those documents, or that repeats them, is not trained on, so that no variant looks better by having seen the
/// test.
public struct Ablation: Equatable, Sendable {
  public struct Variant: Equatable, Sendable {
    /// The step that was left out, counted from 0; nil for the whole recipe.
    public var step: Int?
    /// The step's name; "whole recipe" without one.
    public var name: String
    public var rows: Int
    /// The held-out loss for each seed; empty if the variant has the same rows as the whole recipe, and so its losses.
    public var losses: [Double]
  }

  public enum Worth: Equatable, Sendable {
    /// Without the step the rows are the same.
    case changesNothing
    /// The error bars overlap.
    case noDifference
    /// The loss is higher without the step by so much.
    case helps(Double)
    /// The loss is lower without it.
    case hurts(Double)
  }

  public var whole: Variant
  /// One a step, in their order.
  public var variants: [Variant]
  public var heldOutRows: Int

  /// - Parameters:
  ///   - seeds: how many times each variant is trained; error bars need two or more.
  ///   - heldOut: the share of rows that are held out, by document.
  ///   - train: trains on rows and returns the loss on the held-out ones; the same arguments give the same loss.
  ///   - report: called before each training: which variant, and how many trainings of how many are done.
  public init(
    _ recipe: Recipe, on rows: [TrainingRow], seeds: Int = 3, heldOut: Double = 0.2,
    report: (_ variant: String, _ done: Int, _ total: Int) -> Void = { _, _, _ in },
    train: (_ rows: [TrainingRow], _ heldOut: [TrainingRow], _ seed: Int) throws -> Double
  ) throws {
    let all = try recipe.run(on: rows).rows
    let split = RowSplit(all, validation: 0, test: heldOut, seed: recipe.seed)
    let heldOutKeys = Set(split.test.map(RowSplit.key))
    var leak = TestLeak()
    leak.testRows = split.test
    let clean = { (rows: [TrainingRow]) throws -> [TrainingRow] in
      try leak.apply(rows.filter { !heldOutKeys.contains(RowSplit.key(of: $0)) }, seed: 0).rows
    }
    let base = try clean(all)
    guard !base.isEmpty, !split.test.isEmpty else { throw AblationError.tooFewRows(all.count) }

    let without = try recipe.steps.indices.map { try clean(recipe.without($0).run(on: rows).rows) }
    let total = seeds * (1 + without.count { $0 != base })
    var done = 0
    func losses(_ rows: [TrainingRow], _ name: String) throws -> [Double] {
      try (0..<seeds).map { seed in
        report(name, done, total)
        defer { done += 1 }
        return try train(rows, split.test, recipe.seed &+ seed)
      }
    }
    whole = Variant(step: nil, name: "whole recipe", rows: base.count, losses: try losses(base, "whole recipe"))
    variants = []
    for (index, rows) in without.enumerated() {
      let name = type(of: recipe.steps[index]).name
      let isSame = rows == base
      variants.append(
        Variant(step: index, name: name, rows: rows.count, losses: isSame ? [] : try losses(rows, "without " + name)))
    }
    heldOutRows = split.test.count
  }

  /// What a variant's step is worth.
  public func worth(of variant: Variant) -> Worth {
    guard !variant.losses.isEmpty else { return .changesNothing }
    let (mine, whole) = (ErrorBar(variant.losses), ErrorBar(whole.losses))
    let difference = mine.mean - whole.mean
    guard mine.half.isFinite, abs(difference) > mine.half + whole.half else { return .noDifference }
    return difference > 0 ? .helps(difference) : .hurts(-difference)
  }
}

public enum AblationError: Error, Equatable, CustomStringConvertible {
  case tooFewRows(Int)

  public var description: String {
    switch self {
    case .tooFewRows(let count):
      "the recipe leaves \(count) rows of too few documents; an ablation needs some to train on and others, of another "
        + "document, to judge by"
    }
  }
}

/// A mean and the half width of its 95 % interval, by Student's t.
public struct ErrorBar: Equatable, Sendable {
  public let mean: Double
  /// Infinite for fewer than two values.
  public let half: Double

  public init(_ values: [Double]) {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / max(1, count)
    self.mean = mean
    guard values.count > 1 else {
      half = .infinity
      return
    }
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    half = Self.quantile(degrees: values.count - 1) * (variance / count).squareRoot()
  }

  /// The 97.5 % quantiles of Student's distribution.
  private static func quantile(degrees: Int) -> Double {
    let table = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228]
    return degrees <= table.count ? table[degrees - 1] : 1.96 + 2.4 / Double(degrees)
  }
}
