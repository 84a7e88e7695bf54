// The record of a computation: what is in it, how long it lives, and what it costs.
import Testing

@testable import Tensors

@Suite("The record of a computation")
struct RecordTests {
  @Test("gradients add up until they are cleared")
  func accumulation() {
    let weight = Parameter(Tensor([1, 2]))
    for _ in 0..<2 { (weight.tensor * Tensor([3, 4])).sum().backward() }
    #expect(weight.gradient == Tensor([6, 8]))
    weight.gradient = nil
    weight.tensor.sum().backward()
    #expect(weight.gradient == Tensor([1, 1]))
  }

  @Test("a gradient that somebody holds does not change under them")
  func gradientsAreValues() throws {
    let weight = Parameter(Tensor([1, 2]))
    weight.tensor.sum().backward()
    let held = try #require(weight.gradient)
    weight.tensor.sum().backward()
    #expect(held == Tensor([1, 1]))
    #expect(weight.gradient == Tensor([2, 2]))
  }

  @Test("a tensor used in several places gets the sum of their gradients")
  func severalUses() {
    let x = Tensor([2]).tracked()
    let square = x * x
    (square * x + square + x).sum().backward()
    #expect(x.gradient == Tensor([17]))
  }

  @Test("a computed tensor keeps its gradient if it is asked to, and only then")
  func keptGradients() {
    let x = Tensor([1, 2]).tracked()
    let double = x * 2
    let square = (double * double).keepingGradient()
    (square + double.sum()).sum().backward()
    #expect(square.gradient == Tensor([1, 1]))
    #expect(double.gradient == nil)
    #expect(x.gradient == Tensor([12, 20]))
    #expect(Tensor([1]).keepingGradient().gradient == nil)
  }

  @Test("frozen parameters are constants, and thaw")
  func frozen() {
    let (weight, bias) = (Parameter(Tensor([2])), Parameter(Tensor([3])))
    weight.isFrozen = true
    (weight.tensor * bias.tensor).sum().backward()
    #expect(weight.gradient == nil)
    #expect(bias.gradient == Tensor([2]))
    weight.isFrozen = false
    (weight.tensor * bias.tensor).sum().backward()
    #expect(weight.gradient == Tensor([3]))
  }

  @Test("nothing inside withoutGradients is recorded, also when it is nested or throws")
  func withoutGradients() {
    struct Failure: Error {}
    let x = Tensor([2]).tracked()
    let y = Tensor.withoutGradients {
      Tensor.withoutGradients { x * 2 } + x
    }
    #expect(y.node == nil)
    #expect(throws: Failure.self) { try Tensor.withoutGradients { throw Failure() } }
    #expect((x * 2).node != nil)
  }

  @Test("assigning changes the value that the next computation sees, and keeps the gradient")
  func assigning() {
    let weight = Parameter(Tensor([2]))
    let before = weight.tensor
    weight.tensor.sum().backward()
    weight.assign(Tensor([5]))
    #expect(before == Tensor([2]))
    #expect(weight.tensor == Tensor([5]))
    #expect(weight.gradient == Tensor([1]))
  }

  @Test("a hundred thousand operations in a row go backward")
  func longChain() {
    let x = Tensor([1]).tracked()
    var y = x
    for _ in 0..<100_000 { y = y + x }
    y.sum().backward()
    #expect(x.gradient == Tensor([100_001]))
  }

  @Test("a hundred thousand operations in a row end without a backward pass")
  func longChainEnds() {
    let x = Tensor([1]).tracked()
    weak var first: GradientNode?
    do {
      var y = x * 2
      first = y.node
      for _ in 0..<100_000 { y = y.sin() + y }
      #expect(first != nil)
    }
    #expect(first == nil)
  }

  @Test("backward lets go of the record while the loss is still held")
  func release() {
    let x = Tensor([1]).tracked()
    weak var inner: GradientNode?
    let loss: Tensor = {
      let y = x.exp()
      inner = y.node
      return y.sin().sum()
    }()
    #expect(inner != nil)
    loss.backward()
    #expect(inner == nil)
    #expect(loss.count == 1)
  }

  @Test("released memory is handed out again, for sizes of the same class only")
  func pool() {
    for count in [0, 1, 16, 17, 24, 25, 1000, 100_000] {
      let storage = Storage(count: count)
      for place in 0..<count { storage.memory[place] = Float(place) }
      let other = Storage(count: count)
      other.memory.update(repeating: -1, count: count)
      #expect((0..<count).allSatisfy { storage.memory[$0] == Float($0) })
      #expect(UInt(bitPattern: storage.memory) % 64 == 0)
    }
  }
}
