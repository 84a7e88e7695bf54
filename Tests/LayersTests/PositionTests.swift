import Foundation
import Layers
import Tensors
import Testing

/// Where a token stands.
struct PositionTests {
  @Test("sinusoidal positions are the waves of the paper")
  func sinusoidal() {
    let found = SinusoidalPositions(channels: 6)([0, 1, 50])
    let expected = [0, 1, 50].map { position in
      (0..<6).map { channel -> Float in
        let angle = Double(position) / pow(10_000, Double(channel - channel % 2) / 6)
        return Float(channel % 2 == 0 ? sin(angle) : cos(angle))
      }
    }
    expect(found, isCloseTo: Tensor(expected), within: 1e-6)
    #expect(SinusoidalPositions(channels: 5)([3]).shape == [1, 5])
  }

  @Test("a rotation turns pairs of channels by the position times their frequency")
  func rotation() {
    // Two pairs: frequencies 1 and 1/10.
    let rotary = RotaryPositions(headSize: 4, base: 100)
    let rotation = rotary.rotation([0, 3], batch: 1)
    let x: Tensor = [[[[1, 0, 0, 1], [1, 0, 0, 1]]]]
    let (a, b) = (Float(3), Float(0.3))
    let expected = Tensor([1, 0, 0, 1, cos(a), -sin(b), sin(a), cos(b)], shape: [1, 1, 2, 4])
    expect(rotation(x), isCloseTo: expected)
  }

  @Test("products of rotated queries and keys depend on their distance only")
  func distance() {
    let rotary = RotaryPositions(headSize: 8)
    let (query, key) = (random(1, 1, 1, 8, seed: 1), random(1, 1, 1, 8, seed: 2))
    func product(_ queryPosition: Int, _ keyPosition: Int) -> Tensor {
      (rotary.rotation([queryPosition], batch: 1)(query) * rotary.rotation([keyPosition], batch: 1)(key)).sum()
    }
    expect(product(7, 3), isCloseTo: product(104, 100), within: 1e-4)
    #expect(!product(7, 3).isClose(to: product(7, 2), absolute: 1e-3))
  }

  @Test("padding on the left does not count; a hole repeats the place before it")
  func paddedPositions() {
    #expect(TokenBatch([[5, 6, 7], [8, 9, 1]]).positions == [0, 1, 2, 0, 1, 2])
    let left = TokenBatch(padding: [[5, 6, 7], [8]], with: 4, on: .left)
    #expect(left.ids == [5, 6, 7, 4, 4, 8] && left.positions == [0, 1, 2, 0, 0, 0])
    let right = TokenBatch(padding: [[5, 6, 7], [8]], with: 4)
    #expect(right.ids == [5, 6, 7, 8, 4, 4] && right.positions == [0, 1, 2, 0, 0, 0])
    #expect(TokenBatch([[1, 2, 3]], isPresent: [[true, false, true]]).positions == [0, 0, 1])
  }

  @Test("a batch without padding has no mask; padding is hidden from every query")
  func masks() {
    #expect(TokenBatch(padding: [[1, 2], [3, 4]]).attentionMask == nil)
    #expect(TokenBatch([[1]], isPresent: [[true]]).isPresent == nil)
    let mask = TokenBatch(padding: [[1, 2], [3]]).attentionMask
    #expect(mask == Tensor([0, 0, 0, -.infinity], shape: [2, 1, 1, 2]))
  }
}
