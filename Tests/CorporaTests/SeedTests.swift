import Testing

@testable import Corpora

@Suite("Seeds") struct SeedTests {
  private let world = HarbourLines(seed: 7)

  @Test("no two streams start alike")
  func collisions() {
    var starts: Set<UInt64> = []
    let seeds = Array(-2_000..<2_000) + (2..<62).map { 1 << $0 + 5_000 } + [-(1 << 62), (1 << 62) - 1]
    for seed in Set(seeds) {
      for split in Corpus.Split.allCases {
        var random = CorpusRandom(seed: seed, stream: split.rawValue)
        #expect(starts.insert(random.next()).inserted, "seed \(seed), \(split)")
      }
    }
  }

  @Test("training and held-out text of one seed differ, and so do those of two seeds", arguments: WorldKind.allCases)
  func splits(kind: WorldKind) {
    let corpus = kind.corpus(of: world)
    let texts = (0..<20).flatMap { seed in
      Corpus.Split.allCases.map { corpus.text(tokens: 1_000, $0, seed: seed) }
    }
    #expect(Set(texts).count == 40)
    #expect(corpus.text(tokens: 1_000) == kind.corpus(of: HarbourLines(seed: 7)).text(tokens: 1_000))
  }

  @Test("held-out documents can be asked to be none of the training documents")
  func unlike() {
    // Few questions can be asked, so that two honest samples share most of them.
    let training = Array(world.questions.documents().prefix(150))
    let seen = Set(training.map(\.tokens))
    let heldOut = world.questions.heldOutDocuments(40, unlike: training)
    #expect(heldOut.count == 40)
    #expect(seen.isDisjoint(with: heldOut.map(\.tokens)))
    #expect(world.questions.documents(.heldOut).prefix(150).contains { seen.contains($0.tokens) })
    let all = Array(world.questions.documents().prefix(20_000))
    #expect(world.questions.heldOutDocuments(5, unlike: all).isEmpty)
  }

  @Test("two worlds have different facts")
  func worlds() {
    let facts = (0..<100).map { Set(HarbourLines(seed: $0).facts.map(\.statement)) }
    #expect(Set(facts).count == 100)
    #expect(Set(HarbourLines(seed: 3).facts) == Set(HarbourLines(seed: 3).facts))
  }
}
