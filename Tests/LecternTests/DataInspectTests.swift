// `lectern data inspect`: what is read from a document, and how it is cut.
import Foundation
import Testing

struct DataInspectTests {
  private struct Inspection: Decodable {
    struct Page: Decodable { var page: Int, characters: Int, text: String, sentences: [Place] }
    struct Place: Decodable { var start: Int, end: Int }
    struct Chunk: Decodable { var text: String, headings: [String], evidence: Evidence }
    struct Evidence: Decodable { var file: String, page: Int, start: Int, end: Int }
    var file: String, sha256: String, format: String, pages: [Page], chunks: [Chunk]
  }

  private static let handbook = """
    # Handbook

    ## Fares

    A single costs four crowns. Dogs travel free – even big ones. Bicycles cost a crown.

    ## Boats

    There are three boats, e.g. the *Anne*.
    """

  private func inspect(_ arguments: [String], in course: borrowing TemporaryCourse) async throws -> LecternResult {
    try await LecternProcess.run(["data", "inspect"] + arguments, in: course.root)
  }

  @Test("as JSON there are pages with their text, sentences, and chunks that are what their evidence names")
  func json() async throws {
    let course = try TemporaryCourse(Self.handbook)
    let result = try await inspect([course.lesson, "--size", "60", "--overlap", "30", "--format", "json"], in: course)
    #expect(result.status == 0, "\(result.errors)")
    let found = try JSONDecoder().decode(Inspection.self, from: Data(result.output.utf8))
    #expect(found.file == course.lesson && found.format == "md" && found.sha256.count == 64)
    #expect(found.pages.count == 1 && found.pages[0].characters == found.pages[0].text.unicodeScalars.count)
    #expect(found.pages[0].sentences.count == 7)
    let scalars = Array(found.pages[0].text.unicodeScalars)
    for chunk in found.chunks {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars[chunk.evidence.start..<chunk.evidence.end])
      #expect(String(text) == chunk.text && chunk.text.unicodeScalars.count <= 60)
    }
    #expect(found.chunks.last?.headings == ["Handbook", "Boats"])
  }

  @Test(
    "as text there are counts and the text, or the picture of the cuts, at any width and in ASCII", arguments: [40, 80])
  func text(width: Int) async throws {
    let course = try TemporaryCourse(Self.handbook)
    let plain = try await inspect([course.lesson, "--width", "\(width)"], in: course)
    #expect(plain.status == 0 && plain.output.contains("There are three boats, e.g. the Anne."))
    let cuts = try await inspect(
      [course.lesson, "--cuts", "--size", "60", "--overlap", "40", "--ascii", "--width", "\(width)"], in: course)
    #expect(cuts.output.contains("chunk 2, characters"))
    #expect(cuts.output.allSatisfy { $0.isASCII })
    for line in (plain.output + cuts.output).split(separator: "\n") { #expect(line.count <= width, "\(line)") }
  }

  @Test("a file whose name begins with a dash is read, and nothing in a name reaches the terminal")
  func names() async throws {
    let course = try TemporaryCourse("x")
    for name in ["-x.txt", "a\u{1B}[31m\nb.txt"] {
      try Data("Dogs travel free.".utf8).write(to: URL(fileURLWithPath: "\(course.root)/\(name)"))
      let result = try await inspect(["--", name], in: course)
      #expect(result.status == 0 && result.output.contains("Dogs travel free."), "\(result.errors)")
      #expect(!result.output.contains("\u{1B}"))
    }
    let missing = try await inspect(["none\u{1B}[31m.txt"], in: course)
    #expect(missing.status == 2 && !missing.errors.contains("\u{1B}"))
  }

  @Test("wrong usage and files that cannot be read have status 2 and a sentence")
  func mistakes() async throws {
    let course = try TemporaryCourse("Dogs travel free.")
    try Data([0x46, 0xE4]).write(to: URL(fileURLWithPath: "\(course.root)/latin.txt"))
    try Data("x".utf8).write(to: URL(fileURLWithPath: "\(course.root)/x.pdf"))
    let cases: [(arguments: [String], words: String)] = [
      (["none.txt"], "No such file"), (["Lessons"], "kind"), (["latin.txt"], "UTF-8"), (["x.pdf"], "%PDF-"),
      ([course.lesson, "--page", "2"], "no page 2"), ([course.lesson, "--size", "0"], "--size"),
      ([course.lesson, "--size", "10", "--overlap", "10"], "--overlap"),
    ]
    for (arguments, words) in cases {
      let result = try await inspect(arguments, in: course)
      #expect(result.status == 2 && result.errors.contains(words), "\(arguments): \(result.errors)")
      #expect(result.output.isEmpty)
    }
  }

  @Test("without pdftotext a PDF has status 3 and the package's name, and doctor advises to install it")
  func missingTool() async throws {
    let course = try TemporaryCourse("x")
    try Data("%PDF-1.4\n".utf8).write(to: URL(fileURLWithPath: "\(course.root)/x.pdf"))
    let result = try await LecternProcess.run(
      ["data", "inspect", "x.pdf"], in: course.root, environment: ["PATH": course.root])
    #expect(result.status == 3 && result.errors.contains("apt-get install poppler-utils"), "\(result.errors)")
    let doctor = try await LecternProcess.run(
      ["doctor", "--format", "json"], in: course.root, environment: ["PATH": course.root])
    #expect(doctor.output.contains("poppler-utils"))
  }
}
