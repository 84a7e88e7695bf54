// Attention of one new token to all that came before: the step of writing a text token by token.

/// The same as `attention` with one query for each sequence, over keys and values that grow. No gradients.
///
/// - Parameters:
///   - queries: `[batch, 1, channels]`; the channels of a head are neighbours.
///   - keys, values: `[batch, sourceTime, keyValueChannels]`. With fewer channels than queries, heads that are neighbours
///     share them (grouped queries, Ainslie et al. 2023).
///   - mask: added to the scores, `[batch, 1, 1, sourceTime]`; `-inf` hides a position.
/// - Returns: the context, `[batch, 1, channels]`.
package func attention(
  queries: Tensor, keys: GrowingTensor, values: GrowingTensor, heads: Int, mask: Tensor? = nil
) -> Tensor {
  let (batch, channels, time) = (queries.shape[0], queries.shape[2], keys.time)
  let headSize = channels / heads
  guard queries.shape[1] == 1, channels % heads == 0, keys.batch == batch, values.batch == batch, values.time == time,
    values.channels == keys.channels, keys.channels % headSize == 0, heads % (keys.channels / headSize) == 0
  else {
    stop(
      "attention: queries \(queries.shape) of \(heads) heads cannot look at keys \([keys.batch, time, keys.channels]) "
        + "and values \([values.batch, values.time, values.channels])")
  }
  if let mask, mask.shape != [batch, 1, 1, time] {
    stop("attention: the mask of a single query must be \([batch, 1, 1, time]); its shape is \(mask.shape)")
  }
  let scores = Storage(count: batch * heads * time)
  return withExtendedLifetime((keys, values)) {
    Tensor(shape: queries.shape) { out in
      ck_decoding_attention(
        batch, heads, heads * headSize / keys.channels, headSize, time, queries.memory, keys.storage.memory,
        keys.capacity, values.storage.memory, values.capacity, mask?.memory, scores.memory, out)
    }
  }
}
