import Layers
import Models
import Testing
import Training

/// What is printed of optimizers and of progress: a line each.
struct DescriptionTests {
  @Test("optimizers say their learning rate and what they do beside following the gradient")
  func optimizers() {
    #expect("\(SGD(learningRate: 0.1))" == "SGD, learning rate 0.1")
    #expect(
      "\(SGD(learningRate: 0.1, momentum: 0.9, isNesterov: true, weightDecay: 0.5))"
        == "SGD, learning rate 0.1, Nesterov's momentum 0.9, weight decay 0.5")
    #expect("\(Adam())" == "Adam, learning rate 0.001")
    #expect(
      "\(AdamW(learningRate: .cosine(peak: 3e-3, warmup: 50, steps: 1200), decaysOnlyMatrices: true))"
        == "AdamW, learning rate 0.003, falling as a cosine to 0.0 at step 1200, warm-up 50, weight decay 0.01 of matrices"
    )
    #expect(
      "\(LearningRate.linear(peak: 1, steps: 10, floor: 0.25))" == "1.0, falling evenly to 0.25 at step 10")
  }

  @Test("progress is a line with the loss, the rate, the speed and the time left")
  func progress() throws {
    var lines: [String] = []
    var trainer = Samples.trainer(Samples.model(), SGD(learningRate: 0.25))
    trainer.report = { lines.append("\($0)") }
    try trainer.fit(try Samples.batches(), steps: 3)
    let pattern =
      #/step 2 of 3: loss 2\.\d+, learning rate 0\.25, gradient norm \d\.\d+, \d+ tokens a second, \d+ s left/#
    #expect(lines.count == 3 && lines[1].wholeMatch(of: pattern) != nil, "\(lines)")
  }
}
