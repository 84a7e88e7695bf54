// Curves in words: where they begin and end, their extremes, and which way they go.
import StepRecords

enum SeriesWords {
  /// So few values are said one by one.
  private static let mostValues = 8

  static func lines(
    for series: SeriesRecord, name: String, isWhole: Bool = false, _ options: TextOptions
  ) -> [StyledLine] {
    let text = NumberText(options)
    let subject = RecordDescription.subject(name, text.counted(max(series.count, 0), "value"))
    if series.count == series.values.count, series.count <= mostValues {
      let values = series.values.map { text.short($0) }.joined(separator: ", ")
      return RecordDescription.lines(["\(subject): \(values)."], options)
    }
    let points = LineSeries.points(of: series)
    var parts: [String] = []
    if let trend = CurveTrend(points.map(\.y)) {
      parts.append(trend.words(text) { text.count(number(of: points[$0])) })
    }
    if series.minimum < series.maximum {
      func place(_ value: Double) -> String {
        points.first { $0.y == value }.map { " at value \(text.count(number(of: $0)))" } ?? ""
      }
      parts.append("smallest \(text.short(series.minimum))\(place(series.minimum))")
      parts.append("largest \(text.short(series.maximum))\(place(series.maximum))")
    }
    if let broken = points.first(where: { !$0.y.isFinite }) {
      parts.append("not a finite number from value \(text.count(number(of: broken)))")
    }
    if parts.isEmpty { parts = ["last \(text.short(series.last))"] }
    var sentences = ["\(subject): \(parts.joined(separator: ", "))."]
    if isWhole {
      sentences += points.map { "Value \(text.count(number(of: $0))): \(text.short($0.y))." }
    }
    return RecordDescription.lines(sentences, options)
  }

  /// Values are numbered from 0, as on the axis of their curve.
  private static func number(of point: LineSeries.Point) -> Int { Int(exactly: point.x.rounded()) ?? 0 }
}

/// Which way a curve goes, told from the means of a few stretches, so that noise does not count.
struct CurveTrend: Equatable {
  enum Shape: Equatable {
    case constant
    /// `pace` says when most of the way is made.
    case rises(Pace), falls(Pace)
    /// With the place of the turn.
    case risesThenFalls(Int), fallsThenRises(Int)
    case wanders
  }
  enum Pace: String {
    case steady = "steadily", early = "fast at first, then slowly", late = "slowly at first, then fast"
  }

  let shape: Shape
  let first: Double
  let last: Double
  let smallest: Double
  let largest: Double
  /// The value at the turn, if there is one.
  private let turn: Double

  private static let stretches = 12

  /// nil without two finite values.
  init?(_ values: [Double]) {
    let finite = values.enumerated().filter { $0.element.isFinite }
    guard finite.count > 1, let first = finite.first?.element, let last = finite.last?.element,
      let lowest = finite.min(by: { $0.element < $1.element }),
      let highest = finite.max(by: { $0.element < $1.element })
    else { return nil }
    (self.first, self.last, smallest, largest) = (first, last, lowest.element, highest.element)
    let means = Sparkline.bucketed(finite.map(\.element), count: Self.stretches)
    let (low, high) = (means.min() ?? 0, means.max() ?? 0)
    let (start, end) = (means[0], means[means.count - 1])
    let range = high - low
    let isCalm = Self.turns(means, over: 0.1 * range) < 3
    let (down, up) = (first - lowest.element, highest.element - first)
    // Where single values differ much more than stretches do, there is no way that it goes.
    guard lowest.element < highest.element, range.isFinite, 4 * range > highest.element - lowest.element else {
      (shape, turn) = (lowest.element < highest.element ? .wanders : .constant, first)
      return
    }
    if abs(end - start) >= 0.75 * range {
      let pace = Self.pace(means.map { ($0 - start) / (end - start) })
      (shape, turn) = (end > start ? .rises(pace) : .falls(pace), last)
    } else if start - low >= 0.5 * range, end - low >= 0.25 * range, down > 0, isCalm {
      (shape, turn) = (.fallsThenRises(lowest.offset), lowest.element)
    } else if high - start >= 0.5 * range, high - end >= 0.25 * range, up > 0, isCalm {
      (shape, turn) = (.risesThenFalls(highest.offset), highest.element)
    } else {
      (shape, turn) = (.wanders, last)
    }
  }

  /// How often the direction changes, steps smaller than `least` left out.
  private static func turns(_ means: [Double], over least: Double) -> Int {
    let steps = zip(means, means.dropFirst()).map { $1 - $0 }.filter { abs($0) > least }
    return zip(steps, steps.dropFirst()).count { ($0 > 0) != ($1 > 0) }
  }

  /// - Parameter ways: which share of the way is made at each stretch, 0 to 1.
  private static func pace(_ ways: [Double]) -> Pace {
    guard ways.count > 3 else { return .steady }
    let most = ways.firstIndex { $0 >= 0.75 } ?? ways.count
    let little = ways.lastIndex { $0 <= 0.25 } ?? 0
    if most < ways.count / 2 { return .early }
    return little >= ways.count / 2 ? .late : .steady
  }

  /// `falls from 3.1 to 0.4, fast at first, then slowly`
  func words(_ text: NumberText, place: (Int) -> String) -> String {
    let (from, to) = (text.short(first), text.short(last))
    return switch shape {
    case .constant: "all are \(from)"
    case .rises(let pace): "rises from \(from) to \(to), \(pace.rawValue)"
    case .falls(let pace): "falls from \(from) to \(to), \(pace.rawValue)"
    case .risesThenFalls(let index):
      "rises from \(from) to \(text.short(turn)) at value \(place(index)), then falls to \(to)"
    case .fallsThenRises(let index):
      "falls from \(from) to \(text.short(turn)) at value \(place(index)), then rises to \(to)"
    case .wanders: "goes up and down, from \(from) at first to \(to) at last"
    }
  }
}
