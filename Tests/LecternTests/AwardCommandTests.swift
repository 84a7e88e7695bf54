// `lectern award`: made and checked with the real judge.
import Foundation
import Testing

struct AwardCommandTests {
  /// A course whose exercise was passed with the learner's file.
  private func passed() async throws -> LearnerCourse {
    let course = try await LearnerCourse(hasExercise: true)
    try course.write(LearnerCourse.file, try course.text(LearnerCourse.solution))
    let checked = try await course.run(["check", "shares"])
    try #require(checked.status == 0, "\(checked.output)\(checked.errors)")
    return course
  }

  @Test func `without an exercise that was passed there is none, and what to do`() async throws {
    let course = try await LearnerCourse(hasExercise: true)
    let result = try await course.run(["award"])
    #expect(
      result.status == 1 && result.errors.contains("you have passed none yet. Begin with one: lectern watch shares"))
    #expect(!FileManager.default.fileExists(atPath: course.root + "/award.html"))
  }

  @Test func `an award is made, and holds where it is checked again`() async throws {
    let course = try await passed()
    let made = try await course.run(["award", "--name", "Ada Lovelace"])
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.output.hasPrefix("award.html shows 1 exercise and 10 points."))
    let page = try course.text("award.html")
    #expect(page.contains("Ada Lovelace") && page.contains("10 of 10 points"))
    let checked = try await course.run(["award", "--check", "award.html"])
    #expect(checked.status == 0, "\(checked.output)\(checked.errors)")
    #expect(checked.output.hasPrefix("Award of Ada Lovelace, made on 20"))
    #expect(
      checked.output.contains("ok      Shares, 10 points\n") && checked.output.contains("1 of 1 exercise in it holds"))
    // It may be made again, over itself only.
    #expect(try await course.run(["award"]).status == 0)
    try course.write("award.html", "<p>mine</p>")
    let refused = try await course.run(["award"])
    #expect(refused.status == 2 && refused.errors.contains("is no award, so it is left alone"))
    #expect(try course.text("award.html") == "<p>mine</p>")
  }

  @Test func `a file that has changed since is judged as it is, and left out with the reason`() async throws {
    let course = try await passed()
    let solution = try course.text(LearnerCourse.file)
    try course.write(LearnerCourse.file, solution + "\n// Tidier.\n")
    let tidier = try await course.run(["award", "--format", "json"])
    #expect(tidier.status == 0 && tidier.output.contains("// Tidier."), "\(tidier.errors)")
    try course.write(LearnerCourse.file, solution.replacing("return", with: "retrun"))
    let broken = try await course.run(["award"])
    #expect(broken.status == 1)
    #expect(
      broken.errors.contains("left out: shares: your file has changed since it passed, and gets 0 of 10 points now"),
      "\(broken.errors)")
    #expect(!FileManager.default.fileExists(atPath: course.root + "/award.html"))
  }

  @Test func `what the course has no longer is left out, and a place that cannot be written is told at once`()
    async throws
  {
    let course = try await passed()
    try course.write(
      "data/progress.json",
      try course.text("data/progress.json").replacing(
        "\"exercises\" : {", with: "\"exercises\" : { \"poems\" : { \"passedFile\" : \"0\" },"))
    let nowhere = try await course.run(["award", "--out", "nowhere/award.html"])
    #expect(nowhere.status == 2 && nowhere.errors.hasPrefix("lectern: nowhere/award.html: cannot be written: No such"))
    let made = try await course.run(["award"])
    #expect(made.status == 0 && made.errors.contains("left out: poems: this course has no exercise of that name\n"))
    try FileManager.default.removeItem(atPath: course.root + "/" + LearnerCourse.file)
    let without = try await course.run(["award"])
    #expect(without.status == 1, "\(without.output)")
    #expect(without.errors.contains("left out: shares: "), "\(without.errors)")
  }

  @Test func `points that were edited, and a file that does not pass, are found out`() async throws {
    let course = try await passed()
    #expect(try await course.run(["award"]).status == 0)
    let page = try course.text("award.html")
    try course.write("edited.html", page.replacing("10 of 10", with: "20 of 20"))
    let edited = try await course.run(["award", "--check", "edited.html", "--format", "json"])
    #expect(edited.status == 1 && edited.output.contains(#""page":"changed""#), "\(edited.output)")

    let json = try await course.run(["award", "--format", "json"]).output
    try course.write("forged.json", json.replacing(#""earned":10"#, with: #""earned":12"#))
    let forged = try await course.run(["award", "--check", "forged.json"])
    #expect(forged.status == 1 && forged.output.contains("FAILED  Shares: the award says 12 of 10 points"))

    var object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    var works = try #require(object["works"] as? [[String: Any]])
    works[0]["source"] = "func shares(_ values: [Float]) -> [Float] { values }\n"
    object["works"] = works
    try course.write("other.json", String(decoding: JSONSerialization.data(withJSONObject: object), as: UTF8.self))
    let other = try await course.run(["award", "--check", "other.json"])
    #expect(other.status == 1 && other.output.contains("FAILED  Shares: its file gets "), "\(other.output)")
  }

  @Test func `files that are no award are refused with a sentence`() async throws {
    let course = try await LearnerCourse()
    try course.write("page.html", "<!doctype html><p>Hello</p>")
    try Data(count: 17 << 20).write(to: URL(fileURLWithPath: course.root + "/huge.html"))
    for (file, sentence) in [
      ("page.html", "this is no award of lectern"), (LearnerCourse.rows, "this is no award of lectern"),
      ("huge.html", "larger than 16 MB"), ("nowhere.html", "cannot be read"), ("Lessons", "it is a folder"),
      ("/dev/zero", "it is not a file"),
    ] {
      let result = try await course.run(["award", "--check", file])
      #expect(result.status == 2 && result.errors.contains(sentence), "\(file): \(result.errors)")
    }
    #expect(try await course.run(["award", "--check", "page.html", "--name", "Ada"]).status == 2)
  }
}
