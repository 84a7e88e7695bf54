// Texts that a BERT reads together, each told from the other by its segment: a question, and what may answer it.

import Layers
import Tensors

/// The token ids of texts behind each other, and for each the number of its segment.
public struct SegmentedTokens: Hashable, Sendable {
  public let ids: [Int]
  public let segments: [Int]

  /// Stops unless there is a segment for each id.
  public init(ids: [Int], segments: [Int]) {
    guard ids.count == segments.count else {
      stop("SegmentedTokens: \(ids.count) ids need as many segments; there are \(segments.count)")
    }
    (self.ids, self.segments) = (ids, segments)
  }
}

extension BERT {
  /// For each input a logit for each class, `[inputs, labels]`: the classifier on the mean of its tokens' vectors, as
  /// sentence encoders are read, in place of the pooled first token. Inputs of like length go through the model together,
  /// so that little is padded. Throws ``ModelInputError``. Stops if the model has no classifier, or there is no input.
  ///
  /// - Parameter together: how many inputs go through the model at once.
  public func meanLogits(of inputs: [SegmentedTokens], together: Int = 16) throws -> Tensor {
    guard let classifier else { stop("meanLogits: this BERT has no classifier; withLabels(_:seed:) makes one") }
    let order = inputs.indices.sorted { (inputs[$0].ids.count, $0) < (inputs[$1].ids.count, $1) }
    let logits = try stride(from: 0, to: order.count, by: together).map { first in
      let batch = order[first..<min(first + together, order.count)].map { inputs[$0] }
      let tokens = TokenBatch(padding: batch.map(\.ids))
      let segments = batch.map { $0.segments + Array(repeating: 0, count: tokens.time - $0.segments.count) }
      try check(tokens, segments: segments)
      return classifier(mean(tokens, segments: segments))
    }
    var places = Array(repeating: 0, count: order.count)
    for (place, input) in order.enumerated() { places[input] = place }
    return Tensor.concatenated(logits)[places]
  }
}
