// Steps that read other data sets: mixing, test leaks, safety rows.
import DataPreparation
import Foundation
import Testing

/// A folder for a test's files.
struct TemporaryFolder: ~Copyable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("lectern-data-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    return "\(path)/\(name)"
  }
}

struct DataSetStepTests {
  private let questions = (1...6).map { pair("What is thing number \($0)?", "It is the thing with number \($0).") }

  @Test("data sets are added behind or in between, whole or a drawn part of them")
  func mix() throws {
    let folder = try TemporaryFolder()
    var step = MixDataSets()
    step.dataSets = [try folder.file("more.jsonl", RowWriter.jsonLines(questions))]
    let own = [text("a row of our own")]
    let all = try step.apply(own, seed: 1)
    #expect(all.rows == own + questions)
    #expect(all.added == 6)
    step.rowsOfEach = 2
    let part = try step.apply(own, seed: 1)
    #expect(part.rows.count == 3 && part.added == 2)
    #expect(part.rows.dropFirst().allSatisfy(questions.contains))
    #expect(try step.apply(own, seed: 1) == part)
    (step.rowsOfEach, step.order) = (0, .shuffled)
    let shuffled = try step.apply(questions, seed: 4).rows
    #expect(shuffled.count == 12 && shuffled != questions + questions)
  }

  @Test("a data set that cannot be read stops the recipe with its name")
  func unreadable() throws {
    var step = MixDataSets()
    step.dataSets = ["/nowhere/more.jsonl"]
    #expect { try step.apply([], seed: 1) } throws: { error in
      "\(error)".contains("step mix") && "\(error)".contains("/nowhere/more.jsonl")
    }
  }

  @Test("rows of the test go, whatever their case and marks; without a test nothing does, and that is said")
  func leak() throws {
    let folder = try TemporaryFolder()
    var step = TestLeak()
    #expect(try step.apply(questions, seed: 1).note?.contains("no test set") == true)
    let test = [
      pair("What is thing number 2?", "It is the thing with number 2."),
      pair("Where?", "Far out, behind the second lighthouse, there lies a wreck that nobody has ever raised."),
    ]
    step.testFiles = [try folder.file("test.jsonl", RowWriter.jsonLines(test))]
    let near = text("FAR OUT: behind the second lighthouse there lies a wreck that nobody has ever raised!")
    let apart = text("Far out at sea the second lighthouse stands, and there lies a wreck; nobody has ever raised it.")
    let outcome = try step.apply(questions + [near, apart], seed: 1)
    #expect(outcome.dropped.map(\.row) == [questions[1], near])
    #expect(outcome.reasons == ["in the test", "in the test"])
  }

  @Test("safety rows are spread among the others, each once, in the asked share")
  func safety() throws {
    let rows = (1...200).map { pair("What is thing number \($0)?", "It is thing \($0).") }
    var step = SafetyMix()
    step.share = 0.05
    let outcome = try step.apply(rows, seed: 1)
    #expect(outcome.added == 10 && outcome.rows.count == 210)
    let added = outcome.rows.filter { $0.columns?["source"] == "safety" }
    #expect(added.count == 10 && Set(added.map(\.instruction)).count == 10)
    #expect(outcome.rows.filter { $0.columns == nil } == rows)
    let places = outcome.rows.indices.filter { outcome.rows[$0].columns != nil }
    #expect(zip(places, places.dropFirst()).allSatisfy { $1 - $0 == 21 })
    step.share = 1
    #expect(try step.apply(rows, seed: 1).note?.contains("only") == true)
    step.share = 0
    #expect(try step.apply(rows, seed: 1).rows == rows)
  }
}
