// Tasks as people write them: items from rows, examples, and everything that is wrong said at once.
import DataPreparation
import Evaluation
import Foundation
import Testing
import YAMLReading
import YAMLTrees

@Suite("A task's file")
struct TaskReadingTests {
  private static let rows = """
    {"q":"one","a":"A","choices":["x","y","z"],"split":"test","all":["x","ex"]}
    {"q":"two","a":"y","choices":["x","y","z"],"split":"test","all":["y"]}
    {"q":"three","a":2,"choices":["x","y","z"],"split":"train","all":["z","zed","zet"]}
    {"q":"four","a":" x ","choices":["x","y"],"split":"train","all":["x"]}

    """

  /// What is wrong with a task, a line each, without the file's name.
  private func problems(_ yaml: String, rows: String = Self.rows, file: String = "rows.jsonl") throws -> [String] {
    let folder = try TaskFolder()
    try folder.write(file, rows)
    do {
      _ = try EvaluationTask.read(folder.write("task.yaml", yaml))
      return []
    } catch let error as SettingsError {
      return error.description.replacing(folder.path + "/", with: "").split(separator: "\n").map {
        String($0.dropFirst("task.yaml:".count))
      }
    }
  }

  private func task(_ yaml: String, rows: String = Self.rows, file: String = "rows.jsonl") throws -> EvaluationTask {
    let folder = try TaskFolder()
    try folder.write(file, rows)
    return try EvaluationTask.read(folder.write("task.yaml", yaml))
  }

  private static let choice = """
    data: rows.jsonl
    request: choice
    prompt: "Q: {q}\\nA:"
    target: "{a}"
    choices: " {choices}"

    """

  @Test("makes an item of each row, and finds the right choice by its letter, its text or its place")
  func choices() throws {
    let task = try task(Self.choice)
    #expect(task.name == "task")
    #expect(task.items.map(\.prompt) == ["Q: one\nA:", "Q: two\nA:", "Q: three\nA:", "Q: four\nA:"])
    #expect(task.items.map(\.right) == [0, 1, 2, 0])
    #expect(task.items[0].choices == [" x", " y", " z"])
    #expect(task.items.map(\.targets) == [[" x"], [" y"], [" z"], [" x"]])
    #expect(task.items.map(\.line) == [1, 2, 3, 4])
    #expect(task.items[1].material == "two\n y")
  }

  @Test("takes a list as several references, and only rows that meet its conditions")
  func references() throws {
    let task = try task(
      "name: n\ndata: rows.jsonl\nrequest: generate\nprompt: \"{q} {{\"\ntarget: \"{all}.\"\nonly: {split: train}\n")
    #expect(task.items.map(\.targets) == [["z.", "zed.", "zet."], ["x."]])
    #expect(task.items.map(\.prompt) == ["three {", "four {"])
    #expect(task.settings.stops == ["\n"])
  }

  @Test("puts the same examples before every item, in an order that its seed decides, and never the item itself")
  func examples() throws {
    func prompts(_ seed: Int) throws -> [String] {
      let task = try task(Self.choice + "examples: {count: 2, seed: \(seed), separator: \" | \"}\n")
      for item in task.items {
        let examples = task.examples(for: item)
        #expect(examples.count == 2 && !examples.contains(item))
        #expect(task.prompt(of: item).hasSuffix(" | " + item.prompt))
      }
      // An item that is no example has the first two.
      let used = task.pool.prefix(2)
      for item in task.items where !used.contains(item) { #expect(task.examples(for: item) == Array(used)) }
      return task.items.map(task.prompt)
    }
    #expect(try prompts(1) == prompts(1))
    #expect(try Set((1...8).map { try prompts($0) }).count > 1)
    let split = try task(Self.choice + "only: {split: test}\nexamples: {count: 2, only: {split: train}}\n")
    #expect(Set(split.examples(for: split.items[0]).map(\.line)) == [3, 4])
    #expect(split.prompt(of: split.items[0]).contains("Q: three\nA: z\n\n"))
  }

  @Test("says everything that is wrong with settings at once, each with its place and what would do")
  func settings() throws {
    let found = try problems(
      "data: nowhere.csv\nrequest: rolling\nprompt: x\ntarget: \"{q\"\nmetrics: [bits]\nlabel: z\n")
    #expect(found.count == 4)
    #expect(found[0] == #"3:9: prompt has no use with request: rolling, which scores the target alone; leave it out"#)
    #expect(found[1].hasPrefix(#"4:9: target: the brace before "q" is not closed"#))
    #expect(found[2].hasPrefix(#"5:10: request: rolling has no metric "bits"; the nearest is bitsPerByte."#))
    #expect(
      found[3].hasPrefix(#"6:1: a task has no setting "label"; the nearest is target."#) || found[3].contains("label"))
    let empty = try problems("{}\n")
    #expect(empty.count == 4 && empty.allSatisfy { $0.hasPrefix("1:1: ") })
    #expect(try problems("data: [\n")[0].hasPrefix("2:1: ") || problems("data: [\n").count == 1)
    #expect(
      try problems("request: guess\n").contains { $0.contains("one of logLikelihood, rolling, choice, generate") })
  }

  @Test("says which columns, rows and splits are not as they should be")
  func data() throws {
    #expect(
      try problems(Self.choice.replacing("{q}", with: "{question}"))[0].contains(
        #"3:9: prompt: rows.jsonl has no column "question"; the nearest is"#))
    #expect(
      try problems(Self.choice + "only: {split: dev}\n")
        == ["6:7: only: none of the 4 rows of rows.jsonl has split is dev; there are: test, train"])
    #expect(try problems(Self.choice + "only: {part: dev}\n")[0].contains("has no column \"part\""))
    let wrong = try problems(
      Self.choice, rows: Self.rows + String(repeating: #"{"q":"five","a":"w","choices":["x","y"]}"# + "\n", count: 5))
    #expect(wrong.count == 4)
    #expect(
      wrong[0].hasSuffix(#"4:9: rows.jsonl:5: the target "w" is none of the choices " x", " y""#)
        || wrong.joined().contains("none of the choices"))
    #expect(wrong.joined().contains("2 more rows are not as they should be"))
    #expect(try problems(Self.choice, rows: #"{"q":"a"}"# + "\n{oops\n")[0].contains("it is not JSON on one line"))
    #expect(try problems(Self.choice, rows: "")[0].contains("has no rows"))
    #expect(try problems(Self.choice + "examples: {count: 4}\n")[0].contains("4 are asked for, and there are 4 rows"))
    #expect(try problems(Self.choice.replacing("rows.jsonl", with: "."))[0].contains("it is a folder"))
    #expect(
      try problems(Self.choice, rows: #"{"q":"a","a":"x","choices":["x","x"]}"#)[0].contains("they must differ"))
  }

  @Test("reads CSV with the line ends and the byte order mark of Windows; an empty cell is an empty text")
  func windows() throws {
    let task = try task(
      "data: rows.csv\nrequest: generate\nprompt: \"{q}{context}\"\ntarget: \"{a}\"\n",
      rows: "\u{FEFF}q;a;context\r\none;\"A; B\";here\r\ntwo;C;\r\n", file: "rows.csv")
    #expect(task.items.map(\.prompt) == ["onehere", "two"])
    #expect(task.items.map(\.targets) == [["A; B"], ["C"]])
    let folder = try TaskFolder()
    try Data([0xFF, 0xFE, 0x00]).write(to: URL(fileURLWithPath: folder.path + "/task.yaml"))
    #expect(throws: RowError.self) { try EvaluationTask.read(folder.path + "/task.yaml") }
    #expect(throws: RowError.self) { try EvaluationTask.read(folder.path + "/nowhere.yaml") }
  }

  @Test("asks so many items of a limit, evenly from the whole")
  func limit() throws {
    let task = EvaluationTask(TaskSettings(), items: (0..<10).map { TaskItem(line: $0, prompt: "", targets: ["x"]) })
    #expect(task.limited(to: 4).items.map(\.line) == [0, 2, 5, 7])
    #expect(task.limited(to: 10).items.count == 10 && task.limited(to: 99).items.count == 10)
  }
}
