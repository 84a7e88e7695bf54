// How much of an answer is in what was expected.
import Foundation

/// The words of a text after tidying.
func words(_ text: String) -> [String] {
  // TODO(answer-f1): lower case, no signs, no articles.
  [text]
}

/// The harmonic mean of precision and recall, by the best reference.
func f1(_ answer: String, _ references: [String]) -> Double {
  // TODO(answer-f1): count what is in common.
  -1
}
