// What a step is worth, with a trainer whose losses are known.
import DataPreparation
import Testing

struct AblationTests {
  /// Documents of plain rows, one of them with short ones.
  private let rows = (0..<12).flatMap { document in
    (0..<5).map { text("Row \($0) of document \(document), long enough.", file: "\(document).txt") }
      + (0..<2).map { text("no \($0)\(document)", file: "\(document).txt") }
  }

  @Test("a step that matters helps, one that changes nothing is not trained for, and noise is no difference")
  func worth() throws {
    var trainings: [(rows: [TrainingRow], heldOut: [TrainingRow])] = []
    var reported: [[Int]] = []
    var clean = CleanText()
    clean.letters = .lower
    let recipe = Recipe([clean, LengthBand(), QuestionFilter()])
    let ablation = try Ablation(
      recipe, on: rows, seeds: 4, report: { _, done, total in reported.append([done, total]) },
      train: { rows, heldOut, seed in
        trainings.append((rows, heldOut))
        let short = rows.count { $0.answer.count < 10 }
        return 1 + (short > 0 ? 2 : 0) + 0.01 * Double(seed)
      })
    #expect(reported == (0..<12).map { [$0, 12] })
    #expect(trainings.count == 12)
    for (rows, heldOut) in trainings {
      let shared = Set(rows.compactMap { $0.evidence?.file }).intersection(heldOut.compactMap { $0.evidence?.file })
      #expect(shared.isEmpty && !heldOut.isEmpty)
      #expect(heldOut.allSatisfy { $0.answer.count >= 10 && $0.answer == $0.answer.lowercased() })
    }
    let worth = ablation.variants.map(ablation.worth)
    #expect(worth[0] == .noDifference)
    guard case .helps(let difference) = worth[1] else { return #expect(Bool(false), "\(worth[1])") }
    #expect(abs(difference - 2) < 1e-9)
    #expect(worth[2] == .changesNothing)
    #expect(ablation.variants[2].losses.isEmpty)
    let lines = ablation.lines()
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(lines.contains { $0.hasPrefix("length") && $0.hasSuffix("2.000 less loss") })
  }

  @Test("no variant is trained on rows that repeat the held-out ones")
  func leaks() throws {
    // Every document says the same beside its own rows; without the step that drops copies, training rows have it too.
    let same = (0..<12).map { text("Every document says just this one sentence as well.", file: "\($0).txt") }
    var shared: [Set<String>] = []
    _ = try Ablation(
      Recipe([NearDuplicates()]), on: rows + same, seeds: 1,
      train: { rows, heldOut, _ in
        shared.append(Set(rows.map(\.answer)).intersection(heldOut.map(\.answer)))
        return 1
      })
    #expect(!shared.isEmpty && shared.allSatisfy(\.isEmpty))
  }

  @Test("one document is too few, and that is said")
  func tooFew() {
    #expect(throws: AblationError.tooFewRows(5)) {
      try Ablation(Recipe([LengthBand()]), on: Array(rows.prefix(7)), train: { _, _, _ in 0 })
    }
  }

  @Test("error bars are Student's")
  func errorBars() {
    let bar = ErrorBar([1, 2, 3])
    #expect(bar.mean == 2)
    #expect(abs(bar.half - 4.303 / 3.0.squareRoot()) < 1e-9)
    #expect(ErrorBar([1]).half == .infinity)
  }
}
