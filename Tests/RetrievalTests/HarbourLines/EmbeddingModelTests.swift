import Foundation
import Layers
import Models
import Tensors
import Testing
import Tokenizers

/// The course's small encoder, as it is committed.
struct EmbeddingModelTests {
  private let model: BERT
  private let tokenizer: any Tokenizer

  init() throws {
    let folder = HarbourLinesFolder.path + "/../EmbeddingModel"
    model = try BERT.load(from: folder)
    tokenizer = try TokenizerFiles.load(folder)
  }

  /// `[texts, channels]`, of length 1.
  private func vectors(_ texts: [String]) -> Tensor {
    model.embed(TokenBatch(padding: texts.map { tokenizer.encode($0, addingSpecialTokens: true) }))
  }

  /// Each with another that says the same in other words.
  private let sentences = [
    ("Luggage travels free of charge.", "Bags are carried for nothing."),
    ("The ferry departs at noon.", "At midday the boat leaves."),
    ("Children may not board alone.", "Kids must not get on by themselves."),
    ("A bicycle costs two crowns.", "What do I pay to take my bike along?"),
    ("Lost property is kept for a month.", "How long are things left behind stored?"),
    ("The crossing was cancelled because of the storm.", "In the gale the boat ride was called off."),
    ("Places for cars are booked in advance.", "Can I reserve a parking spot for my vehicle?"),
    ("The doctor helps passengers who are ill.", "I feel sick: is there a physician for travellers?"),
    ("Dogs must be on a lead.", "Does my pet need a leash?"),
    ("The inn has nine rooms.", "In which hotel can we sleep?"),
    ("Complaints are answered within two weeks.", "When do I get a reply to my criticism?"),
    ("The engine was repaired in winter.", "The motor has been mended in the cold months."),
  ]

  @Test func `a text is a point on the unit sphere, the same alone and among longer ones`() {
    let texts = [
      "A bicycle costs two crowns.", "Birk", "The ferry waits for the mail, and the captain waits for the pilot.",
    ]
    let together = vectors(texts)
    #expect(together.shape == [3, model.configuration.channels])
    for (row, text) in texts.enumerated() {
      let alone = vectors([text])[0].scalars
      #expect(abs(alone.reduce(0) { $0 + $1 * $1 } - 1) < 1e-4)
      let error = zip(alone, together[row].scalars).map { abs($0 - $1) }.max() ?? 0
      #expect(error < 1e-4, "\(text): \(error)")
    }
  }

  @Test func `of what is said in other words it finds more than words in common do`() {
    let firsts = sentences.map(\.0)
    let seconds = sentences.map(\.1)
    let cosines = vectors(seconds).matmul(vectors(firsts).transposed())
    let words = { (text: String) in Set(text.lowercased().split { !$0.isLetter }) }
    var (byVectors, byWords) = (0, 0)
    for row in sentences.indices {
      let nearest = cosines[row].scalars.enumerated().max { $0.element < $1.element }?.offset
      if nearest == row { byVectors += 1 }
      let shared = firsts.map { words($0).intersection(words(seconds[row])).count }
      if shared.indices.allSatisfy({ $0 == row || shared[$0] < shared[row] }) { byWords += 1 }
    }
    #expect(byVectors >= 9, "\(byVectors) of \(sentences.count), by words \(byWords)")
    #expect(byVectors > byWords)
  }

  @Test func `it is small enough to be part of the course`() throws {
    let file = HarbourLinesFolder.path + "/../EmbeddingModel/model.safetensors"
    let size = try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int
    #expect(try #require(size) < 3_000_000)
  }
}
