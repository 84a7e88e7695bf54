// What a learner's filter is asked.

let probes = Probes {
  Probe("the number of the task, and its neighbours", points: 3) {
    (0...9).map { isCard([4, 5, 3, 9, 1, 4, 8, 8, 0, 3, 4, 3, 6, 4, 6, $0]) }
  }
  Probe("12 to 19 digits, an even or an odd number of them", points: 2) {
    [
      isCard([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]), isCard(Array(repeating: 0, count: 12)),
      isCard([3, 7, 8, 2, 8, 2, 2, 4, 6, 3, 1, 0, 0, 0, 5]), isCard(Array(repeating: 0, count: 20)),
    ]
  }
  Probe("a card in a letter", points: 3) {
    [
      masked("My card is 4539 1488 0343 6467, please pay it back."), masked("4539-1488-0343-6467"),
      masked("Card:4539148803436467!"),
    ]
  }
  Probe("numbers that are no card stay as they are", points: 3) {
    [
      masked("Call 0123 456 789 before 9.30."), masked("Ticket 4539 1488 0343 6468"),
      masked("4539  1488 0343 6467 has two spaces"), masked("45391488034364670000 is too long"),
    ]
  }
  Probe("random letters", points: 2) { random in
    (0..<10).map { _ in masked(randomLetter(random)) }
  }
}

func randomLetter(_ random: ProbeRandom) -> String {
  (0..<5).map { _ -> String in
    var digits = random.integers(random.integer(in: 8...20), in: 0...9)
    if random.integer(in: 0...2) > 0 { digits[digits.count - 1] = check(digits) }
    let separator = random.pick(["", " ", "-"])
    let groups = stride(from: 0, to: digits.count, by: 4).map { start in
      digits[start..<min(start + 4, digits.count)].map(String.init).joined()
    }
    return random.pick(["No. ", "pay ", "", "é"]) + groups.joined(separator: separator)
      + random.pick([". ", ", ", " and ", "\n"])
  }.joined()
}

/// The last digit that makes the sum round.
func check(_ digits: [Int]) -> Int {
  let sum = digits.dropLast().reversed().enumerated().reduce(0) { sum, entry in
    let value = entry.offset % 2 == 0 ? entry.element * 2 : entry.element
    return sum + value / 10 + value % 10
  }
  return (10 - sum % 10) % 10
}
