// `list`, `new`, `verify`, `doctor`: the commands round the lessons.
import Foundation
import Testing

struct CourseCommandTests {
  @Test("list names every lesson with number, slug, title and path")
  func list() async throws {
    let result = try await LecternProcess.run(["list", "--format", "json"])
    #expect(result.status == 0)
    #expect(result.output.contains(#""number":"2.6""#) && result.output.contains(#""slug":"attention""#))
  }

  @Test("a new lesson runs and verifies as it stands, and is never written over another")
  func newLesson() async throws {
    let course = try TemporaryCourse("# A\n")
    let made = try await LecternProcess.run(["new", "lesson", "02-second/03-fresh.md"], in: course.root)
    #expect(made.status == 0, "\(made.errors)")
    let path = "Lessons/02-second/03-fresh.md"
    #expect(FileManager.default.fileExists(atPath: "\(course.root)/\(path)"))
    let verified = try await LecternProcess.run(["verify", path], in: course.root)
    #expect(verified.status == 0, "\(verified.output)")
    let again = try await LecternProcess.run(["new", "lesson", "02-second/03-fresh.md"], in: course.root)
    #expect(again.status == 2)
  }

  @Test("verify fails on a drifted expect block; --promote mends it, and changes nothing else")
  func promote() async throws {
    let before =
      "# A\r\n\r\n- item\r\n\r\n  ```swift\r\n  print(\"now\")\r\n  ```\r\n\r\n  ```expect\r\n  then\r\n  ```\r\n\r\ntail  \r\n"
    let course = try TemporaryCourse(before)
    #expect(try await LecternProcess.run(["verify", course.lesson], in: course.root).status == 1)
    #expect(try String(contentsOfFile: course.path, encoding: .utf8) == before)
    #expect(try await LecternProcess.run(["verify", course.lesson, "--promote"], in: course.root).status == 0)
    #expect(try String(contentsOfFile: course.path, encoding: .utf8) == before.replacing("then", with: "now"))
    #expect(try await LecternProcess.run(["verify", course.lesson], in: course.root).status == 0)
  }

  @Test("--seed takes the place of the lesson's seed; verify says so, and promotes nothing with it")
  func seed() async throws {
    let course = try TemporaryCourse("---\nseed: 3\n---\n\n```swift\nprint(lessonSeed)\n```\n\n```expect\n3\n```\n")
    #expect(try await LecternProcess.run(["verify", course.lesson, "--seed", "3"], in: course.root).status == 0)
    let other = try await LecternProcess.run(["verify", course.lesson, "--seed", "8"], in: course.root)
    #expect(other.status == 1 && other.output.contains("with the seed 8, not its own"), "\(other.output)")
    #expect(try await course.run(["--seed", "8"]).events().text == "8\n")
    #expect(
      try await LecternProcess.run(["verify", course.lesson, "--seed", "8", "--promote"], in: course.root).status == 2)
  }

  @Test("doctor finds this machine fit, by running a step")
  func doctor() async throws {
    let result = try await LecternProcess.run(["doctor", "--format", "json"])
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.contains(#""name":"a step runs","status":"ok""#))
  }

  @Test("doctor without a toolchain is status 3 and still checks the rest")
  func doctorWithout() async throws {
    let result = try await LecternProcess.run(["doctor", "--format", "json"], environment: ["PATH": "/bin"])
    #expect(result.status == 3)
    #expect(result.output.contains(#""status":"missing""#) && result.output.contains(#""name":"cache""#))
  }

  @Test("doctor --clear-cache empties the cache")
  func clearCache() async throws {
    let course = try TemporaryCourse("```swift\n1\n```\n")
    let cache = course.root + "/cache"
    let environment = ["LECTERN_CACHE": cache]
    #expect(try await course.run(environment: environment).status == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: cache + "/steps").count == 1)
    // The trial step of the examination itself is compiled afterwards.
    let result = try await LecternProcess.run(["doctor", "--clear-cache"], environment: environment)
    #expect(result.errors.contains("removed 1 compiled step"))
  }
}
