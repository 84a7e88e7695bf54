// A running computation for a window of any size: its loss as a curve with the figures beside it, or all in one line.
import StepRecords

public enum LiveProgressPicture {
  private static let smallestWindow = (columns: 60, rows: 16)
  private static let chartRows = 8
  private static let narrowestChart = 28
  private static let gap = 3

  /// - Parameter rows: of the window; the picture leaves at least one of them free.
  public static func lines(
    for history: ProgressHistory, name: String, rows: Int, options: TextOptions
  ) -> [StyledLine] {
    guard let latest = history.latest else { return [] }
    guard options.width >= smallestWindow.columns - 1, rows >= smallestWindow.rows, history.loss.points.count > 2 else {
      return [oneLine(history, latest, name: name, options)]
    }
    let head = head(history, latest, name: name, options)
    let figures = figures(history, latest, options)
    let figureWidth = figures.map(\.displayWidth).max() ?? 0
    var inner = options
    inner.width = options.width - 2 - gap - figureWidth
    guard inner.width >= narrowestChart else { return [oneLine(history, latest, name: name, options)] }
    let chart = chart(history, latest).lines(options: inner)
    let body = PictureLayout.sideBySide(
      [chart.map { $0.padded(to: inner.width) }, figures], gap: gap, width: options.width - 2)
    return (head + PictureLayout.indented(body)).prefix(rows - 1).map(\.self).fitted(options)
  }

  // MARK: Parts

  private static func chart(_ history: ProgressHistory, _ latest: ProgressRecord) -> LineChart {
    var series = [LineSeries(name: "loss", points: history.loss.points)]
    let heldOut = history.heldOutLoss.points
    if heldOut.count > 1 { series.append(LineSeries(name: history.heldOutName, points: heldOut)) }
    let ys = series.flatMap(\.points).map(\.y)
    var chart = LineChart(
      series: series, height: chartRows, isLogarithmic: LineChart.spanDecades(ys), xRange: axis(latest))
    chart.isHeightFixed = true
    return chart
  }

  /// From 0 to the end, or to an eighth, a quarter or half of it while that is enough: an axis that seldom changes.
  private static func axis(_ record: ProgressRecord) -> ClosedRange<Double> {
    let done = Double(max(record.done, 1))
    var end = record.total > 0 ? Double(record.total) / 8 : 1
    while end < done { end *= 2 }
    return 0...end
  }

  /// Name, bar, units, percent and the time left.
  private static func head(
    _ history: ProgressHistory, _ latest: ProgressRecord, name: String, _ options: TextOptions
  ) -> [StyledLine] {
    let name = PictureLayout.headerName(name, options)
    let figures = standing(history, latest, options).map { StyledLine($0) }
    var groups = [name]
    if latest.total > 0 {
      let used = figures.reduce(name.displayWidth + 2) { $0 + 2 + $1.displayWidth }
      groups.append(
        ShareBar.line(
          ProgressPicture.share(latest), width: min(max(options.width - used, 10), 40), options))
    }
    return Array(PictureLayout.flow(groups + figures, options: options).prefix(1))
  }

  /// `180/300`, `60 %`, `18 s left`
  private static func standing(
    _ history: ProgressHistory, _ latest: ProgressRecord, _ options: TextOptions
  ) -> [String] {
    let text = NumberText(options)
    guard latest.total > 0 else { return ["\(text.count(latest.done)) done", text.duration(latest.seconds)] }
    var words = ProgressPicture.standing(latest, options)
    if let left = history.secondsLeft, !history.isComplete { words.append("\(text.duration(left)) left") }
    return words
  }

  /// Beside the curve: what is measured, and how fast it goes.
  private static func figures(
    _ history: ProgressHistory, _ latest: ProgressRecord, _ options: TextOptions
  ) -> [StyledLine] {
    let text = NumberText(options)
    var facts: [(label: String, value: String)] = []
    for (name, value) in ProgressPicture.metrics(latest) {
      facts.append((name == "rate" ? "learning rate" : options.oneLine(name), text.short(value)))
      if name == "loss", let smoothed = history.smoothedLoss { facts.append(("smoothed", text.short(smoothed))) }
    }
    facts = Array(facts.prefix(chartRows - 2))
    if let rate = history.rate { facts.append(("steps/s", ProgressPicture.speed(rate, text))) }
    if let speed = latest.metrics["tokensPerSecond"] { facts.append(("tokens/s", ProgressPicture.speed(speed, text))) }
    facts.append(("time", text.duration(latest.seconds)))
    let widest = min(facts.map(\.label.displayWidth).max() ?? 0, 18)
    return facts.map { label, value in
      StyledLine(label.truncated(to: widest, ellipsis: options.ellipsis).padded(to: widest + 1), PictureStyle.quiet)
        + StyledLine(value)
    }
  }

  private static func oneLine(
    _ history: ProgressHistory, _ latest: ProgressRecord, name: String, _ options: TextOptions
  ) -> StyledLine {
    let text = NumberText(options)
    var figures = standing(history, latest, options).map { StyledLine($0) }
    if let loss = latest.metrics["loss"] {
      figures.insert(PictureLayout.fact(label: "loss", value: text.short(loss)), at: min(2, figures.count))
    }
    var groups = [PictureLayout.headerName(name, options)]
    // Where there is no room for both, the percent says it.
    if latest.total > 0, figures.prefix(2).reduce(groups[0].displayWidth, { $0 + 2 + $1.displayWidth }) > options.width
    {
      figures.removeFirst()
    }
    let used = figures.reduce(groups[0].displayWidth) { $0 + 2 + $1.displayWidth }
    let room = min(options.width - used - 2, 30)
    if latest.total > 0, room >= 6 {
      groups.append(ShareBar.line(ProgressPicture.share(latest), width: room, options))
    }
    return PictureLayout.flow(groups + figures, options: options).first ?? StyledLine()
  }
}
