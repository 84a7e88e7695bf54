// Writes tokenizers into a folder: tokenizer.json, and the older files that other programs may look for.

extension BytePairTokenizer {
  /// `tokenizer.json`, `vocab.json` and `merges.txt`.
  public func write(to folder: String) throws {
    try FileAccess.write(JSONWriter.write(TokenizerJSON.file(of: self)), to: "tokenizer.json", in: folder)
    try FileAccess.write(JSONWriter.write(TokenizerJSON.vocabulary(model.vocabulary)), to: "vocab.json", in: folder)
    try FileAccess.write(MergesFile.write(merges), to: "merges.txt", in: folder)
  }
}

extension WordPieceTokenizer {
  /// `tokenizer.json` and `vocab.txt`.
  public func write(to folder: String) throws {
    try FileAccess.write(JSONWriter.write(TokenizerJSON.file(of: self)), to: "tokenizer.json", in: folder)
    let lines = (0..<vocabulary.strings.idLimit).flatMap { Array(vocabulary.strings[$0] ?? []) + [UInt8(ascii: "\n")] }
    try FileAccess.write(lines, to: "vocab.txt", in: folder)
  }
}

extension CharacterTokenizer {
  /// `tokenizer.json`.
  public func write(to folder: String) throws {
    try FileAccess.write(JSONWriter.write(TokenizerJSON.file(of: self)), to: "tokenizer.json", in: folder)
  }
}
