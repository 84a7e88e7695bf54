// A BERT with adapters as a reader, and what answering makes of a reader's word.
import DocumentStorage
import Foundation
import Layers
import Models
import Tensors
import Testing
import Tokenizers

@testable import Retrieval

@Suite("Reading a sentence together with the question")
struct ReaderTests {
  private let words = [
    "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "the", "ferry", "leaves", "at", "nine", "##s", "dog", "when",
  ]

  private func save(_ folder: borrowing TemporaryFolder, channels: Int = 16) throws -> BERT {
    let sizes = BERTConfiguration(
      vocabularySize: words.count, contextLength: 24, layers: 1, heads: 2, channels: channels)
    let encoder = BERT(sizes, seed: 4)
    try encoder.save(to: folder.path)
    try folder.write("vocab.txt", words.joined(separator: "\n") + "\n")
    return encoder
  }

  /// Adapters that have learnt something: every parameter is moved.
  private func teach(_ encoder: BERT, _ folder: borrowing TemporaryFolder) throws {
    var model = BERTReader.untaught(encoder)
    try model.addAdapters(LoRA(rank: 2, targets: ["queries", "classifier"]), seed: 1)
    for (place, named) in model.adapterParameters.enumerated() {
      named.parameter.assign(named.parameter.value + Tensor(place % 2 == 0 ? 0.3 : -0.2))
    }
    try model.saveAdapters(to: folder.path + "/taught")
  }

  private let sentences = [
    ReadableSentence("the ferry leaves at nine", context: "dogs. the dog"), ReadableSentence("the dog", context: ""),
    ReadableSentence(String(repeating: "ferry ", count: 300), context: "nine"),
  ]

  @Test("a question, a sentence and what it leans on are joined, and cut where a reader cannot go on")
  func joining() throws {
    let folder = try TemporaryFolder()
    _ = try save(folder)
    let tokenizer = try TokenizerFiles.load(folder.path)
    let tokens = tokenizer.joined("when ferry", ReadableSentence("at  nine\n", context: "dog"))
    #expect(tokens.ids.map { words[$0] } == ["[CLS]", "when", "ferry", "[SEP]", "at", "nine", "[SEP]", "dog", "[SEP]"])
    #expect(tokens.segments == [0, 0, 0, 0, 1, 1, 1, 1, 1])
    let long = tokenizer.joined(String(repeating: "when ", count: 200), sentences[2])
    #expect(long.ids.count == 125 && long.segments.count { $0 == 0 } == 42)
    #expect(tokenizer.joined("when", sentences[2], room: 20).ids.count == 20)
  }

  @Test("scores are the same alone and among others, and what was taught changes them")
  func scores() throws {
    let folder = try TemporaryFolder()
    let encoder = try save(folder)
    try teach(encoder, folder)
    let reader = try BERTReader(folder: folder.path, adapters: folder.path + "/taught")
    let together = try reader.scores(of: sentences, asking: "when leaves the ferry")
    for (sentence, score) in zip(sentences, together) {
      #expect(abs(try reader.scores(of: [sentence], asking: "when leaves the ferry")[0] - score) < 1e-5)
    }
    #expect(Set(together).count == 3)
    #expect(try reader.scores(of: [], asking: "when") == [])
    let tokenizer = try TokenizerFiles.load(folder.path)
    let inputs = sentences.map { tokenizer.joined("when leaves the ferry", $0, room: 24) }
    let untaught = try BERTReader.untaught(encoder).meanLogits(of: inputs).scalars
    #expect(zip(untaught, together).allSatisfy { abs(Double($0) - $1) > 1e-3 })
  }

  @Test("the identity is of the encoder and the adapters; those of another encoder are refused")
  func identity() throws {
    let folder = try TemporaryFolder()
    let other = try TemporaryFolder()
    try teach(try save(folder), folder)
    let reader = try BERTReader(folder: folder.path, adapters: folder.path + "/taught")
    #expect(reader.identity.hasPrefix("reader ") && reader.identity.contains(" on "))
    _ = try save(other, channels: 8)
    #expect(throws: CheckpointError.self) {
      try BERTReader(folder: other.path, adapters: folder.path + "/taught")
    }
    #expect(throws: CheckpointError.self) { try BERTReader(folder: folder.path, adapters: folder.path) }
  }

  /// Finds one sentence, whatever is asked.
  private struct Finder: SentenceReader {
    let identity = "finder"
    let text: String
    func scores(of sentences: [ReadableSentence], asking question: String) -> [Double] {
      sentences.map { $0.text == text && $0.context == "Fares. Dogs sleep." ? 8 : -8 }
    }
  }

  @Test("what a reader says counts in the ranking and in the decision")
  func counts() throws {
    let folder = try TemporaryFolder()
    try folder.write("fares.md", "# Fares\n\nA ticket costs nine crowns. Dogs sleep. They pay half.\n")
    let database = DocumentDatabase(folder.path + "/documents.sqlite")
    _ = try database.add([folder.path + "/fares.md"])
    var request = AnswerRequest()
    request.weights = AnswerWeights(sentence: [.reading: 4], decision: [.reading: 8], bias: -4, threshold: 0.5)
    request.reader = Finder(text: "They pay half.")
    let answer = try database.ask("What does a ticket cost?", request)
    #expect(answer.citations.map(\.sentence) == ["They pay half."])
    request.reader = Finder(text: "nothing")
    #expect(!(try database.ask("What does a ticket cost?", request)).isAnswered)
    // Without a reader nothing was read, which speaks for no sentence.
    request.reader = nil
    #expect(!(try database.ask("What does a ticket cost?", request)).isAnswered)
  }
}
