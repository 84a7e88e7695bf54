// Reading a GPT's activations: their names, the logit lens, and the parts of the residual.

import Layers
import Tensors

extension GPT {
  public var activationPoints: [ActivationPoint] {
    let residual: [ActivationPoint.Axis] = [.batch, .time, .channels]
    let block: [ActivationPoint] =
      [ActivationPoint("residual.before", residual), ActivationPoint("norm1", residual)]
      + .attention().inside("attention")
      + [ActivationPoint("residual.middle", residual), ActivationPoint("norm2", residual)]
      + .feedForward().inside("feedForward")
      + [ActivationPoint("residual.after", residual)]
    return [ActivationPoint("embeddings.token", residual)]
      + (positionEmbedding == nil ? [] : [ActivationPoint("embeddings.position", residual)])
      + blocks.indices.flatMap { block.inside("blocks.\($0)") }
      + [ActivationPoint("norm", residual), ActivationPoint("logits", [.batch, .time, .vocabulary])]
  }

  /// What the model would answer after each block: the last norm and the output layer applied to the residual before
  /// the first block and after each (nostalgebraist 2020). Needs the activations "residual.before" and
  /// "residual.after".
  ///
  /// - Returns: `[layers + 1, time, vocabularySize]`, or with the batch as second axis; the last are the logits.
  public func logitLens(_ activations: Activations) -> Tensor {
    let residuals =
      [activations["blocks.0.residual.before"]] + blocks.indices.map { activations["blocks.\($0).residual.after"] }
    return Tensor.stacked(residuals.map { logits(norm($0)) })
  }

  /// What each part of the model adds to the residual; together they are "residual.after" of the last block. Needs the
  /// activations that the result names: embeddings, and "output" of each attention and feed-forward part.
  ///
  /// - Returns: parts `[time, channels]`, or with the batch in front, in the order in which they are added.
  public func residualParts(_ activations: Activations) -> [(name: String, value: Tensor)] {
    let names =
      ["embeddings.token"] + (positionEmbedding == nil ? [] : ["embeddings.position"])
      + blocks.indices.flatMap { ["blocks.\($0).attention.output", "blocks.\($0).feedForward.output"] }
    return names.map { ($0, activations[$0]) }
  }
}
