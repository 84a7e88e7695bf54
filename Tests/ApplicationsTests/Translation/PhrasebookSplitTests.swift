import Applications
import Corpora
import Testing

@Suite("The split of the phrasebook")
struct PhrasebookSplitTests {
  private let split = PhrasebookSplit(training: 600, heldOut: 80)

  @Test("has as many sentences as asked for, and none in two parts")
  func disjoint() {
    #expect(split.training.count == 600 && split.newSentences.count == 80 && split.newCombinations.count == 80)
    let learnt = Set(split.training.map(\.english))
    let tried = split.newSentences + split.newCombinations
    #expect(Set(tried.map(\.english)).count == 160)
    #expect(tried.allSatisfy { !learnt.contains($0.english) })
  }

  @Test("keeps verb and object apart that are tried together")
  func combinations() {
    let learnt = Set(split.training.compactMap(\.combination))
    let tried = split.newCombinations.map(\.combination)
    #expect(tried.allSatisfy { $0 != nil })
    #expect(learnt.isDisjoint(with: tried.compactMap { $0 }))
    // Each of the two is learnt with others.
    let verbs = Set(learnt.map(\.verb)), objects = Set(learnt.map(\.object))
    for case let combination? in tried {
      #expect(verbs.contains(combination.verb) && objects.contains(combination.object), "\(combination)")
    }
    #expect(split.newSentences.allSatisfy { !PhrasebookSplit.isHeldOut($0.combination) })
    let all = Set(split.training.map(\.combination) + split.newCombinations.map(\.combination))
    #expect(all.count > 60)
  }

  @Test("is the same for the same seed")
  func seeded() {
    let again = PhrasebookSplit(training: 600, heldOut: 80)
    #expect(again.training == split.training && again.newCombinations == split.newCombinations)
    #expect(PhrasebookSplit(training: 600, heldOut: 80, seed: 1).training != split.training)
  }
}
