import Foundation
import Generation
import Models
import Tensors
import Testing

/// What Hugging Face's transformers wrote, from the files that Scripts/references/generation.py made.
struct Reference: Decodable {
  struct Greedy: Decodable {
    let prompts, texts: [[Int]]
    let stops: [Int]
    let penalty: Float
  }

  struct Beams: Decodable {
    let prompt, stops: [Int]
    let width: Int
    let lengthPenalty, penalty: Float
    let texts: [[Int]]
    let scores: [Float]
  }

  struct Filters: Decodable {
    struct Case: Decodable {
      let k: Int?
      let p: Float?
      let temperature: Float
      let probabilities: [Float]

      var sampling: Sampling {
        switch (k, p) {
        case (nil, nil): .temperature(temperature)
        case (let k?, nil): .topK(k, temperature: temperature)
        case (nil, let p?): .topP(p, temperature: temperature)
        case (let k?, let p?): .topKThenTopP(k, p, temperature: temperature)
        }
      }
    }

    let logits: [Float]
    let cases: [Case]
  }

  let greedy: [Greedy]
  let beams: [Beams]
  let filters: Filters

  static let folder = Bundle.module.bundleURL.appendingPathComponent("References")

  static func load() throws -> Reference {
    try JSONDecoder().decode(
      Reference.self, from: Data(contentsOf: folder.appendingPathComponent("expected.json")))
  }
}

struct ReferenceTests {
  private let reference: Reference
  private let model: GPT

  init() throws {
    reference = try Reference.load()
    model = try GPT.load(from: Reference.folder.appendingPathComponent("gpt2").path)
  }

  @Test("greedy texts of one prompt and of padded batches are those of transformers, with penalty and stop tokens")
  func greedy() throws {
    #expect(reference.greedy.count == 15)
    for expected in reference.greedy {
      let texts = try model.generate(
        from: expected.prompts, count: 20, repetitionPenalty: expected.penalty, stoppingAt: expected.stops.map { [$0] })
      #expect(texts == expected.texts, "\(expected)")
    }
  }

  @Test("beams and their scores are those of transformers")
  func beams() throws {
    #expect(reference.beams.count == 135)
    for expected in reference.beams {
      let beams = try model.beams(
        from: expected.prompt, width: expected.width, count: 12, lengthPenalty: expected.lengthPenalty,
        repetitionPenalty: expected.penalty, stoppingAt: expected.stops.map { [$0] })
      #expect(beams.map(\.ids) == expected.texts, "\(expected)")
      let scores = Tensor(beams.map(\.score))
      if let difference = scores.difference(from: Tensor(expected.scores), relative: 1e-5, absolute: 1e-5) {
        Issue.record("\(difference) in \(expected)")
      }
    }
  }

  @Test("probabilities after temperature, top-k, top-p and both are those of transformers")
  func filters() {
    #expect(reference.filters.cases.count == 75)
    let logits = Tensor(reference.filters.logits)
    for expected in reference.filters.cases {
      let found = expected.sampling.probabilities(logits)
      if let difference = found.difference(from: Tensor(expected.probabilities), relative: 0, absolute: 1e-6) {
        Issue.record("\(expected.sampling): \(difference)")
      }
    }
  }
}
