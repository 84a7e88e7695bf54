// Attention with several heads as one operation. The pattern is never whole in memory: a band of queries at a time, and
// once more in the backward pass.

/// Scaled dot-product attention of each head, `softmax(QKᵀ / √headSize) V` (Vaswani et al. 2017, eq. 1).
///
/// - Parameters:
///   - queries: `[batch, time, channels]`; the channels of a head are neighbours.
///   - keys, values: `[batch, sourceTime, channels]`
///   - mask: added to the scores, broadcast to `[batch, heads, time, sourceTime]`; `-inf` hides a position. A constant.
///   - isCausal: whether a query sees its own place and those before only.
/// - Returns: the context, `[batch, time, channels]`; 0 where a query sees nothing.
public func attention(
  queries: Tensor, keys: Tensor, values: Tensor, heads: Int, mask: Tensor? = nil, isCausal: Bool = false
) -> Tensor {
  guard queries.rank == 3, keys.shape == values.shape, keys.rank == 3, keys.shape[0] == queries.shape[0],
    keys.shape[2] == queries.shape[2], heads > 0, queries.shape[2] % heads == 0
  else {
    stop(
      "attention: queries \(queries.shape), keys \(keys.shape) and values \(values.shape) must be [batch, time, "
        + "channels], of one batch and with channels for \(heads) heads")
  }
  guard !isCausal || keys.shape[1] == queries.shape[1] else {
    stop("attention: causal, but there are \(queries.shape[1]) queries and \(keys.shape[1]) keys")
  }
  if let mask, mask.node != nil {
    return unfused(queries, keys, values, heads: heads, mask: mask, isCausal: isCausal)
  }
  let call = AttentionCall(queries: queries, keys: keys, values: values, heads: heads, mask: mask, isCausal: isCausal)
  let y = Tensor(shape: queries.shape) { call.forward($0) }
  return y.recorded(from: [queries, keys, values]) { gradient, inputs in
    let (dQueries, dKeys, dValues) = (
      Tensor.zeros(queries.shape), Tensor.zeros(keys.shape), Tensor.zeros(values.shape)
    )
    call.backward(gradient, dQueries.storage.memory, dKeys.storage.memory, dValues.storage.memory)
    inputs.add(0, dQueries)
    inputs.add(1, dKeys)
    inputs.add(2, dValues)
  }
}

/// The same from single operations, where the mask is learnt.
private func unfused(
  _ queries: Tensor, _ keys: Tensor, _ values: Tensor, heads: Int, mask: Tensor, isCausal: Bool
) -> Tensor {
  // [batch, time, channels] to [batch, heads, time, headSize]
  func split(_ x: Tensor) -> Tensor {
    x.reshaped(x.shape[0], x.shape[1], heads, x.shape[2] / heads).transposed(1, 2)
  }
  let headSize = queries.shape[2] / heads
  // [batch, heads, time, sourceTime]
  var scores = split(queries).matmul(split(keys).transposed()) * (1 / Float(headSize).squareRoot()) + mask
  if isCausal { scores = scores + Tensor.causalMask(queries.shape[1]) }
  return scores.softmax().matmul(split(values)).transposed(1, 2).reshaped(to: queries.shape)
}

/// One call of `attention`, and what its backward pass needs. A unit of work is one head of one sequence.
private final class AttentionCall: @unchecked Sendable {
  let queries, keys, values: Tensor
  let mask: Tensor?
  let heads, time, sourceTime, channels, headSize: Int
  let isCausal: Bool
  /// How far the mask moves with sequence, head, query and key; 0 where it is repeated.
  let maskSteps: [Int]
  /// log Σ exp(scores) of each query, `[batch, heads, time]`.
  let logSums: Storage

  /// Queries whose scores are computed together: `[band, sourceTime]` floats stay in the cache.
  static let band = 64

  init(queries: Tensor, keys: Tensor, values: Tensor, heads: Int, mask: Tensor?, isCausal: Bool) {
    (self.queries, self.keys, self.values, self.heads) = (queries.constant, keys.constant, values.constant, heads)
    (self.mask, self.isCausal) = (mask?.constant, isCausal)
    (time, sourceTime, channels) = (queries.shape[1], keys.shape[1], queries.shape[2])
    headSize = channels / heads
    let scores = [queries.shape[0], heads, time, sourceTime]
    if let mask, Shape.broadcast(mask.shape, scores, "attention: mask and scores") != scores {
      stop("attention: the mask \(mask.shape) does not fit the scores \(scores)")
    }
    maskSteps = mask.map { Shape.broadcastSteps($0.shape, to: scores) } ?? [0, 0, 0, 0]
    logSums = Storage(count: scores[0] * heads * time)
  }

  private var units: Int { queries.shape[0] * heads }
  private var scale: Float { 1 / Float(headSize).squareRoot() }
  private var grain: Int { MatrixProducts.grain / Swift.max(1, time * sourceTime * headSize) + 1 }

  func forward(_ out: Output) {
    guard sourceTime > 0, channels > 0 else { return ck_fill(queries.count, 0, out) }
    forEachUnit { unit in
      withScratch(1) { scores, _ in
        for band in self.bands {
          let keyCount = self.pattern(unit, band, scores, isAgain: false)
          MatrixBlock(rows: band.count, inner: keyCount, columns: self.headSize).multiply(
            scores, keyCount, false, self.values.memory + self.start(unit, self.sourceTime), self.channels, false,
            out + self.start(unit, self.time) + band.lowerBound * self.channels, self.channels, adds: false)
        }
      }
    }
  }

  /// Adds to the three gradients.
  func backward(_ gradient: Tensor, _ dQueries: Output, _ dKeys: Output, _ dValues: Output) {
    guard sourceTime > 0, channels > 0 else { return }
    forEachUnit { unit in
      let (own, source) = (self.start(unit, self.time), self.start(unit, self.sourceTime))
      withScratch(2) { pattern, slopes in
        for band in self.bands {
          let (rows, first, channels) = (band.count, own + band.lowerBound * self.channels, self.channels)
          let keyCount = self.pattern(unit, band, pattern, isAgain: true)
          let intoKeys = MatrixBlock(rows: keyCount, inner: rows, columns: self.headSize)
          // context = pattern · V, so ∂V = patternᵀ · ∂context and ∂pattern = ∂context · Vᵀ
          intoKeys.multiply(
            pattern, keyCount, true, gradient.memory + first, channels, false, dValues + source, channels,
            adds: true)
          MatrixBlock(rows: rows, inner: self.headSize, columns: keyCount).multiply(
            gradient.memory + first, channels, false, self.values.memory + source, channels, true, slopes, keyCount,
            adds: false)
          // pattern = softmax(scores)
          ck_attention_slopes(rows, keyCount, pattern, slopes)
          // scores = Q · Kᵀ · scale, so ∂Q = ∂scores · K · scale and ∂K = ∂scoresᵀ · Q · scale
          MatrixBlock(rows: rows, inner: keyCount, columns: self.headSize).multiply(
            slopes, keyCount, false, self.keys.memory + source, channels, false, dQueries + first, channels,
            scale: self.scale, adds: true)
          intoKeys.multiply(
            slopes, keyCount, true, self.queries.memory + first, channels, false, dKeys + source, channels,
            scale: self.scale, adds: true)
        }
      }
    }
  }

  /// The pattern of a band of queries, `[band.count, keys]`; returns how many keys they see at most.
  private func pattern(_ unit: Int, _ band: Range<Int>, _ scores: Output, isAgain: Bool) -> Int {
    let keyCount = isCausal ? band.upperBound : sourceTime
    MatrixBlock(rows: band.count, inner: headSize, columns: keyCount).multiply(
      queries.memory + start(unit, time) + band.lowerBound * channels, channels, false,
      keys.memory + start(unit, sourceTime), channels, true, scores, keyCount, scale: scale, adds: false)
    let (sequence, head) = unit.quotientAndRemainder(dividingBy: heads)
    let place = sequence * maskSteps[0] + head * maskSteps[1] + band.lowerBound * maskSteps[2]
    ck_attention_pattern(
      band.count, keyCount, isCausal ? band.lowerBound : -1, (mask?.memory).map { $0 + place }, maskSteps[2],
      maskSteps[3], isAgain ? 1 : 0, logSums.memory + unit * time + band.lowerBound, scores)
    return keyCount
  }

  private var bands: [Range<Int>] {
    stride(from: 0, to: time, by: Self.band).map { $0..<Swift.min($0 + Self.band, time) }
  }

  /// Where a head of a sequence begins in `[batch, time, channels]`.
  private func start(_ unit: Int, _ time: Int) -> Int { unit / heads * time * channels + unit % heads * headSize }

  /// Memory for the scores of a band, `count` times (1 or 2), while the closure runs.
  private func withScratch(_ count: Int, _ body: (_ first: Output, _ second: Output) -> Void) {
    let size = Swift.min(Self.band, time) * sourceTime
    let scratch = Storage(count: count * size)
    withExtendedLifetime(scratch) { body(scratch.memory, scratch.memory + (count - 1) * size) }
  }

  private func forEachUnit(_ body: (_ unit: Int) -> Void) {
    withoutActuallyEscaping(body) { body in
      withUnsafePointer(to: body) { body in
        ck_parallel_for(
          units, grain,
          { context, begin, end in
            guard let body = context?.assumingMemoryBound(to: ((Int) -> Void).self).pointee else { return }
            for unit in begin..<end { body(unit) }
          }, UnsafeMutableRawPointer(mutating: body))
      }
    }
  }

}
