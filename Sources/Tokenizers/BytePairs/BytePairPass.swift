// One text on its way through byte-pair encoding.

struct BytePairPass {
  private let model: BytePairModel
  private let text: UnsafeBufferPointer<UInt8>
  private let splitsWords: Bool
  private let keepsSpans: Bool
  private var merging: BytePairMerging
  private var cache: WordCache

  private(set) var ids: [Int] = []
  /// Where each token lies in the text, if that was asked for.
  private(set) var spans: [Range<Int>] = []

  init(_ model: BytePairModel, text: UnsafeBufferPointer<UInt8>, splitsWords: Bool, keepsSpans: Bool) {
    self.model = model
    self.text = text
    self.splitsWords = splitsWords
    self.keepsSpans = keepsSpans
    merging = BytePairMerging(model)
    cache = WordCache(textLength: text.count)
    ids.reserveCapacity(text.count / 3)
  }

  mutating func encode(_ piece: BytePairPiece) {
    if let token = piece.added {
      append(token.id, piece.range)
    } else if splitsWords {
      var words = GPT2Words(text, in: piece.range)
      while let word = words.next() { encode(word: word) }
    } else {
      encode(word: piece.range)
    }
  }

  private mutating func encode(word: Range<Int>) {
    let hash = ByteHash.hash(UnsafeBufferPointer(rebasing: text[word]))
    let start = ids.count
    if let earlier = cache.earlier(word, hash: hash, in: text) {
      let shift = word.lowerBound - earlier.start
      for index in earlier.output {
        ids.append(ids[index])
        if keepsSpans { spans.append(spans[index].lowerBound + shift..<spans[index].upperBound + shift) }
      }
    } else {
      merging.merge(text, word: word)
      for part in merging.parts { append(Int(part.id), part.start..<part.end) }
    }
    cache.remember(word, hash: hash, output: start..<ids.count)
  }

  private mutating func append(_ id: Int, _ span: Range<Int>) {
    ids.append(id)
    if keepsSpans { spans.append(span) }
  }
}
