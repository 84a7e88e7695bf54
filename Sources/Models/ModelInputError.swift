// What can be wrong with the tokens given to a model.

import Layers
import Tensors

/// Why a model cannot read a batch of tokens. `check(_:)` of the models throws it; calling a model stops with the same
/// sentence.
public enum ModelInputError: Error, Equatable, Sendable, CustomStringConvertible {
  case noTokens
  case noSuchToken(id: Int, sequence: Int, place: Int, vocabularySize: Int)
  case tooLong(time: Int, contextLength: Int)
  /// A sequence is nothing but padding.
  case onlyPadding(sequence: Int)
  /// Generation goes on at the right end, where this sequence has padding.
  case paddingAtTheEnd(sequence: Int)
  case otherBatch(cached: Int, given: Int)
  /// A source and a target that do not belong together.
  case differentBatches(source: Int, target: Int)
  /// There are not as many of these as tokens, or one is out of range.
  case segments(reason: String)
  /// Frames of a spectrogram that do not fit the model.
  case frames(reason: String)

  public var description: String {
    switch self {
    case .noTokens: "there are no tokens; a model needs at least one"
    case .noSuchToken(let id, let sequence, let place, let size):
      "token \(id) at place \(place) of sequence \(sequence) is not in the vocabulary, whose ids are 0 to \(size - 1); "
        + "is it from another tokenizer?"
    case .tooLong(let time, let contextLength):
      "\(time) tokens are more than the model's context of \(contextLength); shorten the text"
    case .onlyPadding(let sequence): "sequence \(sequence) is nothing but padding"
    case .paddingAtTheEnd(let sequence):
      "sequence \(sequence) ends with padding, where the next token should come; pad on the left"
    case .otherBatch(let cached, let given):
      "the cache was begun with a batch of \(cached) sequences; the new tokens are \(given)"
    case .differentBatches(let source, let target):
      "the source is a batch of \(source) sequences, the target of \(target)"
    case .segments(let reason), .frames(let reason): reason
    }
  }
}

extension TokenBatch {
  /// - Parameter past: how many tokens come before these.
  func check(vocabularySize: Int, contextLength: Int, past: Int = 0) throws {
    guard !ids.isEmpty else { throw ModelInputError.noTokens }
    guard past + time <= contextLength else {
      throw ModelInputError.tooLong(time: past + time, contextLength: contextLength)
    }
    for (index, id) in ids.enumerated() where !(0..<vocabularySize).contains(id) {
      throw ModelInputError.noSuchToken(
        id: id, sequence: index / time, place: index % time, vocabularySize: vocabularySize)
    }
    guard let isPresent else { return }
    for row in 0..<batch where !isPresent[row * time..<(row + 1) * time].contains(true) {
      throw ModelInputError.onlyPadding(sequence: row)
    }
  }
}

/// Runs a check whose failure is a mistake of the caller's: stops with its sentence.
func stopUnless(_ operation: String, _ check: () throws -> Void) {
  do { try check() } catch { stop("\(operation): \(error)") }
}
