// `lectern list` with states and filters.
import Foundation
import Testing

struct ListTests {
  private func course() async throws -> LearnerCourse {
    let course = try await LearnerCourse(hasExercise: true)
    try course.know(
      lessons: [LearnerCourse.counting: LearnerCourse.done, LearnerCourse.rows: LearnerCourse.left],
      exercises: ["shares": #"{"attempts":2,"earned":4,"points":10}"#])
    return course
  }

  @Test func `each lesson and exercise is listed with its state and score`() async throws {
    let course = try await course()
    let expected = """
      1  First steps
        1.1  counting  done         1/1 right   Counting
             shares    started     4/10 points  Shares

      2  Shapes
        2.1  rows      started 1/3              Rows and columns

      """
    #expect(try await course.run(["list"]).output == expected)
    #expect(try await course.run(["list", "--plain"]).output.contains("Lesson 2.1, rows: started, 1 of 3 steps. Rows"))
  }

  @Test(arguments: [
    (["2"], ["rows"]), (["counting"], ["counting"]), (["--exercises"], ["shares"]),
    (["--lessons", "--state", "started"], ["rows"]), (["--state", "done"], ["counting"]),
    (["1", "--state", "started"], ["shares"]),
  ])
  func `filters leave what matches`(_ arguments: [String], _ names: [String]) async throws {
    let course = try await course()
    let output = try await course.run(["list"] + arguments).output
    let found = ["counting", "rows", "shares"].filter { output.contains(" \($0) ") }
    #expect(found == names, "\(output)")
  }

  @Test func `a filter that leaves nothing says what there is, and is no failure`() async throws {
    let course = try await course()
    let unknown = try await course.run(["list", "cuonting"])
    #expect(unknown.status == 0 && unknown.output.isEmpty)
    #expect(unknown.errors == "nothing matches \"cuonting\"; the nearest is counting\n")
    let none = try await course.run(["list", "2", "--state", "done", "--format", "json"])
    #expect(none.status == 0 && none.output == "{\"exercises\":[],\"lessons\":[]}\n")
    #expect(
      none.errors.contains("The chapters: 1 First steps, 2 Shapes. Lessons and exercises: 0 new, 2 started, 1 done"),
      "\(none.errors)")
    #expect(try await course.run(["list", "--state", "finished"]).status == 2)
  }

  @Test func `--concepts lists the glossary's terms, each with the steps that show it`() async throws {
    let course = try TemporaryCourse("# A\n\n```swift id=sum shows=\"node, nodle\"\nlet a = 1\n```\n")
    let glossary = "# Glossary\n\n## layer\n\nNodes side by side.\n\n## node\n\nA sum.\n"
    try Data(glossary.utf8).write(to: URL(fileURLWithPath: course.root + "/Lessons/glossary.md"))
    let list = try await LecternProcess.run(["list", "--concepts"], in: course.root)
    #expect(list.status == 0 && list.output == "layer  no step\nnode   1.1 sum\n", "\(list.output)")
    #expect(list.errors.contains("01-try.md:3: shows=\"nodle\""), "\(list.errors)")
    let meant = try await LecternProcess.run(
      ["list", "--concepts", "--definitions", "--plain", "lay"], in: course.root)
    #expect(meant.output == "layer: no step. Nodes side by side.\n", "\(meant.output)")
    let json = try await LecternProcess.run(["list", "--concepts", "node", "--format", "json"], in: course.root).output
    let path = "Lessons/01-first/01-try.md"
    let steps = "[{\"lesson\":\"1.1\",\"line\":3,\"path\":\"\(path)\",\"step\":\"sum\"}]"
    #expect(json == "{\"concepts\":[{\"definition\":\"A sum.\",\"steps\":\(steps),\"term\":\"node\"}]}\n", "\(json)")
    let none = try await LecternProcess.run(["list", "--concepts", "laier"], in: course.root)
    #expect(none.status == 0 && none.output.isEmpty && none.errors.contains("the nearest is \"layer\""))
    #expect(try await LecternProcess.run(["list", "--concepts", "--lessons"], in: course.root).status == 2)
  }

  @Test func `JSON says the same in fields`() async throws {
    let course = try await course()
    let output = try await course.run(["list", "--format", "json"]).output
    let object = try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: [[String: Any]]])
    let rows = try #require(object["lessons"]?.last)
    #expect(rows["state"] as? String == "started" && rows["place"] as? String == "b")
    #expect(rows["steps"] as? Int == 3 && rows["stepsDone"] as? Int == 1)
    let counting = try #require(object["lessons"]?.first)
    #expect(counting["questions"] as? Int == 1 && counting["questionsRightAtFirst"] as? Int == 1)
    let shares = try #require(object["exercises"]?.first)
    #expect(shares["state"] as? String == "started" && shares["earned"] as? Int == 4)
  }
}
