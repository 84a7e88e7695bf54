// Random input for probes: the same for the submission and the reference solution, another for every submission, so that
// an answer that is written down beforehand is wrong.
import Tensors

/// Draws the input of a probe. Each probe has a source of its own, so that none depends on the order they run in.
public final class ProbeRandom {
  private var generator: SeededRandom

  init(seed: UInt64, probe: String) {
    // FNV-1a, so that two probes of one submission draw different numbers.
    let hash = probe.utf8.reduce(seed ^ 0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    generator = SeededRandom(seed: Int(bitPattern: UInt(hash)))
  }

  /// `count` numbers, normally distributed with mean 0 and standard deviation 1.
  public func normal(_ count: Int) -> [Float] { tensor([count]).scalars }

  /// `[rows][columns]` numbers, normally distributed with mean 0 and standard deviation 1.
  public func normal(_ rows: Int, _ columns: Int) -> [[Float]] { (0..<rows).map { _ in normal(columns) } }

  /// A tensor of that shape, normally distributed with mean 0 and standard deviation 1.
  public func tensor(_ shape: [Int]) -> Tensor { Tensor.randomNormal(shape, using: &generator) }

  /// A number that is evenly distributed in the range.
  public func uniform(in range: ClosedRange<Float> = 0...1) -> Float {
    range.lowerBound + generator.uniform() * (range.upperBound - range.lowerBound)
  }

  /// A whole number, each of the range as probable as another.
  public func integer(in range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

  /// `count` whole numbers.
  public func integers(_ count: Int, in range: ClosedRange<Int>) -> [Int] {
    (0..<count).map { _ in integer(in: range) }
  }

  /// One of the items, each as probable as another; stops if there is none.
  public func pick<Item>(_ items: [Item]) -> Item { items[integer(in: 0...items.count - 1)] }

  /// The items in another order.
  public func shuffled<Item>(_ items: [Item]) -> [Item] { items.shuffled(using: &generator) }

  /// A seed for what draws numbers of its own, such as a model's initialisation.
  public func seed() -> Int { integer(in: 0...1_000_000_000) }
}
