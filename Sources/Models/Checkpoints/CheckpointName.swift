// A row of the table that says what a model's parameters are called in checkpoints.

/// What a parameter is called in the checkpoints of a layout.
public struct CheckpointName: Sendable, Equatable {
  /// As in `parameters`: "blocks.0.attention.output.weight".
  public let ours: String
  /// As in files: the first is written, any is read.
  public let theirs: [String]
  /// Whether files hold a matrix `[inputs, outputs]`, as GPT-2's do.
  public let isTransposed: Bool

  init(_ ours: String, _ theirs: [String], isTransposed: Bool = false) {
    self.ours = ours
    self.theirs = theirs
    self.isTransposed = isTransposed
  }
}

extension [CheckpointName] {
  /// Rows for both parameters of layers: `hidden` and `c_fc` stand for `hidden.weight` and `c_fc.weight`, and for the
  /// biases.
  static func linear(_ layers: KeyValuePairs<String, String>, isTransposed: Bool = false) -> Self {
    layers.flatMap { ours, theirs in
      [
        CheckpointName("\(ours).weight", ["\(theirs).weight"], isTransposed: isTransposed),
        CheckpointName("\(ours).bias", ["\(theirs).bias"]),
      ]
    }
  }

  /// Rows for norms, whose parameters had other names in TensorFlow and so in old files.
  static func norm(_ layers: KeyValuePairs<String, String>) -> Self {
    layers.flatMap { ours, theirs in
      [
        CheckpointName("\(ours).scale", ["\(theirs).weight", "\(theirs).gamma"]),
        CheckpointName("\(ours).shift", ["\(theirs).bias", "\(theirs).beta"]),
      ]
    }
  }

  /// The rows with both names inside a part: `blocks.0` here, `h.0` in files.
  func inside(_ ours: String, _ theirs: String) -> Self {
    map { name in
      CheckpointName(
        "\(ours).\(name.ours)", name.theirs.map { "\(theirs).\($0)" }, isTransposed: name.isTransposed)
    }
  }

  /// The rows with these words before the names in files, any of them, the first to be written: "transformer." or none.
  func after(_ prefixes: [String]) -> Self {
    map { name in
      CheckpointName(
        name.ours, prefixes.flatMap { prefix in name.theirs.map { prefix + $0 } }, isTransposed: name.isTransposed)
    }
  }
}
