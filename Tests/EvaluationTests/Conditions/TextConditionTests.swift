// Conditions on texts, their verdicts and their YAML.
import Evaluation
import Testing
import YAMLReading
import YAMLTrees

@Suite("A condition on a text")
struct TextConditionTests {
  @Test("holds or names the part that failed, and why")
  func verdicts() throws {
    let cases: [(TextCondition, String, Bool, String)] = [
      (.contains("Birk"), "To Birk at seven", true, "it contains \"Birk\" at character 3"),
      (.contains("birk"), "To Birk", false, "it does not contain \"birk\""),
      (.contains("birk", ignoringCase: true), "To BIRK", true, "it contains \"birk\" at character 3"),
      (.equals("seven"), "eight", false, "it is \"eight\", not \"seven\""),
      (.equals("STRASSE", ignoringCase: true), "strasse", true, "it is \"STRASSE\""),
      (.begins("At"), "In Birk", false, "it begins with \"In\", not \"At\""),
      (.ends("?"), "Really?", true, "it ends with \"?\""),
      (.ends("very long ending"), "no", false, "it ends with \"no\", not \"very long ending\""),
      (.matches(try TextPattern("[0-9]+:[0-9]{2}")), "at 8:15", true, "\"8:15\" in it matches \"[0-9]+:[0-9]{2}\""),
      (.matches(try TextPattern("^[0-9]+$")), "at 8", false, "nothing in it matches \"^[0-9]+$\""),
      (.length(1...2, of: .words), "one two three", false, "it has 3 words; 1 to 2 are wanted"),
      (.length(5...Int.max), "👩‍✈️", false, "it has 1 character; 5 or more are wanted"),
      (.not(.contains("!")), "Leave!", false, "it contains \"!\" at character 5, and may not"),
      (.and([]), "x", true, "there is nothing to hold"), (.or([]), "x", false, "there is no part that could hold"),
    ]
    for (condition, text, holds, reason) in cases {
      let verdict = condition.verdict(on: text)
      #expect(verdict.holds == holds && verdict.reason == reason, "\(condition): \(verdict.reason)")
    }
  }

  @Test("of several parts names the one that decided")
  func parts() {
    let condition = TextCondition.and([
      .contains("Birk"), .or([.ends("."), .ends("!")]), .not(.contains("know")), .length(0...30),
    ])
    #expect(condition.verdict(on: "To Birk!").holds)
    let missing = condition.verdict(on: "To Gull!")
    #expect(missing.part == .contains("Birk"))
    let open = condition.verdict(on: "To Birk")
    #expect(open.part == .or([.ends("."), .ends("!")]) && !open.holds)
    #expect(open.reason == "it ends with \"k\", not \".\", and it ends with \"k\", not \"!\"")
    #expect(condition.verdict(on: "I do not know Birk.").part == .not(.contains("know")))
  }

  @Test("compares characters as they are written, not as they look")
  func scalars() {
    #expect(!TextCondition.contains("caf\u{E9}").verdict(on: "cafe\u{301}").holds)
  }

  @Test("is read from YAML as it is written in Swift")
  func yaml() throws {
    let read = try TextCondition(
      yaml: """
        - Birk
        - or: [{ends: .}, {ends: "!"}]
        - not: {contains: I DO NOT KNOW, ignoringCase: true}
        - length: {from: 2, to: 30, of: words}
        - matches: "[0-9]"
          begins: At
        """)
    let written = TextCondition.and([
      .contains("Birk"), .or([.ends("."), .ends("!")]), .not(.contains("I DO NOT KNOW", ignoringCase: true)),
      .length(2...30, of: .words), .and([.matches(try TextPattern("[0-9]")), .begins("At")]),
    ])
    #expect(read == written)
  }

  @Test("in YAML is refused with everything that is wrong, and where")
  func problems() throws {
    let yaml = """
      and:
        - contain: Birk
        - length: {from: 9, to: 3}
        - matches: "(open"
        - or: none
        - length: {least: 3}
        - not:
        - {contains: x, ignoringCase: perhaps}
      """
    let error = #expect(throws: SettingsError.self) { try TextCondition(yaml: yaml, file: "task.yaml") }
    let problems = try #require(error).problems
    #expect(problems.map(\.line) == [2, 3, 4, 5, 6, 7, 8])
    #expect(problems[0].message.contains("the nearest is contains"))
    #expect(problems[1].message.contains("from 9 to 3") && problems[2].message.contains("(open"))
    #expect(problems[3].message.contains("must be a list") && problems[4].message.contains("least"))
    #expect(problems[5].message.contains("empty") && problems[6].message.contains("true or false"))
    #expect(error.map { "\($0)".hasPrefix("task.yaml:2:5: ") } == true)
  }
}
