import Layers
import Tensors
import Testing

/// A matrix in few bits, held against the formulas of the papers.
struct QuantizationTests {
  @Test("int8 of a row whose arithmetic is known by hand")
  func int8ByHand() throws {
    // The largest weight of the first row is 2.54, so a step is 0.02; the second row is all zeros.
    let matrix = try QuantizedMatrix(Tensor([[2.54, -1.27, 0.031, 0], [0, 0, 0, 0]]), .int8)
    #expect(matrix.numbers == [127, -63, 2, 0, 0, 0, 0, 0] || matrix.numbers == [127, -64, 2, 0, 0, 0, 0, 0])
    #expect(abs(matrix.scales[0] - 0.02) < 1e-6)
    #expect(matrix.dequantized[1].scalars == [0, 0, 0, 0])
    #expect(matrix.byteCount == 8 + 2 * 4)
  }

  @Test("int4 of groups whose arithmetic is known by hand, a row's last group shorter")
  func int4ByHand() throws {
    // −0.5 … 1 in 15 steps of 0.1: 0 is step 5. Then 0 … 3 in steps of 0.2, and a lone −3.
    let matrix = try QuantizedMatrix(Tensor([[-0.5, 1, 0.32, 3, 0, 1, -3]]), .int4(groupSize: 3))
    #expect(matrix.numbers == [0, 15, 8, 15, 0, 5, 0])
    #expect(matrix.zeroPoints == [5, 0, 15])
    expect(Tensor(matrix.scales), isCloseTo: Tensor([0.1, 0.2, 0.2]), within: 1e-6, "scales:")
    expect(matrix.dequantized, isCloseTo: Tensor([[-0.5, 1, 0.3, 3, 0, 1, -3]]), within: 1e-6, "weights:")
    // Seven weights in four bytes, the first of each pair in the low bits.
    #expect(matrix.bytes == [0xF0, 0xF8, 0x50, 0x00])
    #expect(matrix.byteCount == 4 + 3 * 4 + 3)
  }

  @Test(
    "no weight is off by more than half a step, whatever the shape of the matrix",
    arguments: [WeightFormat.int8, .int4(), .int4(groupSize: 32), .int4(groupSize: 5), .int4(groupSize: 2)])
  func halfAStep(_ format: WeightFormat) throws {
    for (seed, columns) in [1, 2, 63, 64, 65, 130].enumerated() {
      // Rows of very different size, and one far from 0.
      let scale = Tensor([[1e-20], [0.02], [1], [3000]])
      let exact = random(4, columns, seed: seed) * scale + Tensor([[0], [0], [5], [0]])
      let matrix = try QuantizedMatrix(exact, format)
      #expect(matrix.shape == [4, columns] && matrix.numbers.count == 4 * columns)
      let range = format == .int8 ? -127...127 : 0...15
      #expect(matrix.numbers.allSatisfy(range.contains))
      let group = if case .int4(let size) = format { size } else { columns }
      #expect(matrix.scales.count == 4 * ((columns + group - 1) / group))
      check(exact, matrix, columns: columns, group: group)
    }
  }

  private func check(_ exact: Tensor, _ matrix: QuantizedMatrix, columns: Int, group: Int) {
    let groups = (columns + group - 1) / group
    let (values, rounded) = (exact.scalars, matrix.dequantized.scalars)
    var worst = (share: 0.0, place: 0)
    for place in values.indices {
      let step = Double(matrix.scales[place / columns * groups + place % columns / group])
      let share = abs(Double(values[place]) - Double(rounded[place])) / step
      if share > worst.share { worst = (share, place) }
    }
    // Beyond one half only by the rounding of float32.
    #expect(worst.share <= 0.5 + 1e-4, "off by \(worst.share) of a step at \(worst.place) of [4, \(columns)]")
  }

  @Test("0 stays 0, and weights that are whole steps stay what they are")
  func exact() throws {
    let steps = Tensor((0..<64).map { Float($0 % 16 - 8) * 0.25 }, shape: [2, 32])
    #expect(try QuantizedMatrix(steps, .int4(groupSize: 16)).dequantized == steps)
    let zeros = try QuantizedMatrix(Tensor.zeros(3, 5), .int4()).dequantized
    #expect(zeros == Tensor.zeros(3, 5))
    let once = try QuantizedMatrix(random(6, 40), .int8)
    #expect(try QuantizedMatrix(once.dequantized, .int8).numbers == once.numbers)
  }

  @Test("numbers that are not finite and groups that cannot be are refused in words")
  func refused() throws {
    #expect(throws: QuantizationError.notFinite(weight: "head.weight")) {
      try QuantizedMatrix(Tensor([[1, .nan]]), .int8, name: "head.weight")
    }
    #expect(throws: QuantizationError.impossibleGroup(1)) { try QuantizedMatrix(random(2, 2), .int4(groupSize: 1)) }
    #expect("\(QuantizationError.impossibleGroup(0))".contains("not 0; 32 and 64 are usual"))
    // The largest numbers there are.
    let huge = Tensor([[.greatestFiniteMagnitude, -.greatestFiniteMagnitude]])
    #expect(try QuantizedMatrix(huge, .int4()).dequantized.scalars.allSatisfy(\.isFinite))
    #expect(try QuantizedMatrix(huge, .int8).dequantized.scalars.allSatisfy(\.isFinite))
  }
}
