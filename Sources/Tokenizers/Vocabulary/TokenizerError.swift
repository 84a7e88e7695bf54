// Everything that can go wrong, as cases with data; their sentences are in TokenizerError+Description.swift.

/// Why a tokenizer could not be trained, read, written, or asked to decode.
public enum TokenizerError: Error, Equatable {
  /// A vocabulary must hold every byte and every special token before the first merge.
  case vocabularyTooSmall(requested: Int, minimum: Int, specialTokens: Int)
  case vocabularyTooLarge(requested: Int, largest: Int)
  case duplicateSpecialToken(String)
  case emptySpecialToken
  /// A character vocabulary was to be made of a text without characters.
  case emptyTrainingText

  case unknownID(Int, vocabularySize: Int)

  case cannotRead(path: String, reason: String)
  case cannotWrite(path: String, reason: String)
  /// A folder holds none of the files that a tokenizer could be read from.
  case noTokenizer(folder: String)
  /// `source` is a path, or "the vocabulary" for one that was given in memory.
  case invalid(_ source: String, FileProblem)
}

/// What is wrong with a tokenizer file, or with a vocabulary given in memory.
public enum FileProblem: Error, Equatable {
  case notUTF8(offset: Int)
  case malformedJSON(line: Int, column: Int, reason: String)
  case missing(key: String)
  case wrongType(key: String, expected: String, found: String)
  /// A component or option that this library does not have.
  case unsupported(key: String, value: String, supported: String)

  case emptyVocabulary
  case vocabularyTooLarge
  case idOutOfRange(token: String, id: Int, largest: Int)
  case duplicateID(Int, first: String, second: String)
  case duplicateToken(String, first: Int, second: Int)
  case conflictingID(token: String, vocabulary: Int, addedToken: Int)

  /// `rank` counts from 1, as lines after the version line of merges.txt do.
  case malformedMerge(rank: Int, text: String)
  case mergeOutsideVocabulary(rank: Int, left: String, right: String, missing: String)
  case missingToken(String, role: String)
  /// A character vocabulary's token must be one character.
  case notACharacter(String)
}
