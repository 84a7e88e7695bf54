import Generation
import Models
import Tensors
import Testing

/// A beam search by itself; ReferenceTests hold it against that of transformers.
struct BeamSearchTests {
  @Test("beams of width 1 are greedy, beyond the context too", arguments: TinyGPT.allCases)
  func widthOne(_ tiny: TinyGPT) throws {
    let model = tiny.model
    let beams = try model.beams(from: [3, 18, 0], width: 1, count: 30)
    #expect(beams.map(\.ids) == [try model.generate(from: [3, 18, 0], count: 30)])
    // Without a length penalty a finished text is never outdone by a longer one.
    let stop = beams[0].ids[9]
    #expect(
      try model.beams(from: [3, 18, 0], width: 1, count: 30, lengthPenalty: 0, stoppingAt: [[stop]]).map(\.ids)
        == [model.generate(from: [3, 18, 0], count: 30, stoppingAt: [[stop]])])
  }

  @Test("beams as wide as the vocabulary find the likeliest of all texts of two tokens", arguments: TinyGPT.allCases)
  func exhaustive(_ tiny: TinyGPT) throws {
    let model = tiny.model
    let size = TinyGPT.vocabularySize
    let first = model([3, 18])[-1].logSoftmax()
    let second = model((0..<size).map { [3, 18, $0] })[0..., -1].logSoftmax()  // [first, second]
    let all = (first.reshaped(size, 1) + second).flattened()
    let beams = try model.beams(from: [3, 18], width: size, count: 2, lengthPenalty: 2)
    #expect(beams.count == size)
    #expect(beams[0].ids == [all.argmax() / size, all.argmax() % size])
    for beam in beams {
      let expected = all[beam.ids[0] * size + beam.ids[1]].item()
      #expect(abs(beam.logProbability - expected) < 1e-4)
      #expect(abs(beam.score - expected / 4) < 1e-4)
    }
    #expect(beams.map(\.score) == beams.map(\.score).sorted(by: >))
  }

  @Test("a beam ends with a stop sequence of several tokens")
  func stopSequence() throws {
    let model = TinyGPT.gpt2.model
    let text = try model.beams(from: [3, 18], width: 3, count: 10)[0].ids
    let pair = Array(text[2...3])
    let beams = try model.beams(from: [3, 18], width: 3, count: 10, lengthPenalty: 0, stoppingAt: [pair])
    #expect(beams.contains { $0.ids.count < 10 })
    for beam in beams {
      let places = beam.ids.indices.dropLast().filter { Array(beam.ids[$0...$0 + 1]) == pair }
      #expect(places.allSatisfy { $0 == beam.ids.count - 2 })
      #expect(beam.ids.count == 10 || !places.isEmpty)
    }
  }

  @Test("a count of 0 gives no beams")
  func nothing() throws {
    #expect(try TinyGPT.gpt2.model.beams(from: [3], width: 2, count: 0).isEmpty)
  }
}
