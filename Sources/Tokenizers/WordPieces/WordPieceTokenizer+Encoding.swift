// From text to word pieces and back.

extension WordPieceTokenizer {
  public func encode(_ text: String) -> [Int] {
    var ids: [Int] = []
    forEachToken(in: text) { id, _, _ in ids.append(id) }
    return ids
  }

  public func encoding(of text: String) -> Encoding {
    var result = Encoding()
    forEachToken(in: text) { id, offsets, matched in
      result.append(id: id, token: matched ?? token(for: id) ?? unknownToken, offsets: offsets)
    }
    return result
  }

  /// Calls `found` with each id, where it lies in the text, and for an added token with what it matched.
  private func forEachToken(in text: String, _ found: (Int, Range<Int>, String?) -> Void) {
    var text = text
    text.withUTF8 { text in
      for piece in vocabulary.added.inText.pieces(of: text, in: text.indices) {
        switch piece {
        case .added(let token, let range):
          found(token.id, range, String(decoding: text[range], as: UTF8.self))
        case .text(let range):
          forEachToken(in: options.normalizer.normalize(text, in: range), found)
        }
      }
    }
  }

  private func forEachToken(in normalized: NormalizedText, _ found: (Int, Range<Int>, String?) -> Void) {
    normalized.bytes.withUnsafeBufferPointer { text in
      for piece in vocabulary.added.inNormalizedText.pieces(of: text, in: text.indices) {
        switch piece {
        case .added(let token, let range):
          found(token.id, normalized.origin(of: range), String(decoding: text[range], as: UTF8.self))
        case .text(let range):
          var words = BertWords(text, in: range)
          while let word = words.next() {
            pieces(of: word, in: text) { id, range in found(id, normalized.origin(of: range), nil) }
          }
        }
      }
    }
  }

  /// The UTF-8 of the tokens with spaces between them; none before a piece that continues a word.
  public func decodeBytes(_ ids: some Sequence<Int>, skippingSpecialTokens: Bool) throws -> [UInt8] {
    var bytes: [UInt8] = []
    let prefix = Array(options.continuingPrefix.utf8)
    var isFirst = true
    for id in ids {
      guard let token = token(for: id) else { throw TokenizerError.unknownID(id, vocabularySize: vocabularySize) }
      if skippingSpecialTokens, vocabulary.added[id]?.isSpecial == true { continue }
      var piece = Array(token.utf8)
      if !isFirst {
        piece = piece.starts(with: prefix) ? Array(piece.dropFirst(prefix.count)) : [UInt8(ascii: " ")] + piece
      }
      bytes += options.cleansDecodedText ? Self.clean(piece) : piece
      isFirst = false
    }
    return bytes
  }

  /// Takes the space before punctuation and contractions out of a piece.
  private static func clean(_ piece: [UInt8]) -> [UInt8] {
    cleaning.reduce(piece) { replace($1.from, by: $1.to, in: $0) }
  }

  private static let cleaning: [(from: [UInt8], to: [UInt8])] = [
    (" .", "."), (" ?", "?"), (" !", "!"), (" ,", ","), (" ' ", "'"), (" n't", "n't"), (" 'm", "'m"),
    (" do not", " don't"), (" 's", "'s"), (" 've", "'ve"), (" 're", "'re"),
  ].map { (Array($0.utf8), Array($1.utf8)) }

  private static func replace(_ pattern: [UInt8], by replacement: [UInt8], in text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    while position < text.count {
      if text[position...].starts(with: pattern) {
        result += replacement
        position += pattern.count
      } else {
        result.append(text[position])
        position += 1
      }
    }
    return result
  }
}
