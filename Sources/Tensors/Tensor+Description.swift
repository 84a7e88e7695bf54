// A tensor as text, like NumPy's, cut to what fits on a screen.

extension Tensor: CustomStringConvertible {
  /// Nested lists with four decimals, aligned; `…` for the middle of long axes; at most 1000 numbers.
  public var description: String { TensorText(self).text }
}

private struct TensorText {
  /// Tensors of more elements show both ends of each axis only, at first `longestAxis` places of it.
  static let mostElements = 200
  static let longestAxis = 6
  /// Where that is still more than this, outer axes show fewer.
  static let mostNumbers = 1000

  let tensor: Tensor
  /// The places shown along each axis, ascending.
  let shown: [[Int]]
  let numbers: NumberColumn

  init(_ tensor: Tensor) {
    let shown = zip(tensor.shape, Self.lengths(for: tensor.shape)).map { size, length in
      Array(0..<(length + 1) / 2) + Array(size - length / 2..<size)
    }
    let places = zip(tensor.shape, shown).reduce([0]) { places, axis in
      places.flatMap { place in axis.1.map { place * axis.0 + $0 } }
    }
    self.tensor = tensor
    self.shown = shown
    numbers = NumberColumn(places.map { tensor.memory[$0] })
  }

  /// How many places of each axis are shown.
  private static func lengths(for shape: [Int]) -> [Int] {
    guard Shape.count(shape) > mostElements else { return shape }
    var lengths = shape.map { min($0, longestAxis) }
    while lengths.reduce(1, *) > mostNumbers, let longest = lengths.max(), let axis = lengths.firstIndex(of: longest) {
      lengths[axis] -= 1
    }
    return lengths
  }

  var text: String {
    if tensor.rank == 0 { return numbers.text(of: tensor.memory[0]) }
    return tensor.count == 0 ? "[] shape \(tensor.shape)" : list(axis: 0, offset: 0)
  }

  private func list(axis: Int, offset: Int) -> String {
    let step = tensor.shape[(axis + 1)...].reduce(1, *)
    let isLast = axis == tensor.rank - 1
    var parts: [String] = []
    var next = 0
    for place in shown[axis] {
      if place != next { parts.append("…") }
      next = place + 1
      parts.append(
        isLast ? numbers.text(of: tensor.memory[offset + place]) : list(axis: axis + 1, offset: offset + place * step))
    }
    if next < tensor.shape[axis] { parts.append("…") }
    if isLast { return "[" + parts.joined(separator: ", ") + "]" }
    // Axes above the last two are set apart by empty lines.
    let lineEnds = String(repeating: "\n", count: min(2, tensor.rank - 1 - axis))
    return "[" + parts.joined(separator: "," + lineEnds + String(repeating: " ", count: axis + 1)) + "]"
  }
}

/// Numbers in one style, padded to one width: whole, with four decimals, or with an exponent.
private struct NumberColumn {
  enum Style { case whole, decimals, exponent }
  private var style = Style.whole
  private var width = 0

  init(_ values: [Float]) {
    let finite = values.filter(\.isFinite).map { Swift.abs($0) }
    if !finite.allSatisfy({ $0 == $0.rounded() && $0 < 0x1p24 }) {
      let largest = finite.max() ?? 0
      let smallest = finite.filter { $0 > 0 }.min() ?? 1
      style = largest >= 1e6 || largest < 1e-3 || (smallest < 1e-4 && largest >= 1e4) ? .exponent : .decimals
    }
    width = values.map { plain($0).count }.max() ?? 0
  }

  func text(of value: Float) -> String {
    let text = plain(value)
    return String(repeating: " ", count: Swift.max(0, width - text.count)) + text
  }

  private func plain(_ value: Float) -> String {
    guard value.isFinite else { return "\(value)" }
    switch style {
    case .whole: return String(Int(value))
    case .decimals: return fixed(Double(value))
    case .exponent: return scientific(Double(value))
    }
  }

  private func fixed(_ value: Double) -> String {
    let scaled = Int((Swift.abs(value) * 10_000).rounded(.toNearestOrEven))
    let fraction = String(scaled % 10_000)
    let zeros = String(repeating: "0", count: 4 - fraction.count)
    return (value < 0 && scaled > 0 ? "-" : "") + "\(scaled / 10_000).\(zeros)\(fraction)"
  }

  private func scientific(_ value: Double) -> String {
    guard value != 0 else { return "0.0000e0" }
    var exponent = 0
    var significand = Swift.abs(value)
    while significand >= 10 { (significand, exponent) = (significand / 10, exponent + 1) }
    while significand < 1 { (significand, exponent) = (significand * 10, exponent - 1) }
    if (significand * 10_000).rounded() >= 100_000 { (significand, exponent) = (1, exponent + 1) }
    return (value < 0 ? "-" : "") + fixed(significand) + "e\(exponent)"
  }
}
