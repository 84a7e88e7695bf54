// What was meant, given what was typed.

/// The one slip that makes `typed` of `meant`: "none", "substituted", "omitted", "inserted" or "swapped"; nil if it
/// takes more than one.
func slip(from meant: String, to typed: String) -> String? {
  // TODO(noisy-channel): compare the letters.
  nil
}

/// p(meant | typed) for each word that one slip, or none, leads to `typed` from.
func posterior(of typed: String, prior: [String: Double], rates: [String: Double]) -> [String: Double] {
  // TODO(noisy-channel): multiply the two factors, and let the products add up to 1.
  ["": 0]
}
