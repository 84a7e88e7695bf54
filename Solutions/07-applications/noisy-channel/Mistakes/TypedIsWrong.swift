/// A word that is in the list and was typed as it is written is not among your candidates. Most words that are typed
/// are right.
func slip(from meant: String, to typed: String) -> String? {
  let (a, b) = (Array(meant), Array(typed))
  if a == b { return "none" }
  var front = 0
  while front < min(a.count, b.count), a[front] == b[front] { front += 1 }
  var back = 0
  while back < min(a.count, b.count) - front, a[a.count - 1 - back] == b[b.count - 1 - back] { back += 1 }
  let (left, right) = (a[front..<a.count - back], b[front..<b.count - back])
  switch (left.count, right.count) {
  case (1, 1): return "substituted"
  case (1, 0): return "omitted"
  case (0, 1): return "inserted"
  case (2, 2) where left.first == right.last && left.last == right.first: return "swapped"
  default: return nil
  }
}

/// p(meant | typed) for each word that one slip, or none, leads to `typed` from.
func posterior(of typed: String, prior: [String: Double], rates: [String: Double]) -> [String: Double] {
  let unchanged = 1 - rates.values.reduce(0, +)
  var products: [String: Double] = [:]
  for (word, probability) in prior {
    guard let kind = slip(from: word, to: typed), kind != "none" else { continue }
    products[word] = probability * (kind == "none" ? unchanged : rates[kind] ?? 0)
  }
  let total = products.values.reduce(0, +)
  return products.mapValues { $0 / total }
}
