// Looking at the tensors inside a model, and replacing them.

import Tensors

/// Replaces an activation by another of the same shape, in the scope of `withHooks`.
public struct Hook {
  public let name: String
  let replacement: (Tensor) -> Tensor

  /// - Parameter name: the activation's whole name, "blocks.0.attention.pattern" for instance.
  public init(_ name: String, _ replacement: @escaping (Tensor) -> Tensor) {
    self.name = name
    self.replacement = replacement
  }
}

/// Collects activations while a model runs.
public final class Recording {
  private let isWanted: (String) -> Bool
  public private(set) var activations = Activations()

  public init(names isWanted: @escaping (String) -> Bool) { self.isWanted = isWanted }

  func wants(_ name: String) -> Bool { isWanted(name) }

  /// The value keeps its gradient, for those who go backward from what the model computes.
  func record(_ name: String, _ value: Tensor) { activations.append(name, value.keepingGradient()) }
}

/// What a layer passes its intermediate values through: `tap("scores", scores)` gives them back, and lets whoever looks
/// at the model record or replace them. Off, which is usual, it costs a comparison, and no names are put together.
public struct Tap {
  public static var off: Tap { Tap(hooks: [], recording: nil) }

  private final class Watch {
    let hooks: [Hook]
    let recording: Recording?

    init(_ hooks: [Hook], _ recording: Recording?) { (self.hooks, self.recording) = (hooks, recording) }

    func isWanted(_ name: String) -> Bool {
      recording?.wants(name) == true || hooks.contains { $0.name == name }
    }
  }

  private let watch: Watch?
  private var prefix = ""
  private var hidesBatch = false

  init(hooks: [Hook], recording: Recording?) {
    watch = hooks.isEmpty && recording == nil ? nil : Watch(hooks, recording)
  }

  /// The tap for a part of a model: names get its name and a dot in front.
  public subscript(_ part: @autoclosure () -> String) -> Tap {
    guard watch != nil else { return self }
    var tap = self
    tap.prefix += part() + "."
    return tap
  }

  /// Shows values without their first axis, which is a batch of one.
  public var withoutBatch: Tap {
    var tap = self
    tap.hidesBatch = true
    return tap
  }

  /// Whether somebody looks at the value of this name.
  public func isWanted(_ name: @autoclosure () -> String) -> Bool {
    watch?.isWanted(prefix + name()) ?? false
  }

  /// The value, or what hooks make of it.
  public func callAsFunction(_ name: @autoclosure () -> String, _ value: @autoclosure () -> Tensor) -> Tensor {
    guard let watch else { return value() }
    let name = prefix + name()
    let value = value()
    guard watch.isWanted(name) else { return value }
    var shown = hidesBatch ? value.squeezed(at: 0) : value
    for hook in watch.hooks where hook.name == name {
      let replaced = hook.replacement(shown)
      guard replaced.shape == shown.shape else {
        stop("the hook for \"\(name)\" returns the shape \(replaced.shape); it must keep \(shown.shape)")
      }
      shown = replaced
    }
    if watch.recording?.wants(name) == true { watch.recording?.record(name, shown) }
    return hidesBatch ? shown.expanded(at: 0) : shown
  }
}
