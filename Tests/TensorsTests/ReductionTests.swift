import Tensors
import Testing

/// Sums, means, variances, extrema and running sums.
struct ReductionTests {
  private func sum(_ values: [Double]) -> Double { values.reduce(0, +) }

  private func variance(_ values: [Double], correction: Double) -> Double {
    let mean = sum(values) / Double(values.count)
    return sum(values.map { ($0 - mean) * ($0 - mean) }) / (Double(values.count) - correction)
  }

  /// All sets of axes of the shape, some of them counted from the end.
  private func axisSets(_ rank: Int) -> [[Int]] {
    (0..<rank).reduce([[]]) { sets, axis in sets + sets.map { $0 + [axis % 2 == 0 ? axis : axis - rank] } }
  }

  @Test(
    "every set of axes is reduced as the definition says, kept or not",
    arguments: [
      [], [1], [7], [3, 4], [4, 1, 3], [2, 3, 4, 5], [1, 1], [5, 1, 2, 1, 3],
    ])
  func allAxes(_ shape: [Int]) {
    var random = SeededRandom(seed: 8)
    let x = random.tensor(shape)
    let reference = Reference(x)
    for axes in axisSets(shape.count) {
      for keepDims in [false, true] {
        func expected(_ formula: ([Double]) -> Double) -> Reference {
          reference.reducing(axes, keepDims: keepDims, formula)
        }
        let what = "axes \(axes) of \(shape):"
        expect(x.sum(axes: axes, keepDims: keepDims), isCloseTo: expected(sum), what)
        expect(x.mean(axes: axes, keepDims: keepDims), isCloseTo: expected { sum($0) / Double($0.count) }, what)
        expect(x.max(axes: axes, keepDims: keepDims), isCloseTo: expected { $0.max() ?? .nan }, what)
        expect(x.min(axes: axes, keepDims: keepDims), isCloseTo: expected { $0.min() ?? .nan }, what)
        expect(
          x.variance(axes: axes, correction: 0, keepDims: keepDims),
          isCloseTo: expected { variance($0, correction: 0) }, what)
      }
    }
  }

  @Test("without axes everything is reduced; with one, that one")
  func spellings() {
    let x = Tensor([[1, 2, 3], [4, 5, 9]])
    #expect(x.sum() == Tensor(24) && x.sum(keepDims: true) == Tensor([[24]]))
    #expect(x.mean(axis: -1) == Tensor([2, 6]) && x.mean() == Tensor(4))
    #expect(x.max(axis: 0) == Tensor([4, 5, 9]) && x.max() == Tensor(9))
    #expect(x.min(axis: 1, keepDims: true) == Tensor([[1], [4]]) && x.min() == Tensor(1))
    #expect(x.variance(axis: 1) == Tensor([1, 7]) && x.variance(axis: 1, correction: 0) == Tensor([2 / 3, 14 / 3]))
    #expect(x.argmax() == 5 && x.argmax(axis: 0) == Tensor([1, 1, 1]))
  }

  @Test(
    "large tensors, which are cut into stretches, tiles and threads, lose nothing",
    arguments: [
      ([140_000], [0]), ([2, 66_000], [1]), ([40_000, 2], [0]), ([250, 300], [0]), ([250, 300], [1]),
      ([20, 100, 65], [1]), ([20, 100, 65], [0, 2]), ([65_537], [0]), ([4097], [0]),
    ])
  func large(_ shape: [Int], _ axes: [Int]) {
    var random = SeededRandom(seed: 9)
    let x = random.tensor(shape)
    let reference = Reference(x)
    expect(x.sum(axes: axes), isCloseTo: reference.reducing(axes, sum), absolute: 1e-2)
    expect(x.mean(axes: axes), isCloseTo: reference.reducing(axes) { sum($0) / Double($0.count) })
    expect(x.max(axes: axes), isCloseTo: reference.reducing(axes) { $0.max() ?? .nan })
    expect(x.min(axes: axes), isCloseTo: reference.reducing(axes) { $0.min() ?? .nan })
  }

  @Test("many equal numbers sum up without drifting")
  func precision() {
    let tenths = Tensor.full([3_000_000], 0.1)
    #expect(abs(tenths.sum().item() - 300_000) < 0.1)
    #expect(tenths.mean().item() == 0.1)
    #expect(tenths.reshaped(3000, 1000).mean(axis: 0) == Tensor.full([1000], 0.1))
  }

  @Test("the variance of numbers far from zero is not lost in the rounding of their squares")
  func varianceFarFromZero() {
    let x = Tensor([4, 7, 13, 16]) + 1_000_000
    #expect(x.variance() == Tensor(30) && x.variance(correction: 0) == Tensor(22.5))
  }

  @Test("of too few numbers the variance is NaN")
  func varianceOfOne() {
    #expect(Tensor([3]).variance().item().isNaN)
    #expect(Tensor([3]).variance(correction: 0).item() == 0)
    #expect(Tensor.zeros(2, 0).variance(axis: 1).isNaNEverywhere)
  }

  @Test("along an axis of size zero the sum is 0 and the mean NaN; an empty result has no extremum to miss")
  func emptyAxes() {
    #expect(Tensor.zeros(2, 0, 3).sum(axis: 1) == Tensor.zeros(2, 3))
    #expect(Tensor.zeros(0).sum() == Tensor(0))
    #expect(Tensor.zeros(2, 0).sum(axis: 0).shape == [0])
    #expect(Tensor.zeros(2, 0).mean(axis: 1).isNaNEverywhere)
    #expect(Tensor.zeros(0, 3).max(axis: 1).shape == [0])
    #expect(Tensor.zeros(0, 3).argmax(axis: 1).shape == [0])
    #expect(Tensor.zeros(2, 0).cumulativeSum(axis: 1).shape == [2, 0])
  }

  @Test("one NaN makes the extremum NaN, wherever it stands", arguments: [0, 1, 37, 66, 70_000, 140_000])
  func notANumber(_ place: Int) {
    for count in [67, 140_001] where place < count {
      var numbers = (0..<count).map { Float($0) }
      numbers[place] = .nan
      #expect(Tensor(numbers).max().item().isNaN && Tensor(numbers).min().item().isNaN)
      #expect(Tensor(numbers).argmax() == place)
      let columns = Tensor(numbers).expanded(at: 1) + Tensor([0, 1])
      #expect(columns.max(axis: 0).isNaNEverywhere && columns.min(axis: 0).isNaNEverywhere)
    }
  }

  @Test("infinities are the largest and smallest")
  func infinities() {
    let x = Tensor([1, .infinity, -.infinity])
    #expect(x.max().item() == .infinity && x.min().item() == -.infinity && x.argmax() == 1)
    #expect(Tensor.full([70], -.infinity).max().item() == -.infinity)
  }

  @Test("argmax names the first of equals, along every axis")
  func argmax() {
    #expect(Tensor([2, 5, 5, 1]).argmax() == 1)
    var random = SeededRandom(seed: 10)
    let x = random.tensor([3, 4, 5])
    for axis in -3..<3 {
      let expected = Reference(x).reducing([axis]) { row in Double(row.firstIndex(of: row.max() ?? 0) ?? -1) }
      expect(x.argmax(axis: axis), isCloseTo: expected, "axis \(axis):")
      #expect(x.argmax(axis: axis, keepDims: true).rank == 3)
    }
  }

  @Test("a running sum along each axis")
  func cumulativeSum() {
    var random = SeededRandom(seed: 11)
    let x = random.tensor([3, 4, 5])
    for axis in -3..<3 {
      let expected = Reference(x).replacingRows(along: axis) { row in
        row.indices.map { sum(Array(row[...$0])) }
      }
      expect(x.cumulativeSum(axis: axis), isCloseTo: expected, "axis \(axis):")
    }
  }
}
