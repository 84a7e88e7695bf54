import Foundation
import Testing

@testable import Grading

@Suite struct LatePolicyTests {
  private static let policy = "due=2026-12-01T23:59,grace=15m,slope=10%/day,cap=50%"

  @Test(arguments: [
    // A minute lasts to its end.
    ("2026-12-01T12:00:00Z", "0%", "10"), ("2026-12-01T23:59:59Z", "0%", "10"),
    ("2026-12-02T00:14:59Z", "0%", "10"), ("2026-12-02T00:15:00Z", "10%", "9"), ("2026-12-02T23:59:59Z", "10%", "9"),
    ("2026-12-03T00:00:00Z", "20%", "8"), ("2026-12-06T12:00:00Z", "50%", "5"), ("2036-01-01T00:00:00Z", "50%", "5"),
  ])
  func `lateness takes off what the policy says`(handedIn: String, deducted: String, mark: String) throws {
    let utc = try #require(TimeZone(identifier: "UTC"))
    let policy = try LatePolicy(Self.policy, zone: utc)
    let share = policy.lateness(handedIn: try #require(Moment(handedIn)), due: policy.due).deducted
    #expect(share.text == deducted)
    #expect(Points(10).less(share).text == mark)
  }

  @Test(arguments: [
    ("", 1, "not KEY=VALUE"), ("grace=15m", 1, "due=… is missing"), ("due=tomorrow", 1, "no time"),
    ("due=2026-02-30", 1, "no time"), ("due=2026-12-01,late=5%", 16, "nearest is \"slope\""),
    ("due=2026-12-01,slope=10", 16, "no slope"), ("due=2026-12-01,slope=10%/year", 16, "no slope"),
    ("due=2026-12-01,cap=150%", 16, "no share"), ("due=2026-12-01,grace=-5m", 16, "no time"),
    ("due=2026-12-01,due=2026-12-02", 16, "twice"), ("due=2026-12-01,,", 16, "not KEY=VALUE"),
    ("due=2026-12-01\u{1b}[2J", 1, "no time"),
  ])
  func `what makes no sense is told with its place`(text: String, column: Int, part: String) throws {
    let error = try #require(throws: LateSyntaxError.self) { try LatePolicy(text) }
    #expect(error.column == column)
    // Of unknown keys the nearest name may be any; the sentence names one.
    #expect("\(error)".contains(part) || part.hasPrefix("nearest") && "\(error)".contains("nearest"))
    #expect(!"\(error)".contains("\u{1b}"))
  }

  @Test func `a policy is written as it can be read again`() throws {
    let policy = try LatePolicy("due=2026-12-01T23:59+01:00,slope=2.5%/hour,cap=33.3%")
    #expect(try LatePolicy(policy.text) == policy)
    #expect(policy.text == "due=2026-12-01T22:59:59Z,grace=0s,slope=2.5%/hour,cap=33.3%")
  }

  @Test func `slopes and lengths beyond all measure do not overflow`() throws {
    let policy = try LatePolicy("due=1970-01-01T00:00:00Z,slope=100%/hour,grace=999999d")
    #expect(policy.lateness(handedIn: Moment(milliseconds: .max / 2), due: policy.due).deducted == .whole)
  }

  @Test func `extensions move the time it was due`() throws {
    let due = try #require(Moment("2026-12-01T12:00:00Z"))
    let longer = Extension(student: "ada", length: try #require(Extension.Length("+1d12h")))
    #expect(longer.due(instead: due).text == "2026-12-03T00:00:00Z")
    let until = Extension(student: "ada", length: try #require(Extension.Length("2026-12-24T00:00:00Z")))
    #expect(until.due(instead: due).text == "2026-12-24T00:00:00Z")
    for text in ["2d", "+", "+2", "+2w", "soon"] { #expect(Extension.Length(text) == nil, "\(text)") }
  }
}

@Suite struct StudentTableTests {
  private func read(_ text: String, _ name: String) throws -> [StudentTable.Row] {
    let folder = try TemporaryClass()
    try folder.write(text, to: name)
    return try StudentTable(file: "\(folder.submissions)/\(name)").rows
  }

  @Test func `YAML and CSV say the same`() throws {
    let yaml = try read("ada: +2d\n\"bob, the 2nd\":\n  softmax: 2026-12-05T12:00\n", "a.yaml")
    let csv = try read(
      "student,exercise,value\r\nada,,+2d\r\n\"bob, the 2nd\",softmax,2026-12-05T12:00\r\n", "a.csv")
    #expect(
      yaml.map { [$0.student, $0.exercise ?? "", $0.value] } == csv.map { [$0.student, $0.exercise ?? "", $0.value] })
    #expect(yaml.map(\.line) == [1, 3] && csv.map(\.line) == [2, 3])
  }

  @Test(arguments: [
    ("a.yaml", "ada: [", 1), ("a.yaml", "ada: +2d\nada: +3d", 1), ("a.yaml", "- ada", 1),
    ("a.yaml", "ada: +1d\nbob:\n - x", 2),
    ("a.csv", "name,value\n", 1), ("a.csv", "student,exercise,value\nada,+2d\n", 2),
    ("a.csv", "student,exercise,value\nada,,\"+2d\n", 2),
  ])
  func `what makes no sense is told with its line`(name: String, text: String, line: Int) throws {
    let error = try #require(throws: StudentTableError.self) { try read(text, name) }
    guard case .wrong(_, let found, _) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(found >= line)
  }
}
