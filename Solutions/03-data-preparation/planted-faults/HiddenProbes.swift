// What only the judge asks: all faults at once, on other rows.
import Transformers

let probes = Probes {
  Probe("other rows: no fault is left, and 95 % of the good ones are", points: 6) {
    try Inbox(seed: 90_001).left()
  } accept: { left in
    let inbox = Inbox(seed: 90_001)
    let test = Set(inbox.test.map(\.0))
    let isClean = left.allSatisfy { row in
      !["  ", "🚢", "@", "4539", "blockhead", "Schiff"].contains { row.joined().contains($0) } && row[0].count > 6
        && !row[1].isEmpty && !test.contains(row[0])
    }
    return isClean && inbox.kept(left) >= 0.95 && Set(left.map { $0[0] }).count == left.count
  }
}
