// What a learner's softmax is asked.

let probes = Probes {
  Probe("three small logits become probabilities", points: 2) { softmax([0, 1, 2]) }
  Probe("equal logits share evenly", points: 1) { softmax([3, 3, 3, 3]) }
  Probe("negative logits are fine", points: 1) { softmax([-1, -2, 0.5]) }
  Probe("large logits stay finite", points: 2) { softmax([1000, 1001, 999]) }
  Probe("logits far below the largest", points: 1) { softmax([-400, -400, 60]) }
  Probe("random rows", points: 2) { random in softmax(random.normal(random.integer(in: 5...20))) }
}
