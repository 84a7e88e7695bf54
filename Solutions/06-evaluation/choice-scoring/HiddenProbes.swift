// What only the judge asks.

let probes = Probes {
  Probe("other texts", points: 2, tolerance: .absolute(1e-9)) { random in
    ["", "a", "äöü", "Where does the ferry land?", "港", "👩‍👩‍👧 aboard"].map { text in
      scores(of: text, given: Double(random.uniform(in: -60...0)), alone: Double(random.uniform(in: -60...0)))
    }
  }
  Probe("random tests", points: 2) { random in
    (0..<6).map { _ in
      let items = (0..<random.integer(in: 1...9)).map { _ in
        (0..<4).map { _ in
          String((0..<random.integer(in: 1...4)).map { _ in random.pick(["a", "é", "漢"]) as Character })
        }
      }
      return passedByShortest(items: items, right: items.map { _ in random.integer(in: 0...3) })
    }
  }
}
