// Counts in files that hands may have changed.

extension KeyedDecodingContainer {
  private static var largest: Int { 1_000_000_000 }

  /// A count: 0 if it is missing, and never so large that adding to it could overflow.
  func count(forKey key: Key) throws -> Int {
    min(max(0, try decodeIfPresent(Int.self, forKey: key) ?? 0), Self.largest)
  }
}
