// From text to ids: added tokens, words, merges; and back from tokens to where they lie in the text.

extension BytePairTokenizer {
  public func encode(_ text: String) -> [Int] {
    withPieces(of: text) { _, prepared, pieces in
      var pass = BytePairPass(model, text: prepared, splitsWords: options.splitsWords, keepsSpans: false)
      for piece in pieces { pass.encode(piece) }
      return pass.ids
    }
  }

  public func encoding(of text: String) -> Encoding {
    withPieces(of: text) { text, prepared, pieces in
      var pass = BytePairPass(model, text: prepared, splitsWords: options.splitsWords, keepsSpans: true)
      var result = Encoding()
      for piece in pieces {
        let done = pass.ids.count
        pass.encode(piece)
        for index in done..<pass.ids.count {
          let token = piece.added == nil ? token(for: pass.ids[index]) : nil
          let offsets = piece.originalRange(of: pass.spans[index], in: text)
          result.append(id: pass.ids[index], token: token ?? string(text[offsets]), offsets: offsets)
        }
      }
      if options.trimsOffsets {
        OffsetTrimming(expectsAddedSpace: options.trimmingExpectsAddedSpace).trim(&result, text: text)
      }
      return result
    }
  }

  private func string(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String { String(decoding: bytes, as: UTF8.self) }

  /// Finds added tokens, puts prefix spaces, and hands on the text, the text with those spaces, and the pieces of it.
  private func withPieces<Result>(
    of text: String,
    _ body: (_ text: UnsafeBufferPointer<UInt8>, _ prepared: UnsafeBufferPointer<UInt8>, [BytePairPiece]) -> Result
  ) -> Result {
    var text = text
    return text.withUTF8 { text in
      let found = vocabulary.added.pieces(of: text)
      guard options.addsPrefixSpace else {
        return body(text, text, found.map { BytePairPiece($0) })
      }
      var prepared: [UInt8] = []
      prepared.reserveCapacity(text.count + found.count)
      var pieces: [BytePairPiece] = []
      for piece in found {
        pieces.append(BytePairPiece(piece, addingSpaceTo: &prepared, from: text))
      }
      return prepared.withUnsafeBufferPointer { body(text, $0, pieces) }
    }
  }
}

/// A stretch of the text that is encoded by itself, or an added token.
struct BytePairPiece {
  /// Where it lies in the text that is encoded, and where that began in the text as it was given.
  let range: Range<Int>
  private let origin: Int
  private let hasAddedSpace: Bool
  let added: AddedToken?

  init(_ piece: TextPiece) {
    switch piece {
    case .text(let range): (self.range, added) = (range, nil)
    case .added(let token, let range): (self.range, added) = (range, token)
    }
    origin = range.lowerBound
    hasAddedSpace = false
  }

  /// Appends the piece to `prepared`, with a space before it if it is text that begins with none.
  init(_ piece: TextPiece, addingSpaceTo prepared: inout [UInt8], from text: UnsafeBufferPointer<UInt8>) {
    let original = BytePairPiece(piece)
    let start = prepared.count
    hasAddedSpace = original.added == nil && text[original.origin] != UInt8(ascii: " ")
    if hasAddedSpace { prepared.append(UInt8(ascii: " ")) }
    prepared += text[original.range]
    range = start..<prepared.count
    origin = original.origin
    added = original.added
  }

  /// Where a span of the prepared text lies in the given one, widened to whole characters. The space that was added
  /// lies on the first character.
  func originalRange(of span: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    let shift = origin - range.lowerBound - (hasAddedSpace ? 1 : 0)
    let start = max(origin, span.lowerBound + shift)
    let end = max(start + 1, span.upperBound + shift)
    return UTF8Scalars.beginning(of: start, in: text)..<UTF8Scalars.end(of: end, in: text)
  }
}
