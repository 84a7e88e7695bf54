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
  let call = AttentionCall(
    queries: HeadRows(queries), keys: HeadRows(keys), values: HeadRows(values), heads: heads, mask: mask,
    isCausal: isCausal)
  let y = Tensor(shape: queries.shape) { call.forward($0) }
  return y.recorded(from: [queries, keys, values]) { gradient, inputs in
    let dKeys = Storage(count: keys.count), dValues = Storage(count: values.count)
    let dQueries = Tensor(shape: queries.shape) {
      call.backward(gradient, $0, dKeys.memory, dValues.memory, adds: false)
    }
    inputs.add(0, dQueries)
    inputs.add(1, Tensor(sharing: dKeys, shape: keys.shape))
    inputs.add(2, Tensor(sharing: dValues, shape: values.shape))
  }
}

/// The same where one layer has computed queries, keys and values: they are not copied apart, nor their gradients
/// joined.
///
/// - Parameters:
///   - packed: queries, keys and values behind each other, `[batch, time, 3 × channels]`.
///   - mask, isCausal: as above.
/// - Returns: the context, `[batch, time, channels]`.
public func attention(
  queriesKeysValues packed: Tensor, heads: Int, mask: Tensor? = nil, isCausal: Bool = false
) -> Tensor {
  guard packed.rank == 3, heads > 0, packed.shape[2] % (3 * heads) == 0 else {
    stop(
      "attention: queries, keys and values \(packed.shape) must be [batch, time, 3 × channels], with channels for "
        + "\(heads) heads")
  }
  let channels = packed.shape[2] / 3
  if let mask, mask.node != nil {
    let parts = packed.split(into: 3, axis: 2)
    return unfused(parts[0], parts[1], parts[2], heads: heads, mask: mask, isCausal: isCausal)
  }
  func part(_ index: Int) -> HeadRows { HeadRows(packed, from: index * channels, channels: channels) }
  let call = AttentionCall(
    queries: part(0), keys: part(1), values: part(2), heads: heads, mask: mask, isCausal: isCausal)
  let y = Tensor(shape: [packed.shape[0], packed.shape[1], channels]) { call.forward($0) }
  return y.recorded(from: packed) { gradient, inputs in
    inputs.accumulate(0) { target, isFirst in
      call.backward(gradient, target, target + channels, target + 2 * channels, adds: !isFirst)
    }
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

/// Queries, keys or values as they lie in memory: the channels of a head are neighbours, and a step leads to the next
/// position.
private struct HeadRows {
  let batch, time, channels, step: Int
  private let offset: Int
  private let tensor: Tensor

  /// - Parameter tensor: `[batch, time, at least offset + channels]`
  init(_ tensor: Tensor, from offset: Int = 0, channels: Int? = nil) {
    (batch, time, step) = (tensor.shape[0], tensor.shape[1], tensor.shape[2])
    self.channels = channels ?? step
    (self.offset, self.tensor) = (offset, tensor.constant)
  }

  var memory: Input { tensor.memory + offset }

  /// How far the first position of a head of a sequence is from that of the first.
  func start(_ sequence: Int, _ head: Int, of heads: Int) -> Int { sequence * time * step + head * channels / heads }
}

/// One call of `attention`, and what its backward pass needs. A unit of work is one head of one sequence.
private final class AttentionCall: @unchecked Sendable {
  let queries, keys, values: HeadRows
  let mask: Tensor?
  let heads, time, sourceTime, channels, headSize: Int
  let isCausal: Bool
  /// How far the mask moves with sequence, head, query and key; 0 where it is repeated.
  let maskSteps: [Int]
  /// log Σ exp(scores) of each query, `[batch, heads, time]`.
  let logSums: Storage
  /// Made here and not by the pool's threads; see `MatrixProducts`.
  private let bands: [Range<Int>]

  /// Queries whose scores are computed together: `[band, sourceTime]` floats stay in the cache.
  static var band: Int { 64 }

  init(queries: HeadRows, keys: HeadRows, values: HeadRows, heads: Int, mask: Tensor?, isCausal: Bool) {
    (self.queries, self.keys, self.values, self.heads) = (queries, keys, values, heads)
    (self.mask, self.isCausal) = (mask?.constant, isCausal)
    (time, sourceTime, channels) = (queries.time, keys.time, queries.channels)
    headSize = channels / heads
    let scores = [queries.batch, heads, time, sourceTime]
    if let mask, Shape.broadcast(mask.shape, scores, "attention: mask and scores") != scores {
      stop("attention: the mask \(mask.shape) does not fit the scores \(scores)")
    }
    maskSteps = mask.map { Shape.broadcastSteps($0.shape, to: scores) } ?? [0, 0, 0, 0]
    logSums = Storage(count: scores[0] * heads * time)
    bands = stride(from: 0, to: time, by: Self.band).map { [time] in $0..<Swift.min($0 + Self.band, time) }
  }

  private var units: Int { queries.batch * heads }
  private var scale: Float { 1 / Float(headSize).squareRoot() }
  private var grain: Int { MatrixProducts.grain / Swift.max(1, time * sourceTime * headSize) + 1 }
  private var isEmpty: Bool { units * time * sourceTime * channels == 0 }

  /// - Parameter out: `[batch, time, channels]`
  func forward(_ out: Output) {
    guard !isEmpty else { return ck_fill(units * time * headSize, 0, out) }
    forEachUnit { sequence, head in
      let own = out + sequence * self.time * self.channels + head * self.headSize
      let values = self.values.memory + self.values.start(sequence, head, of: self.heads)
      self.withScratch(1) { scores, _ in
        for band in self.bands {
          let keyCount = self.pattern(sequence, head, band, scores, isAgain: false)
          MatrixBlock(rows: band.count, inner: keyCount, columns: self.headSize).multiply(
            scores, keyCount, false, values, self.values.step, false, own + band.lowerBound * self.channels,
            self.channels, adds: false)
        }
      }
    }
  }

  /// The three gradients, which lie as queries, keys and values do, are added to or written.
  func backward(_ gradient: Tensor, _ dQueries: Output, _ dKeys: Output, _ dValues: Output, adds: Bool) {
    guard !isEmpty else {
      guard !adds else { return }
      for (rows, target) in [(queries, dQueries), (keys, dKeys), (values, dValues)] {
        ck_copy(2, [rows.batch * rows.time, rows.channels], [0], [0, 0], target, [rows.step, 1])
      }
      return
    }
    forEachUnit { sequence, head in
      let queryStart = self.queries.start(sequence, head, of: self.heads)
      let keyStart = self.keys.start(sequence, head, of: self.heads)
      let valueStart = self.values.start(sequence, head, of: self.heads)
      let (queryStep, keyStep, valueStep) = (self.queries.step, self.keys.step, self.values.step)
      self.withScratch(2) { pattern, slopes in
        // The last band sees every key: where gradients are not added to, it writes them and the others add.
        var keysAdd = adds
        for band in self.bands.reversed() {
          let rows = band.count, first = queryStart + band.lowerBound * queryStep
          let dContext =
            gradient.memory + (sequence * self.time + band.lowerBound) * self.channels + head * self.headSize
          let keyCount = self.pattern(sequence, head, band, pattern, isAgain: true)
          let intoKeys = MatrixBlock(rows: keyCount, inner: rows, columns: self.headSize)
          // context = pattern · V, so ∂V = patternᵀ · ∂context and ∂pattern = ∂context · Vᵀ
          intoKeys.multiply(
            pattern, keyCount, true, dContext, self.channels, false, dValues + valueStart, valueStep, adds: keysAdd)
          MatrixBlock(rows: rows, inner: self.headSize, columns: keyCount).multiply(
            dContext, self.channels, false, self.values.memory + valueStart, valueStep, true, slopes, keyCount,
            adds: false)
          // pattern = softmax(scores)
          ck_attention_slopes(rows, keyCount, pattern, slopes)
          // scores = Q · Kᵀ · scale, so ∂Q = ∂scores · K · scale and ∂K = ∂scoresᵀ · Q · scale
          MatrixBlock(rows: rows, inner: keyCount, columns: self.headSize).multiply(
            slopes, keyCount, false, self.keys.memory + keyStart, keyStep, false, dQueries + first, queryStep,
            scale: self.scale, adds: adds)
          intoKeys.multiply(
            slopes, keyCount, true, self.queries.memory + first, queryStep, false, dKeys + keyStart, keyStep,
            scale: self.scale, adds: keysAdd)
          keysAdd = true
        }
      }
    }
  }

  /// The pattern of a band of queries, `[band.count, keys]`; returns how many keys they see at most.
  private func pattern(_ sequence: Int, _ head: Int, _ band: Range<Int>, _ scores: Output, isAgain: Bool) -> Int {
    let keyCount = isCausal ? band.upperBound : sourceTime
    MatrixBlock(rows: band.count, inner: headSize, columns: keyCount).multiply(
      queries.memory + queries.start(sequence, head, of: heads) + band.lowerBound * queries.step, queries.step, false,
      keys.memory + keys.start(sequence, head, of: heads), keys.step, true, scores, keyCount, scale: scale, adds: false)
    let place = sequence * maskSteps[0] + head * maskSteps[1] + band.lowerBound * maskSteps[2]
    ck_attention_pattern(
      band.count, keyCount, isCausal ? band.lowerBound : -1, (mask?.memory).map { $0 + place }, maskSteps[2],
      maskSteps[3], isAgain ? 1 : 0, logSums.memory + (sequence * heads + head) * time + band.lowerBound, scores)
    return keyCount
  }

  /// Memory for the scores of a band, `count` times (1 or 2), while the closure runs.
  private func withScratch(_ count: Int, _ body: (_ first: Output, _ second: Output) -> Void) {
    let size = Swift.min(Self.band, time) * sourceTime
    let scratch = Storage(count: count * size)
    withExtendedLifetime(scratch) { body(scratch.memory, scratch.memory + (count - 1) * size) }
  }

  private func forEachUnit(_ body: (_ sequence: Int, _ head: Int) -> Void) {
    typealias Work = (body: (Int, Int) -> Void, heads: Int)
    MatrixBlock.prepare()
    withoutActuallyEscaping(body) { body in
      withUnsafePointer(to: Work(body, heads)) { work in
        ck_parallel_for(
          units, grain,
          { context, begin, end in
            guard let work = context?.assumingMemoryBound(to: Work.self).pointee else { return }
            for unit in begin..<end { work.body(unit / work.heads, unit % work.heads) }
          }, UnsafeMutableRawPointer(mutating: work))
      }
    }
  }
}
