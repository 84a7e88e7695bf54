// `lectern data prepare`, `recipe` and `ablate`: real files, and the real binary.
import Foundation
import Testing

struct DataPrepareCommandTests {
  private struct Row: Decodable {
    struct Evidence: Decodable { var file: String, page: Int, start: Int, end: Int }
    var instruction: String, answer: String
    var score: Double?
    var evidence: Evidence?
  }

  private struct Card: Decodable {
    struct Source: Decodable { var file: String, sha256: String }
    struct Step: Decodable { var name: String, rowsIn: Int, rowsOut: Int, reasons: [String: Int] }
    struct File: Decodable { var file: String, sha256: String, rows: Int }
    struct Failure: Decodable { var file: String, reason: String }
    var sources: [Source], steps: [Step], files: [File]
    var failed: [Failure]?
  }

  /// Handbooks of four islands.
  private func handbooks(in folder: borrowing TemporaryFiles) throws {
    for (number, island) in ["Birk", "Quarne", "Tollum", "Fennick"].enumerated() {
      try folder.write(
        "docs/\(island).md",
        """
        # \(island)

        A landing is a place where the ferries of \(island) stop. The jetty of \(island) was built in 19\(40 + number).
        The island of \(island) has \(120 + 7 * number) inhabitants. The ferry leaves \(island) at \(7 + number):15 every
        morning. The tower on \(island) is closed in winter because its stairs are icy.
        """)
    }
  }

  private func rows(_ path: String) throws -> [Row] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(Row.self, from: Data($0.utf8))
    }
  }

  private func card(_ folder: String) throws -> Card {
    try JSONDecoder().decode(Card.self, from: Data(contentsOf: URL(fileURLWithPath: folder + "/card.json")))
  }

  @Test(
    "rows of documents have evidence that is there, are divided by document, and the same files give the same bytes")
  func documents() async throws {
    let folder = try TemporaryFiles()
    try handbooks(in: folder)
    let result = try await LecternProcess.run(["data", "prepare", "docs", "--out", "out"], in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("- clean-text") && result.output.contains("near-duplicates"))
    let all = try rows(folder.path + "/out/rows.jsonl")
    try #require(all.count >= 8)
    for row in all {
      let evidence = try #require(row.evidence)
      let page = Array(try String(contentsOfFile: folder.path + "/" + evidence.file, encoding: .utf8).unicodeScalars)
      #expect(evidence.page == 1 && evidence.end > evidence.start && row.score != nil)
      #expect(evidence.end <= page.count)
    }
    let parts = try ["train", "validation", "test"].map { name in
      try Set(rows("\(folder.path)/out/\(name).jsonl").compactMap { $0.evidence?.file })
    }
    #expect(parts.map(\.count).reduce(0, +) == Set(parts.joined()).count)
    #expect(parts.allSatisfy { !$0.isEmpty })

    let card = try card(folder.path + "/out")
    #expect(card.sources.map(\.file) == ["docs/Birk.md", "docs/Fennick.md", "docs/Quarne.md", "docs/Tollum.md"])
    #expect(card.steps.last?.rowsOut == all.count)
    #expect(card.files.first { $0.file == "rows.jsonl" }?.rows == all.count)
    let again = try await LecternProcess.run(
      ["data", "prepare", "docs", "--recipe", "out/recipe.yaml", "--out", "again"], in: folder.path)
    #expect(again.status == 0, "\(again.errors)")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out") {
      #expect(folder.bytes("out/" + name) == folder.bytes("again/" + name), "\(name)")
    }
  }

  @Test("a data set goes through the recipe; JSON is the card on one line")
  func dataSet() async throws {
    let folder = try TemporaryFiles()
    try folder.write(
      "set.csv",
      "question,answer\n\"How long is it?\",\"Twenty metres, or so.\"\nHow wide is it?,Five metres at least.\n"
        + "How long is it?,\"Twenty metres, or so.\"\n")
    try folder.write("recipe.yaml", "steps: [near-duplicates]\n")
    let result = try await LecternProcess.run(
      ["data", "prepare", "set.csv", "--recipe", "recipe.yaml", "--out", "out", "--format", "json"], in: folder.path)
    #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
    let card = try JSONDecoder().decode(Card.self, from: Data(result.output.utf8))
    #expect(card.steps.map(\.name) == ["near-duplicates"])
    #expect((card.steps[0].rowsIn, card.steps[0].rowsOut) == (3, 2))
    #expect(card.steps[0].reasons == ["same as another row": 1])
    #expect(try rows(folder.path + "/out/rows.jsonl").map(\.instruction) == ["How long is it?", "How wide is it?"])
  }

  @Test("what cannot be read is named and skipped; the rest is written, and the status says so")
  func unreadable() async throws {
    let folder = try TemporaryFiles()
    try handbooks(in: folder)
    try folder.write("docs/broken.pdf", "no PDF")
    let result = try await LecternProcess.run(
      ["data", "prepare", "docs", "nowhere.txt", "--out", "out"], in: folder.path)
    #expect(result.status == 1)
    #expect(result.errors.contains("docs/broken.pdf") && result.errors.contains("nowhere.txt"))
    #expect(try Set(card(folder.path + "/out").failed?.map(\.file) ?? []) == ["docs/broken.pdf", "nowhere.txt"])
    #expect(try rows(folder.path + "/out/rows.jsonl").count >= 8)
    let nothing = try await LecternProcess.run(["data", "prepare", "nowhere.txt", "--out", "none"], in: folder.path)
    #expect(nothing.status == 1 && !FileManager.default.fileExists(atPath: folder.path + "/none"))
  }

  @Test("a folder is written anew, keeps a review beside it, and is left alone if it is somebody else's")
  func folders() async throws {
    let folder = try TemporaryFiles()
    try handbooks(in: folder)
    let prepare = ["data", "prepare", "docs", "--out", "out"]
    #expect(try await LecternProcess.run(prepare, in: folder.path).status == 0)
    try folder.write("out/review.jsonl", "kept\n")
    #expect(try await LecternProcess.run(prepare + ["--seed", "2"], in: folder.path).status == 0)
    #expect(folder.bytes("out/review.jsonl") == Array("kept\n".utf8))
    #expect(String(decoding: folder.bytes("out/recipe.yaml") ?? [], as: UTF8.self).hasPrefix("seed: 2\n"))
    try folder.write("out/letter.txt", "mine\n")
    let refused = try await LecternProcess.run(prepare, in: folder.path)
    #expect(refused.status == 2 && refused.errors.contains("letter.txt") && refused.errors.contains("--replace"))
    #expect(String(decoding: folder.bytes("out/recipe.yaml") ?? [], as: UTF8.self).hasPrefix("seed: 2\n"))
    #expect(try await LecternProcess.run(prepare + ["--replace"], in: folder.path).status == 0)
    #expect(folder.bytes("out/letter.txt") == Array("mine\n".utf8))
    #expect(String(decoding: folder.bytes("out/recipe.yaml") ?? [], as: UTF8.self).hasPrefix("seed: 1\n"))
    let hidden = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix(".") }
    #expect(hidden.isEmpty)
    try folder.write("file", "x")
    #expect(try await LecternProcess.run(["data", "prepare", "docs", "--out", "file"], in: folder.path).status == 2)
    let below = try await LecternProcess.run(["data", "prepare", "docs", "--out", "file/out"], in: folder.path)
    #expect(below.status == 3 && below.errors.contains("cannot write"), "\(below.errors)")
  }

  @Test("a recipe with mistakes is refused before anything is read, each mistake on a line with its place")
  func mistakes() async throws {
    let folder = try TemporaryFiles()
    try folder.write("r.yaml", "steps:\n  - name: lenght\n  - name: length\n    shortest: many\n")
    let result = try await LecternProcess.run(
      ["data", "prepare", "docs", "--recipe", "r.yaml", "--out", "out"], in: folder.path)
    #expect(result.status == 2)
    let lines = result.errors.split(separator: "\n")
    #expect(lines.count == 2 && lines[0].hasPrefix("r.yaml:2:11: ") && lines[1].hasPrefix("r.yaml:4:15: "))
    let checked = try await LecternProcess.run(["data", "recipe", "--check", "r.yaml"], in: folder.path)
    #expect(checked.status == 2 && checked.errors == result.errors)
  }

  @Test("the printed recipe is the default one, and fits a terminal")
  func recipe() async throws {
    let folder = try TemporaryFiles()
    for arguments in [["data", "recipe"], ["data", "recipe", "--all"]] {
      let printed = try await LecternProcess.run(arguments, in: folder.path)
      #expect(printed.status == 0 && printed.output.split(separator: "\n").allSatisfy { $0.count <= 92 })
      try folder.write("printed.yaml", printed.output)
      let checked = try await LecternProcess.run(["data", "recipe", "--check", "printed.yaml"], in: folder.path)
      // Mixing needs files of one's own.
      if arguments.count == 2 { #expect(checked.status == 0, "\(checked.errors)") }
      if arguments.count == 3 { #expect(checked.errors.contains("step mix: files names no data set")) }
    }
  }

  @Test("an ablation trains once for each variant and seed, the same each time")
  func ablation() async throws {
    let folder = try TemporaryFiles()
    try handbooks(in: folder)
    try folder.write("r.yaml", "steps: [length, near-duplicates, {name: clean-text, letters: lower}]\n")
    let arguments = ["data", "ablate", "docs", "--recipe", "r.yaml", "--seeds", "2", "--steps", "10"]
    let result = try await LecternProcess.run(arguments + ["--format", "json"], in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    struct Ablation: Decodable {
      struct Variant: Decodable { var without: String?, rows: Int, losses: [Double]?, worth: String? }
      var heldOutRows: Int, variants: [Variant]
    }
    let ablation = try JSONDecoder().decode(Ablation.self, from: Data(result.output.utf8))
    #expect(ablation.variants.map(\.without) == [nil, "length", "near-duplicates", "clean-text"])
    #expect(ablation.variants[0].losses?.count == 2 && ablation.variants[1].worth == "changes nothing")
    #expect(ablation.variants[3].losses?.count == 2)
    #expect(try await LecternProcess.run(arguments + ["--format", "json"], in: folder.path).output == result.output)
    let text = try await LecternProcess.run(arguments, in: folder.path)
    #expect(text.output.contains("nothing here: the rows are the same"))
  }
}

/// A folder for files of a test.
private struct TemporaryFiles: ~Copyable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("lectern-data-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ text: String) throws {
    let url = URL(fileURLWithPath: "\(path)/\(name)")
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func bytes(_ name: String) -> [UInt8]? {
    (try? Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)"))).map { [UInt8]($0) }
  }
}
