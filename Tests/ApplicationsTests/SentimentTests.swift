// Moods of remarks: what pre-training adds, and which words carry them.
import Applications
import Corpora
import Models
import TextModels
import Training
import Testing

@Suite("A sentiment classifier")
struct SentimentTests {
  private let world = HarbourLines(seed: 7)

  @Test("judges remarks that nobody labelled, on topics that nobody labelled")
  func split() {
    let (training, test) = world.remarks(50, heldOut: 40, seed: 3, topicsApart: true)
    #expect(training.count == 50 && test.count == 40)
    #expect(Set(training.map(\.topic)).isDisjoint(with: Set(test.map(\.topic))))
    #expect(Set(test.map(\.topic)).count == 2)
    let same = world.remarks(50, heldOut: 40, seed: 3, topicsApart: false)
    #expect(Set(same.training.map(\.text)).isDisjoint(with: Set(same.heldOut.map(\.text))))
    #expect(Set(same.heldOut.map(\.text)).count == 40)
  }

  @Test("knows the mood of new topics by what the base model has read, and not without it")
  func pretraining() throws {
    let base = try CourseModels.base()
    let blank = TextModel(
      name: "blank", GPT(base.model.configuration, seed: 1), tokenizer: base.tokenizer, endTokens: base.endTokens)
    let (training, test) = world.remarks(60, heldOut: 60, seed: 1, topicsApart: true)
    let read = try SentimentClassifier.trained(on: training, from: .features, base, seed: 1)
    let unread = try SentimentClassifier.trained(on: training, from: .features, blank, seed: 1)
    let (with, without) = (try read.accuracy(on: test), try unread.accuracy(on: test))
    #expect(with.value > 0.8)
    #expect(without.high < with.low)

    let weights = try read.weights(ofWordsIn: " Stale cake,\nand rude. ")
    let rows = try read.probabilities(of: ["Stale cake, and rude.", "cake, and rude.", "Stale cake, and"])
    let label = try #require(SentimentClassifier.labels.firstIndex(of: weights.sentiment))
    #expect(rows[0].max() == rows[0][label])
    #expect(weights.words.map(\.word) == ["Stale", "cake,", "and", "rude."])
    #expect(abs(weights.words[0].weight - (rows[0][label] - rows[1][label])) < 1e-5)
    #expect(abs(weights.words[3].weight - (rows[0][label] - rows[2][label])) < 1e-5)
    #expect(try read.probabilities(of: ["", "Fine."]).allSatisfy { abs($0.reduce(0, +) - 1) < 1e-5 })
  }

  @Test("learns a copy: the base model stays as it is")
  func copy() throws {
    let base = try CourseModels.base()
    let before = base.model.parameters.map(\.parameter.value)
    let remarks = world.remarks(16, heldOut: 1, seed: 1, topicsApart: false).training
    _ = try SentimentClassifier.trained(on: remarks, from: .fineTuned, base, seed: 1)
    #expect(zip(before, base.model.parameters).allSatisfy { ($0 == $1.parameter.value) as Bool })
    #expect(throws: BatchError.noExamples) {
      try SentimentClassifier.trained(on: [], from: .features, base, seed: 1)
    }
  }
}
