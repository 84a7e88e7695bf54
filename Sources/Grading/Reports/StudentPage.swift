// The report for one student: every exercise with what each probe says. One page, no script, nothing fetched.
import Rendering

struct StudentPage {
  struct Work {
    var exercise: GradedExercise
    var mark: Mark
    /// nil if nothing was judged.
    var verdict: Verdict?
    /// Of the attempt that counts.
    var source: [UInt8]?
  }

  var marks: StudentMarks
  var works: [Work]
  var comments: [Comment]

  var source: String {
    let total = "\(marks.total.text) of \(marks.possible) points"
    var header: [HTML] = [
      .element("h1", text: ReportParts.name(marks.student)), .element("p", ["class": "summary"], text: total),
    ]
    if let refusal = marks.refusal {
      header.append(.element("p", ["class": "failed"], text: "The submission was not taken: \(refusal)"))
    }
    header += comments.filter(\.exercise.isEmpty).map(Self.comment)
    return HTMLPage.source(
      title: "\(ReportParts.name(marks.student)): \(total)", header: header, main: [overview] + works.map(html),
      rules: ReportParts.rules)
  }

  private var overview: HTML {
    ReportParts.table(
      ["exercise", "#points", "#of", "handed in"],
      works.map { work in
        [
          .element("a", ["href": "#\(SafeName.of(work.exercise.id))"], text: work.exercise.title),
          .text(work.mark.text), .text("\(work.exercise.points)"), .text(work.mark.handedIn?.local() ?? "no"),
        ]
      })
  }

  private func html(_ work: Work) -> HTML {
    var parts: [HTML] = [.element("h2", [:], [.text("\(work.exercise.title) "), Self.result(work)])]
    parts.append(ReportParts.quiet(Self.facts(work).joined(separator: " · ")))
    if let override = work.mark.override {
      parts.append(
        .element("p", [:], text: "\(override.author) set this mark to \(override.mark.text): \(override.reason)"))
    }
    parts += comments.filter { $0.exercise == work.exercise.id }.map(Self.comment)
    if let verdict = work.verdict { parts += Self.html(verdict) }
    if let source = work.source {
      let code = CodeHTML.html(for: String(decoding: source, as: UTF8.self), firstLine: 1)
      parts.append(
        .element("details", [:], [.element("summary", text: "the file that was judged"), code]))
    }
    return .element("section", ["class": "exercise", "id": SafeName.of(work.exercise.id)], parts)
  }

  private static func result(_ work: Work) -> HTML {
    switch work.mark.state {
    case .marked:
      ReportParts.status(work.mark.outcome == .passed ? "passed" : "failed", isGood: work.mark.outcome == .passed)
    case .notHandedIn: ReportParts.status("not handed in", isGood: false)
    case .refused: ReportParts.status("refused", isGood: false)
    case .couldNotCheck: ReportParts.status("could not be checked, costs no points", isGood: nil)
    }
  }

  private static func facts(_ work: Work) -> [String] {
    let mark = work.mark
    var facts = ["\(mark.text) of \(work.exercise.points) points"]
    if let earned = mark.earned, mark.deducted.hundredths > 0 {
      facts.append(
        "\(earned) earned, less \(mark.deducted.text) for being late by \(TimeSpan(seconds: mark.late).text)")
    } else if mark.late > 0 {
      facts.append("late by \(TimeSpan(seconds: mark.late).text), which costs nothing")
    }
    if let handedIn = mark.handedIn { facts.append("handed in \(handedIn.local())") }
    if mark.attempts > 1 { facts.append("\(mark.attempts) attempts, the best counts") }
    if let file = mark.file { facts.append(ReportParts.name(file)) }
    if mark.isolation == Verdict.Isolation.none { facts.append("judged without a box") }
    return facts
  }

  private static func comment(_ comment: Comment) -> HTML {
    .element("p", ["class": "comment"], text: "\(comment.author), \(comment.at.local()): \(comment.text)")
  }

  private static func html(_ verdict: Verdict) -> [HTML] {
    var parts: [HTML] = []
    if let message = verdict.message {
      let place = verdict.line.map { "line \($0)" + (verdict.column.map { ", column \($0)" } ?? "") + ": " } ?? ""
      parts.append(.element("pre", ["class": "wrapped"], text: place + message))
    }
    guard !verdict.probes.isEmpty else { return parts }
    let rows = verdict.probes.map { probe -> [HTML] in
      var says = probe.explanation.map { HTML.element("p", text: $0) }
      if probe.visible, let numbers = probe.difference.flatMap(DifferenceHTML.html) { says.append(numbers) }
      let isGood: Bool? = probe.status == .couldNotCheck ? nil : probe.status == .passed
      return [
        .text(probe.name), ReportParts.status(probe.status.words, isGood: isGood),
        .text("\(probe.earned) of \(probe.points)"), says.joined(),
      ]
    }
    return parts + [ReportParts.table(["probe", "result", "#points", "what it says"], rows)]
  }
}
