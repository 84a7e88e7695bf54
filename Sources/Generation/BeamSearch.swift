// Looking for a likely text along several branches at a time.

internal import Foundation
import Tensors

/// A text that a beam search has found.
public struct Beam: Sendable, Equatable {
  /// The new tokens.
  public let ids: [Int]
  /// log p of all of them.
  public let logProbability: Float
  /// What beams are compared by: `logProbability / ids.count ^ lengthPenalty`.
  public let score: Float
}

/// The settings of one search; `beams(from:…)` of the models says what each means.
struct BeamSearch {
  var width: Int
  var count: Int
  var lengthPenalty: Float
  var repetitionPenalty: Float
  var stops: [[Int]]

  /// Throws ``GenerationError`` for what cannot be.
  func check(vocabularySize: Int) throws {
    try GenerationError.check("width", Float(width), width >= 1, "1 or more")
    try GenerationError.check("lengthPenalty", lengthPenalty, lengthPenalty.isFinite, "a finite number")
    try GenerationSettings.check(count, repetitionPenalty, stops, vocabularySize: vocabularySize)
  }

  /// A way to go on: a token behind one of the open texts.
  private struct Candidate {
    let row, id: Int
    /// Of the whole text.
    let logProbability: Float
  }

  /// - Parameter texts: empty so far.
  func run(from prompt: [Int], in texts: some GrowingTexts) throws -> [Beam] {
    var texts = texts
    var open: [(ids: [Int], logProbability: Float)] = [([], 0)]
    var finished: [Beam] = []
    var newTokens = [prompt]

    for length in stride(from: 1, through: count, by: 1) {
      let candidates = try candidates(behind: open, prompt, texts.read(newTokens))
      var goOn: [Candidate] = []
      for (rank, candidate) in candidates.enumerated() {
        let ids = open[candidate.row].ids + [candidate.id]
        if length < count, !ids.ends(with: stops) {
          if goOn.count < width { goOn.append(candidate) }
        } else if rank < width {
          finished.append(beam(ids, candidate.logProbability))
        }
      }
      finished = Array(finished.sorted { $0.score > $1.score }.prefix(width))
      open = goOn.map { (open[$0.row].ids + [$0.id], $0.logProbability) }
      // Nothing is left, or nothing that could become better than the worst of those that are finished.
      guard let best = open.first else { break }
      if finished.count == width, beam(best.ids, best.logProbability).score <= finished[width - 1].score { break }
      texts.select(goOn.map(\.row))
      newTokens = goOn.map { [$0.id] }
    }
    return finished
  }

  /// The best ways to go on, the best first: so many that `width` remain if all that can finish do.
  private func candidates(
    behind open: [(ids: [Int], logProbability: Float)], _ prompt: [Int], _ logits: Tensor
  ) throws -> [Candidate] {
    let needed = width * (1 + Set(stops.map { $0.last }).count)
    var candidates: [Candidate] = []
    for (row, text) in open.enumerated() {
      let logits = logits[row]
      try logits.checkFinite(sequence: 0, place: text.ids.count)
      let logProbabilities = logits.logSoftmax().penalizing(Set(prompt + text.ids), by: repetitionPenalty).scalars
      candidates += logProbabilities.indicesOfLargest(needed).map {
        Candidate(row: row, id: $0, logProbability: text.logProbability + logProbabilities[$0])
      }
    }
    return Array(candidates.sorted { $0.logProbability > $1.logProbability }.prefix(needed))
  }

  private func beam(_ ids: [Int], _ logProbability: Float) -> Beam {
    Beam(ids: ids, logProbability: logProbability, score: logProbability / pow(Float(ids.count), lengthPenalty))
  }
}
