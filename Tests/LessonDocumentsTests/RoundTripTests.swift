// read → write → read gives the same lesson (LESSON_FORMAT rule 14).
import Foundation
import Testing

@testable import LessonDocuments

struct RoundTripTests {
  private func check(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let first = try LessonReader.read(text, named: "l.md").lesson
    let written = LessonWriter.text(of: first)
    let second = try LessonReader.read(written, named: "l.md").lesson
    #expect(
      first.withoutPositions == second.withoutPositions, "written: \(written.debugDescription)",
      sourceLocation: sourceLocation)
    #expect(LessonWriter.text(of: second) == written, sourceLocation: sourceLocation)
  }

  @Test(
    "blocks",
    arguments: [
      "", "\n\n", "# A\n\n###### B #\n\n#\n", "Two\nlines\n===\n\nmore *of\nit*\n---\n", "***\n\n- - -\n",
      "> a\n>\n> > b\n>\n>\n\n>\n",
      "- a\n- b\n\n  c\n- \n- d\n", "- a\n- b\n", "1) a\n2) b\n\n7. c\n8. d\n", "- a\n+ b\n* c\n", "- - - a\n",
      "- - -&#32;\n", "- *    *\n", "0. a\n\n999999999. b\n",
      "- a\n\n      code\n\n    no longer in a\n", "- a\n-\n\n    code\n", "-     code\n- \n      code\n",
      "+     ---\n", "-\n    <div>\n", "    a\n\n\n      b\n",
      "    a\n\n[x]: y\n\n    b\n", "- a\n\n[x]: y\n\n- b\n", "1. a\n   - b\n   - c\n\n   d\n2. e\n",
      "- a\n  > b\n  ```\n  c\n  ```\n  # d\n- e\n",
      "```\n````\n```\n", "~~~ a`b\n```\n~~~\n", "````swift title=\"x &amp;amp; \\\\ y\" id=a\n```\n````\n",
      "```\n\n\n```\n", "- ```swift\n  a\n\n    b\n  \tc\n\n  ```\n",
      "<div>\n*a*\n\n</div>\n\n<!-- a\n\nb -->\ntext\n", "> <!-- a\n>\n>   b\n\n<!-- open\n\n\n",
      "<!-- end list -->\n\n- a\n\n<!-- end list -->\n\n- b\n",
      "[a]: b\n<b>\n", "[a]: b\n    <div>\n", "a\n        # b\n        <div>\n", "\u{FEFF}\u{FEFF}a\n",
      "\u{FEFF}a\r\n\r\nb\rc",
    ])
  func blocks(_ text: String) throws {
    try check(text)
  }

  @Test(
    "what stands in a paragraph",
    arguments: [
      "a\\\nb  \nc\nd\n", "&#32;a&#32;\n&#9;b&nbsp;\n", "*&nbsp;a*&nbsp;\n", "1986\\. a\n1. b\n",
      "\\- a\n\\+\n\\> b\n\\# c\n\\=\n", "a\n    1. b\n    - c\n    ~~~\n    ===\n",
      "-5 +3 #tag a_b_c _a_ snake_case_ 2*3 a * b\n",
      "\\*a\\* \\_a\\_ \\`a\\` \\[a\\](b) \\<b> &amp;lt; \\&amp; a & b &#10; \\\\\n", "!\\[a](b) !&#91;a](b)\n",
      "`a` `` ` `` `` a`b `` `  ` ` a ` `  a` `a``b` ``` `` ```\n",
      "*a* **b** ***c*** *a **b** c* **a *b* c** _a_b_c_ *a*_b_ **a**__b__\n", "***a* b** ***a** b* *(a)*b a*(b)*\n",
      "**foo*bar*baz** *a__b__c* *a _b_* **a*b*** &eacute;*(a)*\n",
      "[a](b) [a](<b c> \"d\") [a]() [a](<> 't') [*a*`]`](b) [a](b\\)c) [a](b&amp;c)\n",
      "[a](b 'say \"x\" \\\\ &amp;amp;\nmore')\n", "[a](<&#32;b&#10;>)\n",
      "![a *b*](c \"d\") ![[a](b)](c) [![a](b)](c) !&#32;[a](b)\n", "x![a](b)! [a](b)\n",
      "<http://a.b/c?d=e&f=g> <https://a.b> <mailto:a@b.c> <a@b.c> <x:y>\n", "[http://a.b](http://a.b)\n",
      "a <b c='d'> <!-- e\n   - f --> <?g?> </b>\n",
      "[a][b] [b] [B][]\n\n[b]: c 'd'\n", "# 1. a #b\\# ~ `c` #\n", "\u{a0}a\u{2003}\n", "tab\tin text\n",
      "{{a.b}} {{{c}}}\n", "a\u{1}b\u{2028}c\n",
    ])
  func inlines(_ text: String) throws {
    try check(text)
    // In containers too, where lines begin elsewhere.
    try check("> " + text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n> "))
    try check("10. " + text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n    "))
  }

  @Test(
    "front matter",
    arguments: [
      "title: A", "title: \"a: b # c\"", "title: 'it''s \\ \"q\"'", "title: '- a'", "title: \"12\"", "title: ~",
      "summary: yes", "minutes: 18",
      "objectives: []", "objectives: [\"a: b\", \"{x}\", \"*y\", \"é ≈ 👍\", \"\\x07\"]",
      "needs: [\"1.1\", 2.10, \"null\"]", "seed: 18446744073709551615", "timeout: 0.1",
      "title: a\\n", "title: \"---\"", "title: \(String(repeating: "word ", count: 60))",
    ])
  func frontMatter(_ yaml: String) throws {
    try check("---\n\(yaml)\n---\n\n# T\n")
    try check("---\n\(yaml)\n---\n")
  }

  @Test("steps, expectations, quizzes and notes come back with all they say")
  func lesson() throws {
    try check(
      """
      ---
      title: T
      ---
      - ~~~swift id=a title="A & `b`" trace=all timeout=2 predict="it *falls* | 1 < 2" reveal
        let x = "```"
      \t
          indented
        ~~~

        ~~~expect
        ≈1 ...
        ~~~

      > ```quiz
      > Q *e*?
      >
      > - [x] a
      >   because
      > - [ ] b
      > ```

      <!-- notes:
      Say

      this.
      -->
      text {{a.x:%.2f}}
      """)
  }

  @Test("a written lesson reads well: lines stay as they were wrapped, marks are the plain ones")
  func spelling() throws {
    let text = """
      ---
      title: "T"
      minutes: 5
      ---

      # Title

      A paragraph with *emphasis*, **strong**, `code` and a
      [link](https://a.b/c_d). It costs 5 * 3 = 15; a_b_c & more!

      - one
      - two
        1. three
        2. four

      > quote

      ```swift id=a title="A"
      let x = 1
      ```

      """
    let lesson = try LessonReader.read(text, named: "l.md").lesson
    #expect(LessonWriter.text(of: lesson) == text)
  }
}
