// A metric of your own.
import Transformers

/// How right an answer is; the larger, the better.
func score(_ answer: String, expected: String) -> Double {
  // TODO(metric-project): agree with people.
  Double(answer.count)
}
