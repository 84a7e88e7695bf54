// Document fingerprints by winnowing (Schleimer, Wilkerson, Aiken 2003): few hashes of a file that a copy shares.

/// Any run of `run + window - 1` tokens that two files share gives them a fingerprint in common.
struct Fingerprints {
  /// Tokens that are hashed together; shorter matches are not seen.
  static let run = 8
  private static let window = 4

  /// For each fingerprint the lines of the first run that it is of.
  private(set) var lines: [UInt64: ClosedRange<Int>] = [:]

  init(_ shape: CodeShape) {
    let hashes = Self.runs(shape)
    guard !hashes.isEmpty else { return }
    var last: Int?
    for start in 0...max(0, hashes.count - Self.window) {
      // The smallest of the window, the last of equals.
      let window = start..<min(start + Self.window, hashes.count)
      guard let chosen = window.min(by: { (hashes[$0], -$0) < (hashes[$1], -$1) }), chosen != last else { continue }
      last = chosen
      guard lines[hashes[chosen]] == nil else { continue }
      let tokens = shape.tokens[chosen..<chosen + Self.run]
      lines[hashes[chosen]] = (tokens.first?.line ?? 1)...(tokens.last?.line ?? 1)
    }
  }

  /// A hash for each run of tokens.
  static func runs(_ shape: CodeShape) -> [UInt64] {
    guard shape.tokens.count >= run else { return [] }
    return (0...shape.tokens.count - run).map { start in
      shape.tokens[start..<start + run].reduce(0x9e37_79b9_7f4a_7c15) { hash, token in
        let mixed = (hash ^ token.hash) &* 0xff51_afd7_ed55_8ccd
        return mixed ^ (mixed >> 32)
      }
    }
  }

  mutating func remove(_ hashes: Set<UInt64>) { lines = lines.filter { !hashes.contains($0.key) } }
}
