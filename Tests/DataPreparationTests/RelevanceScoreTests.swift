// The relevance of a pair, term by term.
import DataPreparation
import Testing

struct RelevanceScoreTests {
  private static let chunk = "A mooring line is a rope that\nholds the ferry at the pier."

  private func score(_ question: String, _ answer: String) -> RelevanceScore {
    RelevanceScore.of(TrainingRow(.questionAnswer, instruction: question, answer: answer), chunk: Self.chunk)
  }

  @Test("is 1 for an answer of the text to a question about it, whatever the white space")
  func whole() {
    let score = score("Which rope holds the ferry at the pier?", "A mooring  line")
    #expect(
      score
        == RelevanceScore.of(
          TrainingRow(
            .questionAnswer, instruction: "Which rope holds the ferry at the pier?", answer: "a mooring line"),
          chunk: Self.chunk))
    #expect(score.answerInChunk == 1 && score.overlap == 1 && score.answerable == 1 && score.length == 1)
    #expect(score.value == 1)
  }

  @Test("falls with each term by itself")
  func terms() {
    let whole = score("Which rope holds the ferry at the pier?", "a mooring line")
    // A third of the answer's words is in the text.
    let invented = score("Which rope holds the ferry at the pier?", "a golden anchor rope")
    #expect(invented.answerInChunk < 0.5 && invented.value < 0.5 * whole.value)
    let elsewhere = score("Which captain sails the yellow submarine?", "a mooring line")
    #expect(elsewhere.overlap == 0 && elsewhere.value < whole.value)
    let short = score("What is it?", "a mooring line")
    #expect(short.answerable < whole.answerable)
    let toldAlready = score("Is a mooring line a rope that holds the ferry?", "a mooring line")
    #expect(toldAlready.answerable < whole.answerable)
    let long = RelevanceScore.of(
      TrainingRow(.questionAnswer, instruction: "Which rope?", answer: String(repeating: "rope ", count: 160)),
      chunk: String(repeating: "rope ", count: 200))
    #expect(long.answerInChunk == 1 && long.length > 0 && long.length < 1)
  }

  @Test("stays between 0 and 1 for empty and strange rows")
  func strange() {
    for (question, answer, chunk) in [
      ("", "", ""), ("?", "?", "?"), ("Why?", "", "text"), ("Why?", "because", ""), ("the of", "the", "the"),
      ("👩‍👩‍👧", "👩‍👩‍👧", "👩‍👩‍👧"),
    ] {
      let row = TrainingRow(.questionAnswer, instruction: question, answer: answer)
      let score = RelevanceScore.of(row, chunk: chunk)
      for term in [score.answerInChunk, score.overlap, score.answerable, score.length, score.value] {
        #expect((0...1).contains(term))
      }
    }
  }

  @Test("scores are counted above and below a threshold, the threshold itself above")
  func counts() {
    let counts = RelevanceScore.counts([0.1, 0.5, 0.9, 0.49], threshold: 0.5)
    #expect(counts.above == 2 && counts.below == 2)
  }
}
