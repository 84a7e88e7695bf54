// What is done with rankings: fused, made diverse, cut to a budget, put in order.
import DocumentReading
import Testing

@testable import Retrieval

@Suite("Rankings")
struct RankingTests {
  @Test("what stands high in both rankings comes first, with the sum of its shares")
  func fusion() {
    let fused = RankFusion.fuse([["a", "b", "c"], ["b", "d"]])
    #expect(fused.map(\.item) == ["b", "a", "d", "c"])
    #expect(fused[0].score == 1.0 / 62 + 1.0 / 61)
    #expect(fused[3].score == 1.0 / 63)
  }

  @Test("a ranking of less weight changes less")
  func weights() {
    let rankings = [["a", "b", "c"], ["c", "b", "a"]]
    #expect(RankFusion.fuse(rankings, weights: [1, 0.1]).map(\.item) == ["a", "b", "c"])
    #expect(RankFusion.fuse(rankings, weights: [0.1, 1]).map(\.item) == ["c", "b", "a"])
    #expect(RankFusion.fuse(rankings, weights: [1, 0])[0].score == 1.0 / 61)
  }

  @Test("of equal shares the earlier ranking's item is first, each time")
  func ties() {
    for _ in 0..<20 { #expect(RankFusion.fuse([[1, 2], [3, 4]]).map(\.item) == [1, 3, 2, 4]) }
    #expect(RankFusion.fuse([[Int]]()).isEmpty)
  }

  @Test("diversity puts the twin of the first behind what is different")
  func diversity() {
    // 0 and 1 are twins, 2 is like neither.
    let likeness = { (a: Int, b: Int) in a + b == 1 ? 1.0 : 0 }
    let relevances = [1, 0.9, 0.5]
    #expect(Diversity.order(relevances, count: 3, diversity: 0, likeness: likeness) == [0, 1, 2])
    #expect(Diversity.order(relevances, count: 3, diversity: 0.6, likeness: likeness) == [0, 2, 1])
    #expect(Diversity.order(relevances, count: 1, diversity: 0.6, likeness: likeness) == [0])
    #expect(Diversity.order([], count: 3, diversity: 0.5, likeness: likeness) == [])
  }

  @Test("a budget takes the best that fits, and what is shorter behind what does not")
  func budget() {
    #expect(PromptPacking.fitting([50, 60, 30, 10], budget: 100) == [0, 2, 3])
    #expect(PromptPacking.fitting([50, 50], budget: 100, separator: 1) == [0])
    #expect(PromptPacking.fitting([50], budget: 0) == [])
  }

  @Test("the best stand first, last, or at both ends with the worst in the middle")
  func order() {
    let items = [1, 2, 3, 4, 5]
    #expect(PromptPacking.ordered(items, .bestFirst) == items)
    #expect(PromptPacking.ordered(items, .bestLast) == [5, 4, 3, 2, 1])
    #expect(PromptPacking.ordered(items, .bestAtEnds) == [1, 3, 5, 4, 2])
  }

  @Test("the sentence that is shown has most of the question's words, and they are marked")
  func sentence() {
    let relevance = WordRelevance(texts: 10, averageLength: 5, counts: ["dog": 2, "night": 3, "ferri": 9])
    let text = "The ferry leaves. Dogs sail at night. Cats do not."
    let match = SentenceMatch(
      Chunk(text: text, evidence: Evidence(file: "a", page: 1, start: 0, end: text.count)), relevance)
    let scalars = Array(text.unicodeScalars)
    #expect(scalars[match.sentence].string == "Dogs sail at night.")
    #expect(match.matches.map { scalars[$0].string } == ["ferry", "Dogs", "night"])
  }
}
