// Whether a text says only what sentences say.
import Testing

@testable import Retrieval

struct GroundednessTests {
  private let sentences = ["The museum opens at nine on weekdays.", "A ticket costs four crowns."]

  @Test("what stands in the sentences is borne out, and by which")
  func borneOut() {
    let grounds = Groundedness(of: "A ticket costs four crowns, and the museum opens at nine.", in: sentences)
    #expect(grounds.weakest?.share == 1)
    #expect(grounds.sentences == [0, 1])
  }

  @Test("another number, another name, or nothing but the question is not")
  func notBorneOut() {
    #expect(Groundedness(of: "A ticket costs five crowns.", in: sentences).weakest?.share == 0)
    let mixed = Groundedness(of: "The museum opens at nine, pandas dance there.", in: sentences)
    #expect(mixed.weakest?.text == "pandas dance there.")
    #expect(Groundedness(of: "The ticket.", in: sentences, question: "What is the ticket?").weakest?.share == 0)
    #expect(Groundedness(of: "", in: sentences).weakest == nil)
    #expect(Groundedness(of: "Nothing.", in: []).weakest?.share ?? 0 == 0)
  }
}
