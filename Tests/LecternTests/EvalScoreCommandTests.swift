// `lectern eval score`: predictions against references, from the command line.
import Foundation
import Testing

struct EvalScoreCommandTests {
  private struct Score: Decodable {
    var metric: String
    var score, low, high: Double?
    var perRow: [Double?]
  }

  /// A folder with files of lines.
  private struct Folder: ~Copyable {
    let root: String

    init(_ files: [String: String]) throws {
      root = FileManager.default.temporaryDirectory.appendingPathComponent("lectern-test-\(UUID().uuidString)").path
      try FileManager.default.createDirectory(atPath: root + "/folder", withIntermediateDirectories: true)
      for (name, text) in files { try Data(text.utf8).write(to: URL(fileURLWithPath: "\(root)/\(name)")) }
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    func score(_ arguments: String...) async throws -> LecternResult {
      try await LecternProcess.run(["eval", "score"] + arguments, in: root)
    }
  }

  private static let answers = "The Gull!\nat half past seven\n\nthree crowns\n"
  private static let expected = "gull\nat seven\non Sundays\n3 crowns\n"

  @Test("as JSON there is one line a metric, with the score, its interval and that of each row")
  func json() async throws {
    let folder = try Folder(["a.txt": Self.answers, "e.txt": Self.expected])
    let result = try await folder.score(
      "--metric", "exact,f1,wer", "--predictions", "a.txt", "--references", "e.txt", "--format", "json")
    #expect(result.status == 0, "\(result.errors)")
    let scores = try result.output.split(separator: "\n").map {
      try JSONDecoder().decode(Score.self, from: Data($0.utf8))
    }
    #expect(scores.map(\.metric) == ["exact", "f1", "wer"])
    #expect(scores[0].score == 0.25 && scores[0].perRow == [1, 0, 0, 0])
    let f1 = [1, 2.0 / 3, 0, 0.5]
    #expect(zip(scores[1].perRow, f1).allSatisfy { abs(($0 ?? -1) - $1) < 1e-12 })
    #expect(abs((scores[1].score ?? 0) - 2.1666666666666665 / 4) < 1e-12)
    // Errors of all rows by words of all references: 2 + 2 + 2 + 1 of 7.
    #expect(abs((scores[2].score ?? 0) - 1) < 1e-12)
    for score in scores { #expect((score.low ?? 9) <= (score.score ?? 0) && (score.score ?? 9) <= (score.high ?? 0)) }
    let again = try await folder.score(
      "--metric", "exact,f1,wer", "--predictions", "a.txt", "--references", "e.txt", "--format", "json")
    #expect(again.output == result.output)
  }

  @Test("a second file of references says what else is right, and ends of lines and a byte order mark do not matter")
  func references() async throws {
    let folder = try Folder([
      "a.txt": "\u{FEFF}The Gull!\r\nat half past seven\r\n\r\nthree crowns", "e.txt": Self.expected,
      "o.txt": "gull\nat half past seven\n\nthree crowns\n",
    ])
    let result = try await folder.score(
      "--metric", "exact", "--predictions", "a.txt", "--references", "e.txt", "--references", "o.txt", "--format",
      "json")
    #expect(result.status == 0 && result.output.contains("\"perRow\":[1,1,1,1],\"score\":1"), "\(result.output)")
  }

  @Test("as text there are the scores with their intervals, and the worst rows, at any width and in ASCII")
  func text() async throws {
    let folder = try Folder(["a.txt": Self.answers + "a\u{1B}[31m\n", "e.txt": Self.expected + "b\n"])
    for width in ["40", "80"] {
      let result = try await folder.score(
        "--metric", "f1,bleu", "--predictions", "a.txt", "--references", "e.txt", "--worst", "2", "--width", width,
        "--ascii")
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.output.contains("5 predictions") && result.output.contains("The worst rows by f1"))
      #expect(result.output.contains("line 3  0\n  answered  (nothing)\n  expected  on Sundays\n"))
      #expect(!result.output.contains("line 4") && result.output.allSatisfy { $0.isASCII && $0 != "\u{1B}" })
      for line in result.output.split(separator: "\n") { #expect(line.count <= Int(width) ?? 0, "\(line)") }
    }
  }

  @Test("a score that there is none of is null, and for people none")
  func undefined() async throws {
    let folder = try Folder(["a.txt": "1\n2\n", "e.txt": "3\n3\n"])
    let result = try await folder.score(
      "--metric", "pearson,mae", "--predictions", "a.txt", "--references", "e.txt", "--format", "json")
    #expect(result.status == 0, "\(result.errors)")
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 2 && lines[0].contains("\"score\":null") && lines[1].contains("\"score\":1.5"))
    let text = try await folder.score("--metric", "pearson", "--predictions", "a.txt", "--references", "e.txt")
    #expect(text.status == 0 && text.output.contains("none") && !text.output.contains("nan"), "\(text.output)")
  }

  @Test("metrics are explained without files")
  func list() async throws {
    let folder = try Folder([:])
    let result = try await folder.score("--list")
    #expect(result.status == 0)
    for name in ["exact", "bleu", "chrf++", "rougeLsum-stemmed", "matthews"] { #expect(result.output.contains(name)) }
  }

  @Test("wrong usage and files that do not fit have status 2 and a sentence")
  func mistakes() async throws {
    let folder = try Folder([
      "a.txt": Self.answers, "e.txt": Self.expected, "short.txt": "gull\n", "empty.txt": "", "mark.txt": "\u{FEFF}",
      "names.txt": "1\n2\nthree\nfour\n",
    ])
    try Data([0x67, 0x0A, 0xE4, 0x0A]).write(to: URL(fileURLWithPath: folder.root + "/latin.txt"))
    let cases: [(metric: String, predictions: String, references: String, words: [String])] = [
      ("blue", "a.txt", "e.txt", ["no metric \"blue\"", "the nearest is bleu"]),
      (",", "a.txt", "e.txt", ["--metric names none"]),
      ("exact", "none.txt", "e.txt", ["none.txt", "No such file"]),
      ("exact", "a.txt", "folder", ["folder", "it is a folder"]),
      ("exact", "a.txt", "short.txt", ["a.txt has 4 lines", "short.txt has 1 line"]),
      ("exact", "empty.txt", "e.txt", ["empty.txt is empty"]), ("exact", "mark.txt", "e.txt", ["mark.txt is empty"]),
      ("exact", "latin.txt", "e.txt", ["latin.txt:2", "UTF-8"]),
      ("f1,mae", "names.txt", "names.txt", ["line 3", "\"three\" is no number", "1 more"]),
    ]
    for (metric, predictions, references, words) in cases {
      let result = try await folder.score(
        "--metric", metric, "--predictions", predictions, "--references", references)
      #expect(result.status == 2 && result.output.isEmpty, "\(metric) \(predictions)")
      for word in words { #expect(result.errors.contains(word), "\(result.errors)") }
    }
    let missing = try await folder.score("--metric", "exact", "--references", "e.txt")
    #expect(missing.status == 2 && missing.errors.contains("--predictions is missing"))
  }
}
