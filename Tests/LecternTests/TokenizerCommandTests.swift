// `lectern tokenizer`: from files to a tokenizer, to ids, and back.
import Foundation
import Testing

struct TokenizerCommandTests {
  private func train(in folder: String) async throws -> LecternResult {
    try await LecternProcess.run(
      [
        "tokenizer", "train", "Lessons/01-language-models/harbour.txt", "--vocabulary", "300", "--out", folder + "/tok",
      ])
  }

  @Test("a trained tokenizer turns any text into ids and the ids into that text")
  func roundTrip() async throws {
    let course = try TemporaryCourse("x")
    #expect(try await train(in: course.root).status == 0)
    let text = "the ferry é 🛳\n  again"
    let encoded = try await LecternProcess.run(
      ["tokenizer", "encode", "--tokenizer", course.root + "/tok", "--format", "json", text])
    struct Encoding: Decodable { var ids: [Int], tokens: [String], offsets: [[Int]] }
    let encoding = try JSONDecoder().decode(Encoding.self, from: Data(encoded.output.utf8))
    #expect(encoding.ids.count == encoding.tokens.count && encoding.ids.count == encoding.offsets.count)
    #expect(encoding.offsets.last?.last == text.utf8.count)
    let ids = encoding.ids.map(String.init)
    for arguments in [ids, ["[" + ids.joined(separator: ", ") + "]\n"]] {
      let decoded = try await LecternProcess.run(
        ["tokenizer", "decode", "--tokenizer", course.root + "/tok/tokenizer.json"] + arguments)
      #expect(decoded.output == text && decoded.status == 0, "\(decoded.errors)")
    }
  }

  @Test("what is wrong is said, with status 2")
  func mistakes() async throws {
    let course = try TemporaryCourse("x")
    #expect(try await train(in: course.root).status == 0)
    let tokenizer = course.root + "/tok"
    let cases: [(arguments: [String], words: String)] = [
      (["encode", "--tokenizer", course.root + "/none", "x"], "/none"),
      (["decode", "--tokenizer", tokenizer, "99999"], "99999"),
      (["decode", "--tokenizer", tokenizer, "x"], "no id"),
      (["train", "README.md", "--vocabulary", "10", "--out", tokenizer], "256"),
      (["train", "Lessons", "--vocabulary", "300", "--out", tokenizer], "folder"),
      (["train", "no-such-file", "--vocabulary", "300", "--out", tokenizer], "no-such-file"),
    ]
    for (arguments, words) in cases {
      let result = try await LecternProcess.run(["tokenizer"] + arguments)
      #expect(result.status == 2 && result.errors.contains(words), "\(arguments): \(result.errors)")
    }
  }
}
