// Central sentences, lines that are kept to the text, and their evaluation.
import Applications
import Corpora
import Retrieval
import Testing

@Suite("A summary")
struct SummaryTests {
  private let world = HarbourLines(seed: 7)

  @Test("ranks sentences by the walk of LexRank: one more step changes nothing")
  func centrality() {
    let text = "The ferry is late. The ferry to Birk is late today. Fog is in the channel. Bring your own soup."
    let ranking = SentenceCentrality(of: text)
    #expect(ranking.sentences.count == 4)
    #expect(abs(ranking.scores.reduce(0, +) - 1) < 1e-9)
    let rows = ranking.similarities.map { row in
      row.map { row.reduce(0, +) > 0 ? $0 / row.reduce(0, +) : 0.25 }
    }
    for place in 0..<4 {
      let reached = (0..<4).reduce(0) { $0 + ranking.scores[$1] * rows[$1][place] }
      #expect(abs(ranking.scores[place] - (0.15 / 4 + 0.85 * reached)) < 1e-6)
    }
    // Two are alike; what is like no other is reached by jumps only.
    #expect(min(ranking.scores[0], ranking.scores[1]) > max(ranking.scores[2], ranking.scores[3]) + 0.1)
    #expect(abs(ranking.scores[2] - ranking.scores[3]) < 1e-9)
    #expect(ranking.places(words: 0).count == 1)
    #expect(ranking.summary(words: 100).split(separator: " ").count == 20)
    #expect(SentenceCentrality(of: " \n ").summary(words: 5).isEmpty)
  }

  @Test("of an announcement should say only what the announcement says")
  func references() {
    let bulletins = HarbourBulletin.bulletins(30, announcements: 3, of: world, .training, seed: 1)
    #expect(bulletins.count == 30)
    let announcements = bulletins.flatMap(\.announcements)
    #expect(Set(announcements.map { $0.summary.prefix(8) }).count > 5)
    for (text, summary) in announcements {
      #expect(Groundedness(of: summary, in: [text]).weakest?.share ?? 0 >= 0.5, "\(text) — \(summary)")
      #expect(!summary.contains("  ") && !summary.contains(" ."), "\(summary)")
    }
  }

  @Test("is measured in words, against the reference, and against the text")
  func evaluation() throws {
    let text = "The Tern is late.\n\nThe soup is cold."
    let evaluation = SummaryEvaluation([
      .init(text: text, summary: "The Tern is late.", reference: "The Tern is late."),
      .init(text: text, summary: "The Petrel is late.", reference: "The Tern is late."),
    ])
    #expect(evaluation.compression.value == 0.5)
    #expect(try evaluation.score("exact").value == 0.5)
    #expect(evaluation.grounded.value == 0.5)
    #expect(throws: (any Error).self) { try evaluation.score("rouge9") }
  }

  @Test("by a model falls back on the text where the model makes something up")
  func fallback() throws {
    // The base model was never shown a summary: what it writes here is not about the text.
    let summarizer = ModelSummarizer(try CourseModels.base())
    let text = "The pilot of the Sandpiper has lost an umbrella. It is red."
    let line = try summarizer.line(for: text)
    #expect(line.isWritten ? line.groundedness >= 0.8 : text.contains(line.text))
    let lines = try summarizer.summary(of: "\(text)\n\n\n\(text)", words: 5)
    #expect(lines.count == 1)
  }
}
