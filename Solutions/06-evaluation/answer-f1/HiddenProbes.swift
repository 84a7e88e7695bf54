// What only the judge asks.

let probes = Probes {
  Probe("other texts to tidy", points: 2) {
    [words("THE an A"), words("o'clock; at 10.30 a.m."), words("Ostrey\t–\nBirk"), words("other than others")]
  }
  Probe("other random answers", points: 2, tolerance: .absolute(1e-9)) { random in
    let some = ["An", "Old", "Margit", "sails", "half-past", "six", "six", "!", "the"]
    func text() -> String { (0..<random.integer(in: 0...6)).map { _ in random.pick(some) }.joined(separator: " ") }
    return (0..<12).map { _ in f1(text(), (0..<random.integer(in: 0...3)).map { _ in text() }) }
  }
}
