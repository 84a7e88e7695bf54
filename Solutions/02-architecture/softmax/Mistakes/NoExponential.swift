import Foundation

/// Your numbers are the logits divided by their sum, without the exponential. A negative logit then gives a negative
/// "probability": which function makes any number positive and keeps their order?
func softmax(_ logits: [Float]) -> [Float] {
  let sum = logits.reduce(0, +)
  return logits.map { $0 / sum }
}
