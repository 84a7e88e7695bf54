import Foundation
import Testing

@testable import Grading

/// What leaves the gradebook, byte by byte.
@Suite struct ExportTests {
  private let folder: TemporaryClass
  private let output: OutputFolder
  private let gradebook: Gradebook

  private static let attack = "=HYPERLINK(\"http://x\")<script>alert(1)</script>\u{1b}[2J"

  init() throws {
    folder = try TemporaryClass()
    output = try OutputFolder(folder.output)
    gradebook = try Gradebook(output.gradebookFile)
    try gradebook.setExercises([folder.exercise(), folder.exercise("other", points: 4)])
    let probes = [
      ProbeVerdict(
        name: "rows", visible: true, status: .failed, earned: 0, points: 3, message: "sums over queries",
        difference: ValueDifference(
          kind: .values, place: ["0", "1"], expected: "0.25", actual: "0.5", largestError: 0.25, wrongCount: 2,
          count: 4,
          shape: [2, 2], expectedNumbers: [1, 2, 3, 4], actualNumbers: [1, 2, 3, 5]), mistake: "WrongAxis",
        lesson: "2.5"),
      ProbeVerdict(
        name: "hidden probe 1", visible: false, status: .failed, earned: 0, points: 3,
        difference: ValueDifference(kind: .values, expected: "secret answer", actual: "7")),
      ProbeVerdict(name: "large logits", visible: true, status: .passed, earned: 4, points: 4),
    ]
    try add("ada", earned: 4, probes: probes)
    try add(Self.attack, earned: 0, message: "error: \(Self.attack)")
    try gradebook.record(SubmissionOutcome(student: "bob", refusal: "\"../x\" would be outside"))
    try gradebook.override(student: "ada", exercise: "other", mark: "2.5", reason: "+1, of course", author: "eva")
    try gradebook.comment(student: "ada", exercise: "softmax", text: "<b>well</b> done", author: "eva")
  }

  private func add(_ student: String, earned: Int, message: String? = nil, probes: [ProbeVerdict] = []) throws {
    let verdict = Verdict(
      exercise: "softmax", verdict: .failed, earned: earned, points: 10, isolation: .box, message: message,
      probes: probes)
    let source = "let x = \"</pre><script>alert(1)</script>\"\n"
    let result = GradedFile(
      student: student, exercise: "softmax", file: "\(student)/Softmax.swift", ignored: [], sha256: "hash-\(student)",
      version: "1", handedIn: Moment(milliseconds: 1_000_000), gradedAt: Moment(milliseconds: 2_000_000),
      verdict: verdict)
    try gradebook.record(SubmissionOutcome(student: student, files: [(result, Array(source.utf8))]))
  }

  private func text(_ path: String) throws -> String {
    String(
      decoding: try #require(FileManager.default.contents(atPath: "\(output.exportsFolder)/\(path)")), as: UTF8.self)
  }

  @Test func `CSV holds the marks, and nothing that a spreadsheet runs`() throws {
    _ = try GradebookExport.csv.write(gradebook, to: output)
    #expect(
      try text("marks.csv") == """
        student,softmax,other,total,of\r
        "'=HYPERLINK(""http://x"")<script>alert(1)</script>␛[2J",0,0,0,14\r
        ada,4,2.5,6.5,14\r
        bob,0,0,0,14\r

        """)
    let details = try text("details.csv")
    #expect(details.contains("\"'+1, of course\""))
    #expect(try CSV.rows(of: details).allSatisfy { $0.cells.count == 16 })
  }

  @Test func `JSON holds marks, overrides and misconceptions`() throws {
    struct Report: Decodable {
      struct Student: Decodable {
        struct Item: Decodable { var mark: Double? }
        var student: String
        var total: Double
        var marks: [Item]
      }
      var students: [Student]
      var misconceptions: [Misconception]
    }
    _ = try GradebookExport.json.write(gradebook, to: output)
    let report = try JSONDecoder().decode(Report.self, from: Data(text("marks.json").utf8))
    #expect(report.students.map(\.student) == [Self.attack, "ada", "bob"])
    #expect(report.students[1].total == 6.5 && report.students[1].marks.map(\.mark) == [4, 2.5])
    #expect(report.misconceptions.map(\.mistake) == ["WrongAxis"])
  }

  @Test func `Gradescope gets a results file for each student, hidden probes as far as the verdict tells`() throws {
    _ = try GradebookExport.gradescope.write(gradebook, to: output)
    #expect(try FileManager.default.contentsOfDirectory(atPath: output.exportsFolder + "/gradescope").count == 3)
    #expect(
      try text("gradescope/ada/results.json") == #"""
        {"output":"softmax: 4 of 10\nother: 2.5 of 4 (set by eva: +1, of course)","output_format":"text","score":6.5,\#
        "tests":[{"max_score":3,"name":"softmax: rows","name_format":"text","output":"sums over queries\nat [0, 1]: \#
        0.5, expected 0.25\n2 of 4 numbers are wrong; the largest error is 0.25\nExplained in lesson 2.5.",\#
        "output_format":"text","score":0,"status":"failed","visibility":"visible"},{"max_score":3,"name":"softmax: hidden \#
        probe 1","name_format":"text","output":"","output_format":"text","score":0,"status":"failed","visibility":\#
        "after_published"},{"max_score":4,"name":"softmax: large logits","name_format":"text","output":"",\#
        "output_format":"text","score":4,"status":"passed","visibility":"visible"},{"max_score":4,"name":"other",\#
        "name_format":"text","output":"not handed in","output_format":"text","score":0,"status":"failed","visibility":\#
        "visible"}]}

        """#)
  }

  @Test func `pages show what students wrote as text, fetch nothing and tell no more of hidden probes`() throws {
    let index = try #require(try GradebookExport.html.write(gradebook, to: output).first)
    #expect(index == output.exportsFolder + "/html/index.html")
    let pages = try FileManager.default.contentsOfDirectory(atPath: output.exportsFolder + "/html/students")
    #expect(pages.count == 3)
    for page in pages.map({ "html/students/\($0)" }) + ["html/index.html"] {
      let html = try text(page)
      #expect(!html.contains("<script") && !html.contains("\u{1b}") && !html.contains("<b>"))
      #expect(!html.contains("src=") && !html.contains("href=\"http") && !html.contains("secret answer"))
      #expect(html.contains("prefers-color-scheme") && html.contains("@media print"))
    }
    let ada = try text("html/students/ada.html")
    for part in [
      "sums over queries", "at [0, 1]: 0.5, expected 0.25", "&lt;b&gt;well&lt;/b&gt; done", "+1, of course",
    ] {
      #expect(ada.contains(part), "\(part)")
    }
    let all = try text("html/index.html")
    for part in ["WrongAxis", "Refused", "would be outside", "students/ada.html"] {
      #expect(all.contains(part), "\(part)")
    }
  }

  @Test func `every page that the class's page links to is there`() throws {
    _ = try GradebookExport.html.write(gradebook, to: output)
    let links = try text("html/index.html").matches(of: /href="(students\/[^"#]*)/).map { String($0.1) }
    #expect(!links.isEmpty)
    for link in links {
      #expect(FileManager.default.fileExists(atPath: "\(output.exportsFolder)/html/\(link)"), "\(link)")
    }
  }

  @Test func `a folder that cannot be written is told`() throws {
    try FileManager.default.createDirectory(atPath: output.exportsFolder, withIntermediateDirectories: true)
    try FileManager.default.createDirectory(
      atPath: output.exportsFolder + "/marks.csv/x", withIntermediateDirectories: true)
    #expect(throws: ClassError.self) { try GradebookExport.csv.write(gradebook, to: output) }
  }
}
