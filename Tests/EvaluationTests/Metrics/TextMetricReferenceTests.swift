// Scores of texts against those of sacrebleu, rouge-score, jiwer and the SQuAD script.
import Retrieval
import Testing

@testable import Evaluation

@Suite("Text metrics are those of the packages that are usually reported")
struct TextMetricReferenceTests {
  @Test("each text scores what its package scores it", arguments: TextMetrics.names)
  func rows(name: String) throws {
    let metric = try TextMetrics.named(name)
    let rows = try References.texts()
    #expect(rows.count == 320)
    for row in rows {
      guard let expected = row.scores[name] else { continue }
      let score = metric.score(row.prediction, row.references)
      #expect(isSame(score, expected), "\(row.prediction) | \(row.references): \(score), not \(expected)")
    }
  }

  @Test("the whole scores what its package scores it", arguments: TextMetrics.names)
  func corpus(name: String) throws {
    let corpus = try References.measures("corpus", as: [String: Double].self)
    guard let expected = corpus[name] else { return }
    let score = try TextMetrics.named(name).score(of: References.texts().map { ($0.prediction, $0.references) })
    #expect(isSame(score, expected), "\(score), not \(expected)")
  }

  @Test("every text metric has references")
  func complete() throws {
    let corpus = try References.measures("corpus", as: [String: Double].self)
    #expect(corpus.count == 16 && corpus.keys.allSatisfy(TextMetrics.names.contains))
  }

  @Test("stems are those of the Natural Language Toolkit")
  func stems() throws {
    let lines = String(decoding: try References.data("stems.txt"), as: UTF8.self).split(separator: "\n")
    #expect(lines.count > 3000)
    for line in lines {
      let parts = line.split(separator: " ")
      let stem = String(decoding: PorterStem.of(Array(parts[0].utf8), .extended), as: UTF8.self)
      #expect(stem == parts[1], "\(parts[0])")
    }
  }
}
