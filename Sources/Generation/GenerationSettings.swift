// How far and by which rules a text goes on.

import Tensors

/// The settings of one call of `generate`; the models' functions say what each means.
struct GenerationSettings {
  var sampling: Sampling
  var count: Int
  var repetitionPenalty: Float
  var stops: [[Int]]
  var seed: Int

  /// Throws ``GenerationError`` for what cannot be.
  func check(vocabularySize: Int) throws {
    try sampling.check()
    try Self.check(count, repetitionPenalty, stops, vocabularySize: vocabularySize)
  }

  /// Throws ``GenerationError`` for what cannot be, with beams or without.
  static func check(_ count: Int, _ repetitionPenalty: Float, _ stops: [[Int]], vocabularySize: Int) throws {
    try GenerationError.check("count", Float(count), count >= 0, "0 or more")
    try GenerationError.check(
      "repetitionPenalty", repetitionPenalty, repetitionPenalty > 0 && repetitionPenalty.isFinite,
      "above 0; 1 changes nothing")
    for stop in stops {
      guard !stop.isEmpty else { throw GenerationError.emptyStopSequence }
      for id in stop where !(0..<vocabularySize).contains(id) {
        throw GenerationError.noSuchStopToken(id: id, vocabularySize: vocabularySize)
      }
    }
  }
}

extension [Int] {
  /// Whether the text ends with one of these sequences.
  func ends(with stops: [[Int]]) -> Bool { stops.contains { suffix($0.count).elementsEqual($0) } }
}

extension Tensor {
  /// Makes tokens that were there before less likely (Keskar et al. 2019, section 4.1): their logits are divided by the
  /// penalty if they are positive, multiplied if negative, as Hugging Face does it.
  ///
  /// - Parameter tokens: each counts once; `self` is `[vocabularySize]`.
  func penalizing(_ tokens: Set<Int>, by penalty: Float) -> Tensor {
    guard penalty != 1 else { return self }
    var logits = scalars
    for id in tokens { logits[id] = logits[id] > 0 ? logits[id] / penalty : logits[id] * penalty }
    return Tensor(logits, shape: shape)
  }

  /// Throws ``GenerationError`` if there is NaN or +inf among logits, or nothing but -inf.
  func checkFinite(sequence: Int, place: Int) throws {
    guard max().item().isFinite else { throw GenerationError.notFinite(sequence: sequence, place: place) }
  }
}
