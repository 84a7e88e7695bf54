// Gradients held against differences: does backward say what a small step shows?

/// The largest disagreement between the gradients that `backward()` finds and those measured with small steps.
public struct GradientCheck: Sendable, CustomStringConvertible {
  /// `|found - measured|`, relative to the larger of the two, but at least to the root mean square of what was measured
  /// for that input, and at least to 0.01. Infinite if one is NaN or missing.
  public let largestError: Float
  /// Which input, and where in it.
  public let input: Int
  public let index: [Int]
  public let found, measured: Float

  public var description: String {
    "the largest relative error is \(largestError), in input \(input) at \(index): found \(found), measured \(measured)"
  }
}

/// Compares the gradients of a function with central differences.
///
/// A result of more than one element is summed with weights that are different for each, the same on every call. Each
/// number is moved by 1/32 of its scale (its size, or the root mean square of its tensor if that is larger; 1 in a tensor
/// of zeros) and by twice that, and the two slopes are extrapolated to step 0, in double precision. So the function
/// should be smooth that far around the inputs. It is called four times for each number.
public func gradientCheck(of inputs: [Tensor], _ function: ([Tensor]) -> Tensor) -> GradientCheck {
  let tracked = inputs.map { $0.tracked() }
  let result = function(tracked)
  var random = SeededRandom(seed: 1)
  let weights = Tensor.randomUniform(result.shape, in: 0.5..<1.5, using: &random) * Tensor.signs(result.shape)
  if result.node != nil { (result * weights).sum().backward() }

  func total(_ input: Int, _ place: Int, _ value: Float) -> Double {
    var moved = inputs
    var numbers = inputs[input].scalars
    numbers[place] = value
    moved[input] = Tensor(numbers, shape: inputs[input].shape)
    let result = Tensor.withoutGradients { function(moved) }
    return zip(result.scalars, weights.scalars).reduce(0) { $0 + Double($1.0) * Double($1.1) }
  }

  var worst = GradientCheck(largestError: 0, input: 0, index: [], found: 0, measured: 0)
  for (number, input) in inputs.enumerated() {
    let numbers = input.scalars
    let ownSize = rootMeanSquare(numbers.map { Double($0) })
    let size = ownSize == 0 ? 1 : ownSize
    let measured = numbers.indices.map { place -> Double in
      let x = numbers[place]
      let step = Swift.max(abs(x), Float(size), 1e-3) / 32
      func slope(_ step: Float) -> Double {
        let (above, below) = (x + step, x - step)
        return (total(number, place, above) - total(number, place, below)) / (Double(above) - Double(below))
      }
      return (4 * slope(step) - slope(2 * step)) / 3
    }
    let found = tracked[number].gradient?.scalars ?? numbers.map { _ in 0 }
    let least = Swift.max(rootMeanSquare(measured), 0.01)
    for place in numbers.indices {
      let distance = abs(Double(found[place]) - measured[place])
      let error = distance / Swift.max(abs(Double(found[place])), abs(measured[place]), least)
      guard !(Float(error) <= worst.largestError) else { continue }
      worst = GradientCheck(
        largestError: error.isNaN ? .infinity : Float(error), input: number,
        index: Shape.index(of: place, in: input.shape), found: found[place], measured: Float(measured[place]))
    }
  }
  return worst
}

private func rootMeanSquare(_ numbers: [Double]) -> Double {
  numbers.isEmpty ? 0 : (numbers.reduce(0) { $0 + $1 * $1 } / Double(numbers.count)).squareRoot()
}

extension Tensor {
  /// 1, -1, 1, -1 …
  fileprivate static func signs(_ shape: [Int]) -> Tensor {
    Tensor((0..<Shape.count(shape)).map { $0 % 2 == 0 ? 1 : -1 }, shape: shape)
  }
}
