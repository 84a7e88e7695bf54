// A BERT on disk as an embedder.
import Foundation
import Models
import Testing

@testable import Retrieval

@Suite("Vectors from a BERT")
struct EmbedderTests {
  private let words = [
    "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "the", "ferry", "leaves", "at", "nine", "##s", "dog",
  ]

  private func save(_ folder: borrowing TemporaryFolder, seed: Int, context: Int = 16) throws {
    let sizes = BERTConfiguration(
      vocabularySize: words.count, contextLength: context, layers: 2, heads: 2, channels: 16)
    try BERT(sizes, seed: seed).save(to: folder.path)
    try folder.write("vocab.txt", words.joined(separator: "\n") + "\n")
  }

  @Test("vectors have length 1, are the same in any batch, and zero for nothing")
  func vectors() throws {
    let folder = try TemporaryFolder()
    try save(folder, seed: 4)
    let embedder = try BERTEmbedder(folder: folder.path)
    let texts = ["the ferry leaves", "", "dog", String(repeating: "ferry ", count: 500), "the ferry leaves"]
    let together = try embedder.vectors(for: texts)
    for (text, vector) in zip(texts, together) {
      let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
      #expect(vector.count == 16 && abs(length - (text.isEmpty ? 0 : 1)) < 1e-5)
      let alone = try embedder.vectors(for: [text])[0]
      #expect(zip(vector, alone).allSatisfy { abs($0 - $1) < 1e-5 }, "\(text)")
    }
    #expect(zip(together[0], together[2]).contains { abs($0 - $1) > 1e-3 })
    #expect(try embedder.vectors(for: []).isEmpty)
  }

  @Test("the identity is of the weights, not of the folder")
  func identity() throws {
    let folder = try TemporaryFolder()
    let identities = try [("one", 4), ("same", 4), ("other", 5)].map { name, seed in
      let path = "\(folder.path)/\(name)"
      let sizes = BERTConfiguration(vocabularySize: words.count, contextLength: 16, layers: 1, heads: 2, channels: 16)
      try BERT(sizes, seed: seed).save(to: path)
      try Data((words.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: path + "/vocab.txt"))
      return try BERTEmbedder(folder: path, named: "small").identity
    }
    #expect(identities[0] == identities[1] && identities[0] != identities[2])
    #expect(identities[0].hasPrefix("small "))
  }

  @Test("what is no encoder, or has another tokenizer, is refused")
  func refusals() throws {
    let folder = try TemporaryFolder()
    try GPT(GPTConfiguration(vocabularySize: 12, contextLength: 8, layers: 1, heads: 1, channels: 8), seed: 1)
      .save(to: folder.path)
    #expect(throws: EmbeddingError.noEncoder(folder: folder.path, type: "gpt2")) {
      try BERTEmbedder(folder: folder.path)
    }
    let other = try TemporaryFolder()
    try save(other, seed: 1)
    try other.write("vocab.txt", (words + ["more", "words"]).joined(separator: "\n") + "\n")
    #expect(throws: EmbeddingError.otherTokenizer(folder: other.path, tokens: 14, rows: 12)) {
      try BERTEmbedder(folder: other.path)
    }
  }

  @Test("while questions are evaluated, no text is computed twice")
  func remembering() throws {
    final class Recorder: TextEmbedder, @unchecked Sendable {
      let embedder = CountingEmbedder()
      var asked: [String] = []
      var identity: String { embedder.identity }
      var dimensions: Int { embedder.dimensions }
      var rankingWeight: Double { 0.5 }
      func vectors(for texts: [String]) -> [[Float]] {
        asked += texts
        return embedder.vectors(for: texts)
      }
    }
    let recorder = Recorder()
    let remembering = RememberingEmbedder(recorder)
    let texts = ["a dog", "the ferry", "a dog", ""]
    for _ in 1...2 { #expect(try remembering.vectors(for: texts) == CountingEmbedder().vectors(for: texts)) }
    #expect(
      try remembering.vectors(for: ["fog", "the ferry"]) == CountingEmbedder().vectors(for: ["fog", "the ferry"]))
    #expect(recorder.asked == ["a dog", "the ferry", "", "fog"])
    #expect(remembering.rankingWeight == 0.5 && remembering.identity == recorder.identity)
  }

  @Test("a database searched by a BERT's vectors finds the text itself first")
  func search() throws {
    let folder = try TemporaryFolder()
    try save(folder, seed: 4)
    let embedder = try BERTEmbedder(folder: folder.path)
    for text in ["the ferry leaves", "dogs", "at nine"] {
      try folder.database.add(.init(text, pages: text), embedder: embedder)
    }
    var request = SearchRequest()
    request.method = .vectors
    let hits = try folder.database.search("dogs", request, embedder: embedder)
    #expect(hits.first?.chunk.text == "dogs" && abs((hits.first?.score ?? 0) - 1) < 1e-5)
  }
}
