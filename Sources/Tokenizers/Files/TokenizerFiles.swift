// Finds a tokenizer in a folder. What the files say is read in the other files of this folder.

public enum TokenizerFiles {
  /// Reads a tokenizer from a folder or from one file.
  ///
  /// In a folder it takes the first that is there: `tokenizer.json`; `vocab.json` with `merges.txt` (GPT-2);
  /// `vocab.txt` (BERT). The older files say little about special tokens and options; `added_tokens.json`,
  /// `special_tokens_map.json` and `tokenizer_config.json` beside them are read, too. Padding and truncation belong to
  /// batches and are passed over.
  ///
  /// - Parameter path: a folder, a file in the format of `tokenizer.json`, or a `vocab.txt`.
  /// - Throws: ``TokenizerError`` for files that are missing, broken, or use components that this library does not
  ///   have.
  public static func load(_ path: String) throws -> any Tokenizer {
    guard FileAccess.isFolder(path) else {
      guard path.hasSuffix(".txt") else { return try tokenizerJSON(path) }
      let (folder, name) = FileAccess.split(path)
      return try VocabularyFolder(folder).wordPieces(name)
    }
    let folder = VocabularyFolder(path)
    if folder.has("tokenizer.json") { return try tokenizerJSON(FileAccess.join(path, "tokenizer.json")) }
    if folder.has("vocab.json"), folder.has("merges.txt") { return try folder.bytePairs() }
    if folder.has("vocab.txt") { return try folder.wordPieces("vocab.txt") }
    throw TokenizerError.noTokenizer(folder: path)
  }

  private static func tokenizerJSON(_ path: String) throws -> any Tokenizer {
    let bytes = try FileAccess.read(path)
    return try TokenizerError.naming(path) { try TokenizerJSON.tokenizer(try JSONReader.read(bytes)) }
  }
}
