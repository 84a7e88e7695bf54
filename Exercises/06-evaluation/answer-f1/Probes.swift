// What a learner's F1 is asked.

let probes = Probes {
  Probe("the answer of the task", points: 2, tolerance: .absolute(1e-9)) {
    f1("She leaves the pier at seven in the evening.", ["At seven in the morning."])
  }
  Probe("tidying", points: 3) {
    [
      words("The Gull's, at 7:15!"), words("Twenty-five (25) crowns"), words("An hour at a theatre, the Anchor"),
      words(" \n The. "), words("a+b = an*the"),
    ]
  }
  Probe("a word counts as often as both have it", points: 2, tolerance: .absolute(1e-9)) {
    [
      f1("two two two", ["two crowns"]), f1("two and two", ["two and two make four"]),
      f1("pier pier", ["pier pier pier"]),
    ]
  }
  Probe("the best reference counts", points: 2, tolerance: .absolute(1e-9)) {
    [
      f1("six crowns", ["6 crowns", "six crowns"]), f1("at the pier", ["pier six", "the long pier", "at six"]),
      f1("six", []),
    ]
  }
  Probe("nothing in common, and no words", points: 2, tolerance: .absolute(1e-9)) {
    [f1("yes", ["no"]), f1("", ["the"]), f1("The!", [""]), f1("", ["no"]), f1("no", ["a"])]
  }
  Probe("random answers", points: 2, tolerance: .absolute(1e-9)) { random in
    let some = ["the", "Tern", "leaves,", "at", "seven", "a", "pier-two", "two", "two."]
    func text() -> String { (0..<random.integer(in: 0...7)).map { _ in random.pick(some) }.joined(separator: " ") }
    return (0..<12).map { _ in f1(text(), [text(), text()]) }
  }
}
