// The list of names under which the values inside a model can be seen, with their shapes. The names are stable: lessons
// and saved recordings use them.

/// A value inside a model that can be recorded or replaced.
public struct ActivationPoint: Sendable, Equatable {
  /// What an axis runs over.
  public enum Axis: String, Sendable {
    case batch, time, channels, heads, keyValueHeads, headSize, query, key, hiddenChannels, vocabulary, labels
    /// The time of the sequence that an encoder read.
    case sourceTime
  }

  /// "blocks.0.attention.pattern", for instance.
  public let name: String
  /// The first is the batch; it is missing if the model was called with a single sequence.
  public let axes: [Axis]

  init(_ name: String, _ axes: [Axis]) {
    self.name = name
    self.axes = axes
  }

  /// The axes as documentation writes them: `[batch, heads, query, key]`.
  public var shape: String { "[" + axes.map(\.rawValue).joined(separator: ", ") + "]" }

  func inside(_ part: String) -> ActivationPoint { ActivationPoint("\(part).\(name)", axes) }
}

extension [ActivationPoint] {
  func inside(_ part: String) -> [ActivationPoint] { map { $0.inside(part) } }

  /// The points of a `MultiHeadAttention`.
  static func attention(of time: ActivationPoint.Axis = .time, over source: ActivationPoint.Axis = .time) -> Self {
    let isOwn = time == source
    return [
      ActivationPoint("queries", [.batch, .heads, time, .headSize]),
      ActivationPoint("keys", [.batch, .keyValueHeads, source, .headSize]),
      ActivationPoint("values", [.batch, .keyValueHeads, source, .headSize]),
      ActivationPoint("scores", [.batch, .heads, isOwn ? .query : time, isOwn ? .key : source]),
      ActivationPoint("pattern", [.batch, .heads, isOwn ? .query : time, isOwn ? .key : source]),
      ActivationPoint("context", [.batch, .heads, time, .headSize]),
      ActivationPoint("output", [.batch, time, .channels]),
    ]
  }

  /// The points of a `FeedForward`.
  static func feedForward(of time: ActivationPoint.Axis = .time) -> Self {
    [
      ActivationPoint("hidden", [.batch, time, .hiddenChannels]),
      ActivationPoint("activated", [.batch, time, .hiddenChannels]),
      ActivationPoint("output", [.batch, time, .channels]),
    ]
  }
}
