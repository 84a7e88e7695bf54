import Foundation
import Rendering
import StepRecords
import Testing

@testable import Grading

/// What a learner sees of a verdict.
@Suite struct VerdictPictureTests {
  private let source = "func softmax(_ logits: [Float]) -> [Float] {\n  let total: Int = logits\n  return []\n}\n"

  private func picture(_ verdict: Verdict, _ options: TextOptions = TextOptions(width: 80)) -> String {
    VerdictPicture(
      verdict, .init(title: "Softmax", fileName: "Softmax.swift", lesson: "2.6", hasHints: true), source: source,
      options: options
    ).lines.encoded(options)
  }

  private func compared(_ name: String, _ expected: ProbedValue, _ actual: ProbedValue) -> ProbeVerdict {
    ProbeVerdict(
      name: name, visible: true, status: .failed, earned: 0, points: 2,
      message: DifferenceText.sentences(expected: expected, actual: actual, tolerance: .standard),
      difference: ValueComparison.difference(expected: expected, actual: actual, tolerance: .standard),
      code: "softmax([1, 2, 3])")
  }

  private var failed: Verdict {
    var mistaken = compared(
      "large logits stay finite", .numbers(shape: [2], values: [0.25, 0.75]),
      .numbers(shape: [2], values: [.nan, .nan]))
    mistaken.mistake = "Overflow"
    mistaken.message = "The exponential of a large logit is infinite."
    let probes = [
      ProbeVerdict(name: "sums to one", visible: true, status: .passed, earned: 2, points: 2, message: ""),
      compared(
        "two rows", .numbers(shape: [2, 2], values: [0.25, 0.75, 0.5, 0.5]),
        .numbers(shape: [2, 2], values: [0.25, 0.75, 1, 1])),
      mistaken,
      ProbeVerdict(
        name: "\u{1b}[2Jrows", visible: true, status: .notRun, earned: 0, points: 1,
        message: "it needs \"two rows\" to pass first"),
      ProbeVerdict(
        name: "hidden probe 1", visible: false, status: .failed, earned: 0, points: 3,
        message: "what came back is not right"),
    ]
    return Verdict(exercise: "softmax", verdict: .failed, earned: 2, points: 10, isolation: .box, probes: probes)
  }

  @Test func `a failed probe shows what it asks, what differs and where`() {
    #expect(
      picture(failed) == """
        softmax  Softmax
          ✓ sums to one                                                              2/2
          ✗ two rows                                                                 0/2
              softmax([1, 2, 3])
              at [1, 0]: 1, expected 0.5
              2 of 4 numbers are wrong; the largest error is 0.5
              the rows sum to 1, 2; each should sum to 1

              expected           yours
                    0      1           0      1
              0  0.25   0.75     0  0.25   0.75
              1  0.50   0.50     1  1.00*  1.00*

          ✗ large logits stay finite                                                 0/2
              softmax([1, 2, 3])
              ▌ The exponential of a large logit is infinite.
              at [0]: nan, expected 0.25
              all 2 numbers are wrong

                           0      1
              expected  0.25   0.75
                 yours   nan*   nan*

          – ␛[2Jrows                                                                 0/1
              it needs "two rows" to pass first
          ✗ 1 hidden probe failed                                                    0/3

        2 of 10 points.  A hint: lectern hint softmax  The lesson: lectern run 2.6

        """)
  }

  @Test func `what has been told is told once`() {
    var verdict = failed
    verdict.probes[1] = verdict.probes[2]
    let stopped = ProbeVerdict(
      name: "rows", visible: true, status: .failed, earned: 0, points: 1,
      message: "Index out of range (Softmax.swift:2)", line: 2, printed: "so far\n")
    verdict.probes[3] = stopped
    verdict.probes.insert(stopped, at: 4)
    verdict.probes[5].mistake = "Other"
    verdict.probes[5].message = "Which axis?"
    verdict.probes.append(verdict.probes[5])
    let text = picture(verdict)
    let count = { (part: String) in text.components(separatedBy: part).count - 1 }
    #expect(count("▌ The exponential of a large logit is infinite.") == 1)
    #expect(count("at [0]: nan, expected 0.25") == 2)
    #expect(count("nan*") == 2)
    #expect(count("Index out of range (Softmax.swift:2)") == 1)
    #expect(count("let total: Int = logits") == 1)
    #expect(count("so far") == 2)
    #expect(count("the same as above") == 2)
    #expect(count("2 hidden probes failed") == 1)
    #expect(count("▌ Which axis?") == 1)
  }

  @Test func `hidden probes are counted by how they went`() {
    var verdict = failed
    let passed = ProbeVerdict(name: "hidden probe 2", visible: false, status: .passed, earned: 2, points: 2)
    verdict.probes += [passed, passed]
    #expect(picture(verdict).contains("✗ 3 hidden probes: 1 failed, 2 passed"))
    verdict.probes.removeAll { !$0.visible && $0.status == .failed }
    #expect(picture(verdict).contains("✓ 2 hidden probes passed"))
    #expect(!picture(verdict).contains("hidden probe 2"))
  }

  @Test func `what does not compile is shown at its place`() {
    let verdict = Verdict(
      exercise: "softmax", verdict: .failed, points: 10, isolation: .none,
      message: "Softmax.swift does not compile: cannot convert '[Float]' to 'Int'", line: 2, column: 20)
    #expect(
      picture(verdict, TextOptions(width: 80, ascii: true)) == """
        softmax  Softmax

        Softmax.swift:2:20  does not compile
            let total: Int = logits
                             ^ cannot convert '[Float]' to 'Int'

        0 of 10 points.  A hint: lectern hint softmax  The lesson: lectern run 2.6
        It ran without a box (--unsafe-local), as you.

        """)
  }

  @Test func `passing is said in two lines, and what could not be checked is nobody's fault`() {
    var verdict = failed
    verdict.verdict = .passed
    verdict.earned = 10
    #expect(picture(verdict).contains("Well done.  How we wrote it: lectern solution softmax"))
    verdict.verdict = .couldNotCheck
    verdict.message = "the disk is full"
    let text = picture(verdict)
    #expect(text.contains("not your doing"))
    #expect(text.contains("the disk is full"))
  }

  @Test(arguments: [60, 80, 120]) func `nothing is wider than the terminal, whatever its colours`(width: Int) {
    for options in [
      TextOptions(width: width), TextOptions(width: width, color: .twoHundredFiftySix),
      TextOptions(width: width, color: .sixteen, ascii: true),
    ] {
      let plain = picture(failed, options).replacing(#/\u{1b}\[[0-9;]*m/#, with: "")
      for line in plain.split(separator: "\n") { #expect(line.count <= width, "\(line)") }
      #expect(!plain.contains("\u{1b}"))
      if options.ascii { #expect(plain.utf8.allSatisfy { $0 < 0x7f }) }
    }
  }
}
