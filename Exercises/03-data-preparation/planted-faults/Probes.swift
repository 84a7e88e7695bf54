// What a learner's recipe is asked. Each probe looks at what is left of the same rows; a recipe that leaves hardly any
// passes none of them.
import Transformers

let probes = Probes {
  Probe("rows are tidied, and no mail address or card number is left", points: 5) {
    try Inbox(seed: 1).left()
  } accept: { left in
    Inbox(seed: 1).isSound(left)
      && !left.joined().contains { text in
        ["  ", "🚢", "@", "4539"].contains { text.contains($0) }
      }
  }
  Probe("no insult, no other language, no empty answer, no question of four letters", points: 5) {
    try Inbox(seed: 2).left()
  } accept: { left in
    Inbox(seed: 2).isSound(left) && !left.joined().contains { $0.contains("blockhead") || $0.contains("Schiff") }
      && left.allSatisfy { $0[0].count > 6 && !$0[1].isEmpty }
  }
  Probe("no row twice, and no row of the test", points: 5) {
    try Inbox(seed: 3).left()
  } accept: { left in
    let inbox = Inbox(seed: 3)
    let test = Set(inbox.test.map(\.0))
    return inbox.isSound(left) && Set(left.map { $0[0] }).count == left.count && !left.contains { test.contains($0[0]) }
  }
  Probe("at least 95 % of the good rows are left", points: 5, needs: ["no row twice, and no row of the test"]) {
    try Inbox(seed: 4).left()
  } accept: { left in
    Inbox(seed: 4).kept(left) >= 0.95
  }
}
