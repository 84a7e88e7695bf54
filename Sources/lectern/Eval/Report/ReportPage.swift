// A report as a page: one file, no script, everything that a model or a voter wrote escaped.
import Evaluation
import Grading
import Rendering

struct ReportPage {
  let report: EvaluationReport
  private let seed: Int
  private let numbers = NumberText(TextOptions())

  init(_ report: EvaluationReport, seed: Int) { (self.report, self.seed) = (report, seed) }

  private static let rules: StaticString = """
    header,main{max-width:62rem}
    svg .whisker{stroke:var(--ink);stroke-width:1.5}svg .diagonal{stroke:var(--quiet);stroke-dasharray:5 4}
    table{width:auto}td,th{padding-right:1.2rem}
    .pictures{display:flex;flex-wrap:wrap;gap:1.5rem;align-items:flex-start}.pictures figure{margin:0}
    .sample{margin:1rem 0;padding:.2rem 1rem .8rem;border:1px solid var(--rule);border-radius:.5rem}
    .sample pre{white-space:pre-wrap;overflow-wrap:anywhere;max-height:16rem;overflow-y:auto}
    .sample p{margin:.6em 0 .2em}details.samples>summary{padding-left:0;color:var(--link)}
    @media print{.sample{break-inside:avoid}.sample pre{max-height:none}}
    """

  private var sections: [(id: String, title: String, parts: [HTML])] {
    [
      ("ranks", "Ranks", ranks), ("tasks", "Each task", tasks), ("reliability", "Reliability", reliability),
      ("arena", "Arena", arena), ("samples", "Samples", samples),
    ].filter { !$0.2.isEmpty }
  }

  var source: String {
    let examples = report.ranking.tasks.reduce(0) { $0 + $1.examples }
    let facts = [
      numbers.counted(report.models.count, "model"), numbers.counted(report.tasks.count, "task"),
      numbers.counted(examples, "example"),
    ]
    let sections = sections
    let contents = sections.map {
      HTML.element("li", [:], [.element("a", ["href": "#\($0.id)"], text: $0.title)])
    }
    return HTMLPage.source(
      title: "Evaluation",
      header: [
        .element("h1", text: "Evaluation"), .element("p", ["class": "facts"], text: facts.joined(separator: " · ")),
        .element("nav", ["aria-label": "Contents"], [.element("ol", [:], contents)]),
      ], main: sections.map { ReportParts.section($0.id, $0.title, $0.parts) }, rules: Self.rules,
      generator: "lectern eval report")
  }

  // MARK: Ranks

  private var ranks: [HTML] {
    var parts: [HTML] = []
    if !report.ranking.overall.isEmpty {
      parts.append(
        ReportParts.quiet(
          "The mean over \(numbers.counted(report.ranking.overallTasks, "task")) whose measure is a share, from what "
            + "guessing reaches (0) to all right (1). Models that cannot be told apart at 95 % share a rank."))
      parts += bars(report.ranking.overall, range: 0...1, title: "All tasks together")
    }
    var pictures: [HTML] = []
    let tasks = report.sharedTasks
    let radar = RadarSVG.picture(
      axes: tasks, series: report.models.map { model in (model, tasks.map { report.share($0, model) }) },
      title: "Main measure of each task, percent of the best possible")
    if let radar { pictures.append(figure("Main measure of each task, percent of the best possible", radar)) }
    if let map = ReportPicture.map(report) {
      pictures.append(figure("The same as a map", map.svg(title: "Main measure by task and model, percent")))
    }
    if !pictures.isEmpty { parts.append(.element("div", ["class": "pictures"], pictures)) }
    return parts
  }

  private func figure(_ caption: String, _ picture: HTML) -> HTML {
    .element("figure", [:], [.element("figcaption", ["class": "quiet"], text: caption), picture])
  }

  private func bars(_ places: [SuiteRanking.Place], range: ClosedRange<Double>?, title: String) -> [HTML] {
    let bars = places.map { place in
      IntervalBarsSVG.Bar(
        name: place.model, value: place.estimate.value, low: place.estimate.low, high: place.estimate.high,
        note: places.count > 1 ? "rank \(place.rank)" : "")
    }
    return IntervalBarsSVG.picture(bars, range: range, title: title).map { [$0] } ?? []
  }

  // MARK: Each task

  private var tasks: [HTML] {
    report.ranking.tasks.flatMap { task -> [HTML] in
      let own = report.models.compactMap { report.result(task.task, $0) }
      let isShare = report.sharedTasks.contains(task.task)
      let highest = task.places.map(\.estimate.high).max() ?? 1
      let isLower =
        own.first.map { TaskMeasure.all(for: $0.request).first { $0.name == task.metric }?.isLowerBetter ?? false }
      let direction = isLower == true ? ", lower is better" : ""
      var facts = ["\(task.metric)\(direction), 95 % intervals", numbers.counted(task.examples, "example")]
      if let chance = task.chance { facts.append("guessing reaches \(numbers.short(chance, digits: 3))") }
      return [
        .element("h3", text: task.task), ReportParts.quiet(facts.joined(separator: " · ")),
      ] + bars(task.places, range: isShare && highest <= 1 ? 0...1 : nil, title: "\(task.metric) on \(task.task)")
        + [measures(own, main: task.metric)]
    }
  }

  /// All that was measured.
  private func measures(_ results: [TaskResult], main: String) -> HTML {
    let names = [main] + Set(results.flatMap(\.metrics.keys)).subtracting([main]).sorted()
    let rows = names.map { name in
      [HTML.text(name)]
        + results.map { result in .text(result.metrics[name].map(text) ?? "–") }
    }
    return .element(
      "details", ["class": "samples"],
      [
        .element("summary", text: "All measures"),
        ReportParts.table(["measure"] + results.map { ReportParts.name($0.model) }, rows),
      ])
  }

  private func text(_ estimate: Estimate) -> String {
    "\(numbers.short(estimate.value, digits: 3)) (\(numbers.short(estimate.low, digits: 3)) to "
      + "\(numbers.short(estimate.high, digits: 3)))"
  }

  // MARK: Reliability

  private var reliability: [HTML] {
    let tasks = report.tasks.compactMap { task -> HTML? in
      let figures = report.models.compactMap { model -> HTML? in
        guard let calibration = report.calibration(task, model) else { return nil }
        let points = calibration.bins.map {
          ReliabilitySVG.Point(
            confidence: $0.meanConfidence, accuracy: $0.accuracy.value, low: $0.accuracy.low, high: $0.accuracy.high,
            count: $0.count)
        }
        let caption =
          "\(ReportParts.name(model)): calibration error \(numbers.percent(calibration.expectedError)), Brier "
          + numbers.short(calibration.brierScore, digits: 3)
        return ReliabilitySVG.picture(points, title: "Reliability of \(model) on \(task)").map { figure(caption, $0) }
      }
      guard !figures.isEmpty else { return nil }
      return [.element("h3", text: task), .element("div", ["class": "pictures"], figures)].joined()
    }
    guard !tasks.isEmpty else { return [] }
    return [
      ReportParts.quiet(
        "How often the picked choice is right, by its probability among the choices. On the dashed line a model is as "
          + "sure as it is right; below it is too sure. Bars at the bottom: how many items.")
    ] + tasks
  }

  // MARK: Arena

  private var arena: [HTML] {
    guard let arena = report.arena else { return [] }
    let ranking = arena.ranking
    let rows = { (rows: [[String]]) in rows.map { $0.map { HTML.text(ReportParts.name($0)) } } }
    let bars = ranking.models.map {
      IntervalBarsSVG.Bar(
        name: $0.name, value: $0.strength.value, low: $0.strength.low, high: $0.strength.high, note: "rank \($0.rank)")
    }
    let numeric = ["#rank", "model", "#strength", "95 %", "#Elo", "any order", "#won", "#tied", "#lost"]
    var parts: [HTML] = [
      ReportParts.quiet(
        "\(numbers.counted(ranking.votes, "vote")). Strength by Bradley and Terry, Elo in the order of the votes and in "
          + "any order; 400 more win 10 of 11. Models that cannot be told apart share a rank."),
      ReportParts.table(numeric, rows(ArenaPicture.rows(ranking, numbers))),
    ]
    if let picture = IntervalBarsSVG.picture(bars, range: 900...1100, title: "Strength of each model") {
      parts.append(picture)
    }
    parts.append(
      figure("How often the row beat the column, percent", ArenaPicture.matrix(ranking).svg(title: "Win matrix")))
    parts += [
      .element("h3", text: "Who judged"),
      ReportParts.table(ArenaPicture.judgeColumns, rows(ArenaPicture.judgeRows(arena, numbers))),
    ]
    if !arena.agreements.isEmpty {
      parts.append(ReportParts.table(ArenaPicture.agreementColumns, rows(ArenaPicture.agreementRows(arena, numbers))))
    }
    return parts + ranking.notes.map(ReportParts.quiet)
  }

  // MARK: Samples

  private var samples: [HTML] {
    report.results.map { result in
      let chosen = ReportSamples(result, seed: seed)
      let cards = [("best", chosen.best), ("worst", chosen.worst), ("random", chosen.random)].flatMap { kind, samples in
        samples.map { card($0, kind: kind, metric: result.mainMetric) }
      }
      return .element(
        "details", ["class": "samples"],
        [.element("summary", text: "\(ReportParts.name(result.task)), \(ReportParts.name(result.model))")] + cards)
    }
  }

  private func card(_ sample: TaskSample, kind: String, metric: String) -> HTML {
    let score = sample.scores[metric].map { " · \(metric) \(numbers.short($0, digits: 3))" } ?? ""
    var parts = [ReportParts.quiet("\(kind) · example \(sample.example + 1)\(score)")]
    func block(_ label: String, _ text: String) {
      parts += [ReportParts.quiet(label), .element("pre", text: Self.shortened(text))]
    }
    block("prompt", sample.prompt)
    if let choices = sample.choices {
      let probabilities = choices.probabilities
      let rows = choices.indices.map { place in
        [
          HTML.text(Self.shortened(choices[place].text)), .text(numbers.percent(probabilities[place])),
          .text(
            [place == sample.picked ? "picked" : nil, place == sample.right ? "right" : nil]
              .compactMap(\.self).joined(separator: ", ")),
        ]
      }
      parts.append(ReportParts.table(["choice", "#probability", ""], rows))
    } else {
      if let answer = sample.answer { block("answered", answer.isEmpty ? "(nothing)" : answer) }
      if !sample.targets.isEmpty { block("would be right", sample.targets.joined(separator: "\n")) }
    }
    return .element("div", ["class": "sample"], parts)
  }

  /// A text of a length that a page bears: of a long one the end.
  private static func shortened(_ text: String) -> String {
    text.count > 2000 ? "… " + text.suffix(2000) : text
  }
}
