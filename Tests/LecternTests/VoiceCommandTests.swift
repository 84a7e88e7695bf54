// `lectern voice`, as it is run.
import Foundation
import Testing

struct VoiceCommandTests {
  private struct Answer: Decodable, Equatable {
    var file: String
    var command: String
    var probability: Double
    var answer: String
  }

  private let samples = LecternProcess.root + "/SpokenCommands/Samples"

  private func voice(_ arguments: [String], environment: [String: String] = [:]) async throws -> LecternResult {
    try await LecternProcess.run(
      ["voice", "--day", "monday", "--time", "09:30"] + arguments, environment: environment)
  }

  @Test("files are one conversation, with a line of JSON each")
  func conversation() async throws {
    let files = ["Birk.wav", "ticket-price.wav"].map { "\(samples)/\($0)" }
    let result = try await voice(files + ["--format", "json"])
    #expect(result.status == 0, "\(result.errors)")
    let answers = try result.output.split(separator: "\n").map {
      try JSONDecoder().decode(Answer.self, from: Data($0.utf8))
    }
    #expect(answers.map(\.file) == files)
    #expect(answers.map(\.command) == ["Birk", "ticket price"])
    #expect(answers.allSatisfy { $0.probability > 0.5 && $0.probability <= 1 })
    #expect(answers[1].answer.hasPrefix("A ticket to Birk costs "))
  }

  @Test("text names the file, the command and how sure it is, and fits")
  func text() async throws {
    let result = try await voice(["\(samples)/Birk.wav", "--width", "60", "--ascii"])
    #expect(result.status == 0)
    let lines = result.output.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 60 && $0.allSatisfy(\.isASCII) })
    #expect(result.output.contains("minutes from the harbour"))
  }

  @Test("all files that cannot be heard are named at once, before any is answered")
  func unreadable() async throws {
    let result = try await voice(["\(samples)/Birk.wav", "/none.wav", LecternProcess.root + "/README.md"])
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("/none.wav cannot be read"))
    #expect(result.errors.contains("README.md is not a WAV file but something else"))
  }

  @Test(
    "wrong usage says what would do",
    arguments: [
      (["--threshold", "2"], "out of range: 0 to 1"), (["--time", "25:00"], "25:00"), (["--day", "Mon"], "Mon"),
      (["--model", "/none"], "there is no folder /none"),
    ])
  func usage(arguments: [String], says: String) async throws {
    let result = try await LecternProcess.run(["voice", "\(samples)/Birk.wav"] + arguments)
    #expect(result.status == 2)
    #expect(result.errors.contains(says), "\(result.errors)")
  }

  @Test("without a synthesiser the answer is text, and said to be; a file of speech cannot be made")
  func noSynthesizer() async throws {
    let result = try await voice(["\(samples)/help.wav", "--speak"], environment: ["PATH": "/none"])
    #expect(result.status == 0)
    #expect(result.output.contains("Say the name of an island"))
    #expect(result.errors.contains("no speech synthesiser"))
    let out = try await voice(["\(samples)/help.wav", "--out", "/tmp/none.wav"], environment: ["PATH": "/none"])
    #expect(out.status == 3)
    #expect(out.errors.contains("espeak-ng"))
  }
}
