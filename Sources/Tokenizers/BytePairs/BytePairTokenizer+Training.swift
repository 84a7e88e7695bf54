// From a text to a vocabulary: special tokens, the 256 bytes, then one token a merge.

extension BytePairTokenizer {
  /// Learns a byte-level vocabulary, the same as Hugging Face's `BpeTrainer` with `ByteLevel` and its alphabet.
  ///
  /// - Parameters:
  ///   - texts: each is cut into words by itself.
  ///   - vocabularySize: special tokens, 256 bytes and merges together. A short text may end with fewer.
  ///   - minimumFrequency: pairs that are rarer are not merged.
  ///   - specialTokens: get the ids from 0 on. In the training text they are text like any other.
  /// - Throws: ``TokenizerError/vocabularyTooSmall(requested:minimum:specialTokens:)`` and its neighbours.
  public static func train(
    on texts: some Sequence<String>, vocabularySize: Int, minimumFrequency: Int = 0, specialTokens: [String] = [],
    options: Options = Options()
  ) throws -> BytePairTokenizer {
    var tokens = try initialTokens(specialTokens, vocabularySize: vocabularySize)
    var ids: [[UInt8]: Int32] = [:]
    for (id, token) in tokens.enumerated() { ids[Array(token.utf8)] = Int32(id) }
    let byteIDs = ByteLevelAlphabet.characters.map { ids[Array(String($0).utf8)] ?? 0 }

    var words = WordCounts()
    for text in texts { count(text, options: options, into: &words) }
    var trainer = BytePairTrainer(words, byteIDs: byteIDs)
    var merges: [(left: String, right: String)] = []
    while tokens.count < vocabularySize,
      let (left, right) = trainer.mostFrequentPair(minimumFrequency: minimumFrequency)
    {
      let merge = (left: tokens[Int(left)], right: tokens[Int(right)])
      merges.append(merge)
      let token = merge.left + merge.right
      // A special token may be written like a merge; it then is that merge's token.
      let id = ids[Array(token.utf8)] ?? Int32(tokens.count)
      if id == tokens.count {
        tokens.append(token)
        ids[Array(token.utf8)] = id
      }
      trainer.merge(left, right, into: id)
    }
    return try BytePairTokenizer(vocabulary: tokens, merges: merges, specialTokens: specialTokens, options: options)
  }

  /// Learns a byte-level vocabulary from one text.
  public static func train(
    on text: String, vocabularySize: Int, minimumFrequency: Int = 0, specialTokens: [String] = [],
    options: Options = Options()
  ) throws -> BytePairTokenizer {
    try train(
      on: CollectionOfOne(text), vocabularySize: vocabularySize, minimumFrequency: minimumFrequency,
      specialTokens: specialTokens, options: options)
  }

  /// Special tokens and bytes; the bytes in the order of their characters in the byte-level alphabet.
  private static func initialTokens(_ specialTokens: [String], vocabularySize: Int) throws -> [String] {
    guard vocabularySize <= ByteStrings.largestID + 1 else {
      throw TokenizerError.vocabularyTooLarge(requested: vocabularySize, largest: ByteStrings.largestID + 1)
    }
    let special = Set(try SpecialTokenList.check(specialTokens).map { Array($0.utf8) })
    // A special token that is one character of the alphabet is that byte's token already.
    let bytes = ByteLevelAlphabet.characters.sorted().map { String($0) }.filter { !special.contains(Array($0.utf8)) }
    let tokens = specialTokens + bytes
    guard vocabularySize >= tokens.count else {
      throw TokenizerError.vocabularyTooSmall(
        requested: vocabularySize, minimum: tokens.count, specialTokens: specialTokens.count)
    }
    return tokens
  }

  private static func count(_ text: String, options: Options, into words: inout WordCounts) {
    var text = options.addsPrefixSpace && !text.isEmpty && text.utf8.first != UInt8(ascii: " ") ? " " + text : text
    text.withUTF8 { bytes in
      guard options.splitsWords else {
        if !bytes.isEmpty { words.add(bytes) }
        return
      }
      var splitting = GPT2Words(bytes, in: bytes.indices)
      while let word = splitting.next() { words.add(UnsafeBufferPointer(rebasing: bytes[word])) }
    }
  }
}
