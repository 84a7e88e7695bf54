// How much of an answer is in what was expected.
import Foundation

/// The words of a text after tidying.
func words(_ text: String) -> [String] {
  let signs = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
  return text.lowercased().filter { !signs.contains($0) }.split(whereSeparator: \.isWhitespace).map(String.init)
    .filter { !["a", "an", "the"].contains($0) }
}

/// The harmonic mean of precision and recall, by the best reference.
func f1(_ answer: String, _ references: [String]) -> Double {
  let own = words(answer)
  return references.map { reference -> Double in
    let known = words(reference)
    if own.isEmpty || known.isEmpty { return own.isEmpty && known.isEmpty ? 1 : 0 }
    var left = known
    var common = 0.0
    for word in own {
      guard let place = left.firstIndex(of: word) else { continue }
      left.remove(at: place)
      common += 1
    }
    let (precision, recall) = (common / Double(own.count), common / Double(known.count))
    return common == 0 ? 0 : 2 * precision * recall / (precision + recall)
  }.max() ?? 0
}
