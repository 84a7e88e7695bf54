// What a learner's head is asked: where it looks.
import StepRecords

let probes = Probes {
  Probe("the text of four in the task", points: 2, tolerance: near) {
    pattern(of: [2, 0, 1, 0], vocabulary: 3, places: 4)
  }
  Probe("one position sees itself", points: 1, tolerance: near) { pattern(of: [1], vocabulary: 2, places: 5) }
  Probe("a word that comes twice is not taken for the one before", points: 2, tolerance: near) {
    pattern(of: [1, 1, 0, 1, 0, 0, 1], vocabulary: 2, places: 7)
  }
  Probe("a text shorter than the places", points: 2, tolerance: near) {
    pattern(of: [3, 1, 2, 0, 3], vocabulary: 4, places: 16)
  }
  Probe("a long text", points: 2, tolerance: near) {
    pattern(of: (0..<40).map { $0 * 7 % 10 }, vocabulary: 10, places: 40)
  }
  Probe("random words", points: 2, tolerance: near) { random in
    pattern(of: random.integers(random.integer(in: 6...14), in: 0...4), vocabulary: 5, places: 14)
  }
}
