// Questions written by a model: kept where the text says the same, and nowhere else.
import DataPreparation
import Testing

struct CompletionPairWriterTests {
  private static let text = "The horn sounds once a minute. A ticket to Birk costs six crowns. The gate closes at six."

  private func rows(_ completions: String...) throws -> [TrainingRow] {
    let chunk = try #require(Samples.chunks(Self.text).first)
    let writer = CompletionPairWriter(openings: completions.map { _ in "What" }) { prompt, attempt in
      #expect(prompt == Self.text + "\n\nQuestion: What")
      return completions[attempt]
    }
    return try writer.pairs(from: chunk)
  }

  @Test("keeps a question whose answer stands in the text, in the words of the text")
  func keeps() throws {
    let row = try #require(try rows(" does a ticket to Birk cost?\nAnswer: Six crowns.\n\nQuestion: more").first)
    #expect(row.instruction == "What does a ticket to Birk cost?" && row.answer == "six crowns")
    let evidence = try #require(row.evidence)
    #expect(Samples.page(Self.text).text(evidence.range) == "A ticket to Birk costs six crowns.")
  }

  @Test(
    "drops what the text does not say, what is asked about something else, and what is no question",
    arguments: [
      " does a ticket to Skerry cost?\nAnswer: Nine crowns.",
      " islands are in the county?\nAnswer: Six.",
      " does a ticket to Birk cost?\nAnswer: Six crown", " does a ticket to Birk cost?", "", "\n\n",
      " does it cost?\nAnswer: Six crowns.", " a ticket to Birk\nAnswer: Six crowns.",
      " does a ticket to Birk cost?\nSix crowns.", " does a ticket to Birk cost?\nAnswer: .",
    ])
  func drops(_ completion: String) throws { #expect(try rows(completion).isEmpty) }

  @Test("asks the same question once, and lets an error of the model through")
  func twiceAndErrors() throws {
    let completion = " does a ticket to Birk cost?\nAnswer: Six crowns."
    #expect(try rows(completion, completion).count == 1)
    struct Broken: Error {}
    let writer = CompletionPairWriter { _, _ in throw Broken() }
    #expect(throws: Broken.self) { try PairMaker.pairs(from: Samples.chunks(Self.text), by: writer) }
  }
}
