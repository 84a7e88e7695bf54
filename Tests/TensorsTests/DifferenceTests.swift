import Tensors
import Testing

/// Comparing tensors as wholes.
struct DifferenceTests {
  @Test("equal shapes and elements are equal; NaN is not equal to itself")
  func equality() {
    #expect(
      Tensor([1, 2]) == Tensor([1, 2]) && Tensor([1, 2]) != Tensor([[1, 2]]) && Tensor([1, 2]) != Tensor([1, 3]))
    #expect(Tensor([.nan]) != Tensor([.nan]) && Tensor([0]) == Tensor([-0.0]))
    #expect(Tensor.zeros(2, 0) == Tensor.ones(2, 0) && Tensor.zeros(2, 0) != Tensor.zeros(0, 2))
  }

  @Test("a difference in shape is said first")
  func shapes() {
    let difference = Tensor([[1, 2]]).difference(from: Tensor([5, 6]))
    #expect(difference?.description == "the shape is [1, 2], expected [2]")
  }

  @Test("of the elements that differ the worst is named, with its index and error")
  func worst() {
    let expected = Tensor([[1, 2, 3], [4, 5, 6]])
    let found = Tensor([[1, 2.25, 3], [4, 5, 5.5]])
    #expect(
      found.difference(from: expected)?.description
        == "2 elements differ, the worst at [1, 2]: 5.5, expected 6.0, off by 0.5")
    #expect(
      Tensor([1, 3]).difference(from: Tensor([1, 2]))?.description
        == "1 element differs at [1]: 3.0, expected 2.0, off by 1.0")
    #expect(
      Tensor(1).difference(from: Tensor(2))?.description == "1 element differs at []: 1.0, expected 2.0, off by 1.0")
  }

  @Test("NaN and an infinity that was not expected are worse than any number")
  func exceptional() {
    for odd in [Float.nan, .infinity, -.infinity] {
      guard case .elements(let count, let worst)? = Tensor([0, odd, 9]).difference(from: Tensor([1, 1, 1])) else {
        Issue.record("no difference for \(odd)")
        continue
      }
      #expect(count == 3 && worst.index == [1] && worst.error == .infinity)
    }
    #expect(Tensor([.nan]).isClose(to: Tensor([.nan])) == false)
    #expect(Tensor([.infinity]).isClose(to: Tensor([.infinity])))
    #expect(!Tensor([1]).isClose(to: Tensor([.infinity])) && !Tensor([-.infinity]).isClose(to: Tensor([.infinity])))
  }

  @Test("the tolerance is the absolute one plus the relative share of what was expected")
  func tolerance() {
    let expected = Tensor([100, 0])
    #expect(Tensor([101, 0]).isClose(to: expected, relative: 0.01, absolute: 0))
    #expect(!Tensor([101.5, 0]).isClose(to: expected, relative: 0.01, absolute: 0.25))
    #expect(Tensor([101, 0.25]).isClose(to: expected, relative: 0.01, absolute: 0.25))
    #expect(!Tensor([100, 0.5]).isClose(to: expected, relative: 0.01, absolute: 0.25))
    #expect(Tensor.zeros(0).isClose(to: Tensor.zeros(0)))
  }
}
