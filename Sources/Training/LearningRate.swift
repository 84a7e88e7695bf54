// How large the steps are, from the first to the last.

internal import Foundation

/// The learning rate as a function of the step. A number stands for a constant one: `AdamW(learningRate: 3e-4)`.
///
/// During the warm-up the rate rises evenly, to reach its peak at step `warmup`; it is never 0. Then it falls, to reach
/// the floor at step `steps`, and stays there.
public enum LearningRate: Sendable, Equatable, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  case constant(Float)
  /// Falls evenly.
  case linear(peak: Float, warmup: Int = 0, steps: Int, floor: Float = 0)
  /// Falls along half a cosine: slowly at first and at the end (Loshchilov and Hutter 2017).
  case cosine(peak: Float, warmup: Int = 0, steps: Int, floor: Float = 0)

  public init(floatLiteral value: Float) { self = .constant(value) }
  public init(integerLiteral value: Int) { self = .constant(Float(value)) }

  /// The rate of a step, counted from 0.
  public subscript(step: Int) -> Float {
    switch self {
    case .constant(let rate):
      return rate
    case .linear(let peak, let warmup, let steps, let floor):
      return Self.rate(step, peak, warmup, steps, floor) { 1 - $0 }
    case .cosine(let peak, let warmup, let steps, let floor):
      return Self.rate(step, peak, warmup, steps, floor) { (1 + cos(.pi * $0)) / 2 }
    }
  }

  /// How many steps it is made for; nil if it is constant.
  public var steps: Int? {
    switch self {
    case .constant: nil
    case .linear(_, _, let steps, _), .cosine(_, _, let steps, _): steps
    }
  }

  /// - Parameter fall: from 1 at 0 to 0 at 1.
  private static func rate(
    _ step: Int, _ peak: Float, _ warmup: Int, _ steps: Int, _ floor: Float, fall: (Double) -> Double
  ) -> Float {
    if step < warmup { return Float(Double(peak) * Double(step + 1) / Double(warmup + 1)) }
    guard step < steps else { return floor }
    let share = Double(step - warmup) / Double(steps - warmup)
    return Float(Double(floor) + (Double(peak) - Double(floor)) * fall(share))
  }
}
