// From texts to a vocabulary of word pieces: special tokens, characters, then one piece a merge.

extension WordPieceTokenizer {
  /// BERT's special tokens; `[PAD]` has the id 0, with which `TokenBatch` pads.
  public static let bertTokens = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]

  /// Learns a vocabulary by joining the most frequent pair of neighbouring pieces again and again, inside words alone.
  ///
  /// That is how Hugging Face's `WordPieceTrainer` does it; Schuster and Nakajima (2012), from whom the tokenizer has its
  /// name, join the pair that makes the text most probable. Ids differ from Hugging Face's.
  ///
  /// - Parameters:
  ///   - texts: each is normalised and cut into words as in `encode`.
  ///   - vocabularySize: special tokens, characters and joined pieces together. A short text may end with fewer.
  ///   - minimumFrequency: pairs that are rarer are not joined.
  ///   - specialTokens: get the ids from 0 on; `[UNK]` must be one of them.
  /// - Throws: ``TokenizerError/vocabularyTooSmall(requested:minimum:specialTokens:)`` and its neighbours.
  public static func train(
    on texts: some Sequence<String>, vocabularySize: Int, minimumFrequency: Int = 2,
    specialTokens: [String] = bertTokens, options: Options = Options()
  ) throws -> WordPieceTokenizer {
    guard vocabularySize <= ByteStrings.largestID + 1 else {
      throw TokenizerError.vocabularyTooLarge(requested: vocabularySize, largest: ByteStrings.largestID + 1)
    }
    var words = WordCounts()
    for text in texts { count(text, options: options, into: &words) }
    // A character that goes on inside a word is another piece than the same one at its beginning.
    let spelled = (0..<words.count).map { word in
      String(decoding: words.bytes[words.range(of: word)], as: UTF8.self).unicodeScalars.enumerated().map {
        ($0 == 0 ? "" : options.continuingPrefix) + String($1)
      }
    }
    var tokens = try SpecialTokenList.check(specialTokens)
    tokens += Set(spelled.joined()).subtracting(tokens).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    guard vocabularySize >= tokens.count else {
      throw TokenizerError.vocabularyTooSmall(
        requested: vocabularySize, minimum: tokens.count, specialTokens: specialTokens.count)
    }
    var ids = Dictionary(uniqueKeysWithValues: tokens.enumerated().map { ($1, Int32($0)) })
    var ends: [Int] = []
    for characters in spelled { ends.append((ends.last ?? 0) + characters.count) }
    var trainer = BytePairTrainer(
      spelled.joined().map { ids[$0] ?? 0 }, ends: ends, wordFrequencies: words.frequencies)
    while tokens.count < vocabularySize,
      let (left, right) = trainer.mostFrequentPair(minimumFrequency: minimumFrequency)
    {
      let piece = tokens[Int(left)] + tokens[Int(right)].dropFirst(options.continuingPrefix.count)
      // Two ways of joining may end in the same piece.
      let id = ids[piece] ?? Int32(tokens.count)
      if id == tokens.count {
        tokens.append(piece)
        ids[piece] = id
      }
      trainer.merge(left, right, into: id)
    }
    return try WordPieceTokenizer(vocabulary: tokens, specialTokens: specialTokens, options: options)
  }

  private static func count(_ text: String, options: Options, into words: inout WordCounts) {
    var text = text
    let normalized = text.withUTF8 { options.normalizer.normalize($0, in: $0.indices).bytes }
    normalized.withUnsafeBufferPointer { text in
      var splitting = BertWords(text, in: text.indices)
      while let word = splitting.next() { words.add(UnsafeBufferPointer(rebasing: text[word])) }
    }
  }
}
