// Where a trainer gets its batches.

import Tensors

/// Batches by their numbers: an endless sequence in which any one can be asked for again.
///
/// A batch depends on its number and the seed alone. So training that goes on after a stop needs to know only how many
/// batches it has used.
public struct Batches<Batch> {
  /// How many make one pass through the data.
  public let count: Int
  private let make: (_ number: Int) throws -> Batch

  /// - Parameter make: the batch of a number, from 0 on without an end; the same batch for the same number.
  public init(count: Int, _ make: @escaping (_ number: Int) throws -> Batch) {
    guard count > 0 else { stop("Batches: a pass needs at least one batch; count is \(count)") }
    self.count = count
    self.make = make
  }

  /// Throws ``BatchError`` if the data for it cannot make a batch.
  public subscript(number: Int) -> Batch {
    get throws { try make(number) }
  }
}

extension Batches {
  /// Passes through examples, `size` a batch; the last batch of a pass may be smaller. Throws ``BatchError``.
  ///
  /// - Parameters:
  ///   - seed: each pass goes through them in another order; nil: always in theirs.
  ///   - batch: makes a batch of examples.
  public init<Example>(
    _ examples: [Example], size: Int, seed: Int?, batch: @escaping ([Example]) throws -> Batch
  ) throws {
    guard !examples.isEmpty else { throw BatchError.noExamples }
    guard size > 0 else { throw BatchError.impossibleSize(size) }
    let order = seed.map { ExampleOrder(count: examples.count, seed: $0) }
    let count = (examples.count + size - 1) / size
    self.init(count: count) { number in
      let (pass, place) = number.quotientAndRemainder(dividingBy: count)
      let chosen = place * size..<min((place + 1) * size, examples.count)
      guard let order else { return try batch(Array(examples[chosen])) }
      return try batch(order.places(chosen, pass: pass).map { examples[$0] })
    }
  }
}

extension Batches where Batch: TrainingBatch {
  /// Passes through examples, as arrays of them.
  public init<Example>(_ examples: [Example], size: Int, seed: Int?) throws where Batch == [Example] {
    try self.init(examples, size: size, seed: seed) { $0 }
  }
}

/// What a trainer must know of a batch.
public protocol TrainingBatch {
  /// How many targets the loss is the mean of. With several batches to a step each counts as much as it has.
  var targetCount: Int { get }
  /// How many tokens go through the model; for the tokens a second.
  var tokenCount: Int { get }
}

/// Examples of any kind, each with one target.
extension Array: TrainingBatch {
  public var targetCount: Int { count }
  public var tokenCount: Int { count }
}

/// A random order for each pass. Keeps the latest, which all batches of a pass need.
private final class ExampleOrder {
  private let count, seed: Int
  private var latest: (pass: Int, order: [Int])?

  init(count: Int, seed: Int) { (self.count, self.seed) = (count, seed) }

  func places(_ places: Range<Int>, pass: Int) -> ArraySlice<Int> {
    if let latest, latest.pass == pass { return latest.order[places] }
    var random = SeededRandom(seed: seed, number: pass)
    var order = Array(0..<count)
    for last in stride(from: count - 1, to: 0, by: -1) { order.swapAt(last, random.index(below: last + 1)) }
    latest = (pass, order)
    return order[places]
  }
}
