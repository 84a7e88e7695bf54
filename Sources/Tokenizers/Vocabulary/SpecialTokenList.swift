// The special tokens that a training is asked for.

enum SpecialTokenList {
  /// The list itself. Throws ``TokenizerError`` if a token is empty or stands twice.
  static func check(_ tokens: [String]) throws -> [String] {
    var seen: Set<[UInt8]> = []
    for token in tokens {
      guard !token.isEmpty else { throw TokenizerError.emptySpecialToken }
      guard seen.insert(Array(token.utf8)).inserted else { throw TokenizerError.duplicateSpecialToken(token) }
    }
    return tokens
  }
}
