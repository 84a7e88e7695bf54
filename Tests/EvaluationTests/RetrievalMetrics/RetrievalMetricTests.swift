// Searches, grounds, loops and languages.
import Testing

@testable import Evaluation

@Suite("Measures of searches and answers")
struct RetrievalMetricTests {
  private struct Search: Decodable {
    var relevant: [Bool]
    var precision, reciprocalRank: Double
  }

  @Test("context precision and reciprocal rank are scikit-learn's")
  func reference() throws {
    let searches = try References.measures("searches", as: [Search].self)
    #expect(searches.count == 6)
    for known in searches {
      let relevant = Set(known.relevant.indices.filter { known.relevant[$0] })
      let search = RankedRetrieval(found: Array(known.relevant.indices), relevant: relevant)
      #expect(isSame(search.contextPrecision(at: known.relevant.count), known.precision))
      #expect(isSame(search.reciprocalRank, known.reciprocalRank))
    }
  }

  @Test("a search is hit, precise and complete down to a place")
  func places() {
    let search = RankedRetrieval(found: ["a", "b", "b", "c", "d"], relevant: ["b", "d", "e"])
    #expect(search.isRelevant == [false, true, false, true])
    #expect(!search.isHit(at: 1) && search.isHit(at: 2) && !search.isHit(at: 0))
    #expect(search.precision(at: 2) == 0.5 && search.precision(at: 8) == 0.25)
    #expect(isSame(search.recall(at: 4), 2.0 / 3) && search.reciprocalRank == 0.5)
    #expect(search.contextPrecision(at: 4) == 0.5 && search.contextPrecision(at: 1) == 0)
    #expect(RankedRetrieval(found: [1], relevant: []).recall(at: 1) == 1)
    let summary = RetrievalSummary([search, RankedRetrieval(found: [1], relevant: [1])], at: 1)
    #expect(summary.hitRate.value == 0.5 && summary.meanReciprocalRank.value == 0.75)
    #expect(summary.hitRate.low < 0.5 && summary.hitRate.high > 0.5)
  }

  @Test("grounds name the clause that is borne out worst, and its best sentence")
  func grounds() {
    let contexts = ["A ticket for a bicycle costs three crowns. Dogs travel free.", "The office opens at seven."]
    let grounding = ContextGrounding(of: "Bicycles cost three crowns, dogs pay nine crowns.", in: contexts)
    #expect(grounding.sentences.count == 3 && grounding.groundedness.clauses.count == 2)
    #expect(grounding.weakest?.clause.text == "dogs pay nine crowns." && grounding.weakest?.sentence == nil)
    #expect(grounding.score == 0.5)
    let recall = ContextGrounding(of: "The office opens at seven.", in: contexts)
    #expect(recall.score == 1 && recall.weakest?.sentence == "The office opens at seven.")
    #expect(ContextGrounding(of: "", in: contexts).score.isNaN)
  }

  @Test("a text that goes in circles has a share and a piece")
  func loops() {
    let calm = Looping(in: "The ferry leaves at seven and comes back at nine.")
    #expect(calm.repeatedShare == 0 && calm.loop == nil)
    let circle = Looping(in: "It leaves. " + String(repeating: "at seven and ", count: 5) + "at")
    // 18 words, 15 runs of four, of which those behind the first loop's three are new only at its beginning.
    #expect(isSame(circle.repeatedShare, 1 - 5.0 / 15))
    #expect(circle.loop == Looping.Loop(piece: "at seven and", times: 5))
    #expect(Looping(in: "no no no").loop == Looping.Loop(piece: "no", times: 3))
    #expect(Looping(in: "no no").loop == nil && Looping(in: "").repeatedShare == 0)
  }

  @Test("answers in another language are counted, and those too short to tell are not")
  func languages() {
    let english = "The ferry to the island leaves in the morning, and comes back when the wind allows."
    let german = "Die Fähre zur Insel fährt am Morgen ab und kommt zurück, wenn der Wind es erlaubt."
    let answers = AnswerLanguage(of: [english, german, "ok"], wanted: "english")
    #expect(answers.languages == ["english", "german", nil])
    #expect(answers.share.value == 0.5)
  }
}
