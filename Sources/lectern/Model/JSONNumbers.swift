// Many numbers as JSON. Foundation's encoder needs a hundred times the memory of the numbers.

enum JSONNumbers {
  /// With as many digits as are needed to read the same floats again.
  ///
  /// - Parameter numbers: finite; JSON has no others.
  static func array(_ numbers: [Float]) -> String { "[" + numbers.map(\.description).joined(separator: ",") + "]" }
}
