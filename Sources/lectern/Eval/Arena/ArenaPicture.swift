// A ranking for people: the table, who beat whom, who voted how, and what has to be said beside it.
import Evaluation
import Rendering
import StepRecords

struct ArenaPicture {
  private let report: ArenaReport
  private let options: TextOptions
  private let numbers: NumberText

  init(_ report: ArenaReport, options: TextOptions) {
    (self.report, self.options) = (report, options)
    numbers = NumberText(options)
  }

  private static let quiet = TextStyle(dim: true)
  private var ranking: ArenaRanking { report.ranking }

  var lines: [StyledLine] {
    let count = ranking.models.count
    let head = "\(numbers.counted(ranking.votes, "vote")) on \(numbers.counted(count, "model"))"
    var lines = [StyledLine(head, Self.quiet)]
    lines += table(Self.columns, Self.rows(ranking, numbers), name: "ranking")
    lines += note(
      "strength: Bradley and Terry, 400 more win 10 of 11; Elo: in the order of the votes, and in any order")
    if count > 1 { lines += [StyledLine()] + Self.matrix(ranking).lines(name: "row beats column", options: options) }
    if report.judges.contains(where: { !$0.name.isEmpty || $0.bias.bothOrders > 0 }) {
      lines += [StyledLine()] + table(Self.judgeColumns, Self.judgeRows(report, numbers), name: "judges")
    }
    if !report.agreements.isEmpty {
      lines += [StyledLine()] + table(Self.agreementColumns, Self.agreementRows(report, numbers), name: "agreement")
    }
    if !ranking.notes.isEmpty { lines.append(StyledLine()) }
    return lines + ranking.notes.flatMap { note($0, indent: 0) }
  }

  private func table(_ columns: [String], _ rows: [[String]], name: String) -> [StyledLine] {
    RecordPicture.lines(
      for: Record(name: name, content: .table(TableRecord(columns: columns, rows: rows))), options: options)
  }

  private func note(_ text: String, indent: Int = 2) -> [StyledLine] {
    let space = String(repeating: " ", count: indent)
    return StyledLine(space + options.oneLine(text), Self.quiet).wrapped(to: options.width, indent: indent)
  }

  static let columns = ["rank", "model", "strength", "95 %", "Elo", "any order", "won", "tied", "lost"]

  static func rows(_ ranking: ArenaRanking, _ numbers: NumberText) -> [[String]] {
    func whole(_ value: Double) -> String { numbers.fixed(value, decimals: 0) }
    return ranking.models.map { model in
      [
        "\(model.rank)", model.name, whole(model.strength.value),
        "\(whole(model.strength.low))–\(whole(model.strength.high))", whole(model.elo.rating),
        "\(whole(model.elo.low))–\(whole(model.elo.high))", "\(model.wins)", "\(model.ties)", "\(model.losses)",
      ]
    }
  }

  /// In the order of the ranking.
  static func matrix(_ ranking: ArenaRanking) -> ShareMap {
    let places = ranking.models.compactMap { ranking.matrix.models.firstIndex(of: $0.name) }
    let names = places.map { ranking.matrix.models[$0] }
    let values = places.map { i in places.map { j in i == j ? nil : ranking.matrix.share(i, j) } }
    let isComplete = values.enumerated().allSatisfy { row, cells in
      cells.enumerated().allSatisfy { $0.offset == row || $0.element != nil }
    }
    return ShareMap(
      rowLabels: names, columnLabels: names, values: values, missing: isComplete ? "" : "never compared")
  }

  static let judgeColumns = ["judge", "votes", "took the first", "95 %", "both orders", "changed its mind"]

  static func judgeRows(_ report: ArenaReport, _ numbers: NumberText) -> [[String]] {
    report.judges.map { judge in
      let bias = judge.bias
      return [
        judge.name.isEmpty ? "(not named)" : judge.name, "\(judge.votes)",
        bias.decided > 0 ? numbers.percent(bias.first.value, decimals: 0) : "",
        bias.decided > 0 ? interval(bias.first, numbers) : "", bias.bothOrders > 0 ? "\(bias.bothOrders)" : "",
        bias.bothOrders > 0 ? numbers.percent(bias.inconsistent.value, decimals: 0) : "",
      ]
    }
  }

  static let agreementColumns = ["judges", "on", "agree", "95 %", "kappa", "95 % of kappa"]

  static func agreementRows(_ report: ArenaReport, _ numbers: NumberText) -> [[String]] {
    report.agreements.map { pair in
      let (share, kappa) = (pair.agreement.share, pair.agreement.kappa)
      let isKnown = kappa.value.isFinite
      return [
        "\(pair.one) and \(pair.other)", "\(pair.agreement.shared)", numbers.percent(share.value, decimals: 0),
        interval(share, numbers), isKnown ? numbers.fixed(kappa.value, decimals: 2) : "",
        isKnown ? "\(numbers.fixed(kappa.low, decimals: 2)) to \(numbers.fixed(kappa.high, decimals: 2))" : "",
      ]
    }
  }

  private static func interval(_ estimate: Estimate, _ numbers: NumberText) -> String {
    "\(numbers.fixed(estimate.low * 100, decimals: 0)) to \(numbers.percent(estimate.high, decimals: 0))"
  }
}
