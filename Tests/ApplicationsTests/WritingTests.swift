// Texts to order: which draft is taken, and how texts are judged.
import Applications
import Corpora
import Evaluation
import Testing

@Suite("Writing to order")
struct WritingTests {
  private let world = HarbourLines(seed: 7)

  @Test("takes a draft that meets the conditions, where there is one")
  func best() throws {
    let writer = ContentWriter(try CourseModels.base())
    let order = WritingOrder.delay(in: world, of: world.routes[0], reason: "fog", words: 20...80)
    let drafts = try writer.drafts(of: order, count: 6, seed: 1)
    #expect(drafts.allSatisfy { $0.text.hasPrefix(order.opening) })
    #expect(Set(drafts.map(\.text)).count > 1)
    let best = try #require(try writer.best(of: order, drafts: 6, seed: 1))
    #expect(best.verdict.holds == drafts.contains { $0.verdict.holds })
    #expect(best.fluency == drafts.filter { $0.verdict.holds == best.verdict.holds }.map(\.fluency).max())
    #expect(try writer.best(of: order, drafts: 0, seed: 1) == nil)
    #expect(
      try writer.drafts(of: order, count: 2, seed: 5).map(\.text)
        == writer.drafts(of: order, count: 2, seed: 5).map(\.text))
  }

  @Test("is judged by the grammars, which know their own texts from others")
  func judged() {
    let happy = world.letters(.positive).documents(.heldOut, seed: 1).prefix(3).map { String($0.text.dropLast(2)) }
    let order = WritingOrder(world.letters, opening: "Dear", condition: .contains("Harbour"), tone: .positive)
    let own = WritingEvaluation([order, order, order], world: world) { happy[$1] }
    #expect(own.allRight.value == 1)
    let sad = WritingOrder(world.letters, opening: "Dear", tone: .negative)
    let other = WritingEvaluation([sad, sad], world: world) { _, number in happy[number] + (number == 0 ? "" : " Bye") }
    #expect(other.outcomes.map(\.isOfKind) == [true, false])
    #expect(other.inTone.value == 0 && other.followed.value == 1 && other.allRight.value == 0)
    #expect(own.gain(over: other).value == 1)
  }

  @Test("counts distinct runs of words")
  func distinct() {
    #expect(DistinctNGrams.share(1, in: ["a b a", "b"]) == 0.5)
    #expect(DistinctNGrams.share(2, in: ["a b a b"]) == 2.0 / 3)
    #expect(DistinctNGrams.share(4, in: ["a b"]) == 0)
  }
}
