// What only the judge asks.

let probes = Probes {
  Probe("a card at the end, at the beginning, and two of them", points: 2) {
    [
      masked("Pay with 4539 1488 0343 6467"), masked("4539148803436467 is mine"),
      masked("4539148803436467, 3782-822463-10005."), masked(""), masked("no digits"),
    ]
  }
  Probe("two numbers with one space between are one run", points: 1) {
    masked("4539148803436467 12 is not a card as a whole")
  }
  Probe("many random letters", points: 2) { random in
    (0..<40).map { _ in
      let digits = random.integers(random.integer(in: 11...20), in: 0...9).map(String.init)
      return masked("a " + digits.joined(separator: random.pick(["", " ", "-", ".", " - "])) + " z")
    }
  }
}
