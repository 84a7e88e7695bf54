// Card numbers in a text.

/// Whether digits can be the number of a card, by the formula of Luhn.
func isCard(_ digits: [Int]) -> Bool {
  // TODO(card-numbers): double every second digit from the right, and look at the sum.
  digits.count == 16
}

/// A text in which each card number is replaced by [card].
func masked(_ text: String) -> String {
  // TODO(card-numbers): find runs of digits, and decide about each as a whole.
  text
}
