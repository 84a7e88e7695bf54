// What a learner's figures are asked.

let probes = Probes {
  Probe("the text of the task", points: 2, tolerance: .relative(1e-9)) { figures([-0.5, -1.5], of: "ja ja") }
  Probe("letters of several bytes", points: 2, tolerance: .relative(1e-9)) {
    figures([-0.25, -3, -0.125], of: "Die Fähre nach Süd – 9 €") + figures([-1], of: "ÄÖÜ")
  }
  Probe("line breaks and double spaces divide words, too", points: 1, tolerance: .relative(1e-9)) {
    figures([-2, -2], of: "pier  two,\nat six\n")
  }
  Probe("the windows of the task", points: 2) { windows(10, context: 4) }
  Probe("short texts, and one that just fits", points: 2) {
    [0, 1, 2, 7, 8, 9].map { windows($0, context: 8) }
  }
  Probe("windows of many lengths", points: 3) { random in
    (0..<10).map { _ in windows(random.integer(in: 0...60), context: 2 * random.integer(in: 1...9)) }
  }
}
