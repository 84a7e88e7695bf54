// What a learner's calibration is asked.

let probes = Probes {
  Probe("the four answers of the task", points: 3, tolerance: .absolute(1e-9)) {
    [brier(four.0, four.1), calibrationError(four.0, four.1, count: 2)]
  }
  Probe("the bins of the task", points: 2, tolerance: .absolute(1e-9)) { bins(four.0, four.1, count: 2) }
  Probe("borders, and bins without answers", points: 3, tolerance: .absolute(1e-9)) {
    bins([0, 0.25, 0.5, 1, 0.2], [false, true, true, true, false], count: 4)
  }
  Probe("too sure, and always sure of the same", points: 2, tolerance: .absolute(1e-9)) {
    let truth = (0..<10).map { $0 < 4 }
    return [
      calibrationError(Array(repeating: 0.95, count: 10), truth, count: 10),
      calibrationError(Array(repeating: 0.4, count: 10), truth, count: 10),
      brier(Array(repeating: 0.4, count: 10), truth),
    ]
  }
  Probe("no answers", points: 1) { [brier([], []), calibrationError([], [], count: 5)] }
  Probe("bins of very different size", points: 2, tolerance: .absolute(1e-9)) {
    calibrationError([0.1] + Array(repeating: 0.9, count: 19), [true] + (0..<19).map { $0 % 2 == 0 }, count: 5)
  }
  Probe("random answers", points: 3, tolerance: .absolute(1e-9)) { random in
    (0..<6).map { _ in
      let (confidences, isRight) = answers(random.integers(30, in: 1...999), random.integers(30, in: 0...1))
      return [
        brier(confidences, isRight), calibrationError(confidences, isRight, count: random.integer(in: 2...12)),
      ]
    }
  }
}

let four = ([0.3, 0.5, 0.9, 0.7], [true, false, true, false])

func answers(_ thousandths: [Int], _ ones: [Int]) -> (confidences: [Double], isRight: [Bool]) {
  (thousandths.map { (Double($0) + 0.37) / 1001 }, ones.map { $0 == 1 })
}
