// What lectern tells a step's process about the step: one line of text,
// `step=3 seed=7 trace=top nested=3:14-9:1,… muted=12:20-14:1,… source=/the/file`, or of a probe:
// `probe=run:3 seed=7 course=/the/course`, `probe=describe`, `probe=accept:3 seed=7 source=/the/value`.

struct StepConfiguration {
  /// The step's number.
  var step = 0
  /// The lesson's `seed`.
  var seed: UInt64 = 0
  var trace = Trace.top
  /// Whether large values are sent whole, or nearly so.
  var isFull = false
  /// Brace blocks: what stands in one may be logged many times.
  var nested: [PlaceRange] = []
  /// Bodies of functions and closures, unless everything is traced.
  var muted: [PlaceRange] = []
  /// The step's source, as compiled from line 1; read to name bare expressions.
  var sourcePath = ""
  /// The course's folder as a probe sees it; empty if it sees none.
  var coursePath = ""
  /// What is asked of a file of probes.
  var probe = ProbeQuestion.describe

  enum ProbeQuestion: Equatable {
    /// All of its probes.
    case describe
    /// The value of one.
    case run(Int)
    /// Whether one accepts the value in the file `sourcePath`.
    case accept(Int)

    init?(_ text: Substring) {
      let parts = text.split(separator: ":")
      switch (parts.first, parts.count > 1 ? Int(parts[1]) : nil) {
      case ("describe", nil): self = .describe
      case ("run", let index?): self = .run(index)
      case ("accept", let index?): self = .accept(index)
      default: return nil
      }
    }
  }

  enum Trace: String { case off, top, all }

  init(_ text: String) {
    var rest = text[...]
    while let equals = rest.firstIndex(of: "=") {
      let key = rest[..<equals]
      let afterKey = rest[rest.index(after: equals)...]
      let end =
        key == "source" || key == "course" ? afterKey.endIndex : afterKey.firstIndex(of: " ") ?? afterKey.endIndex
      let value = afterKey[..<end]
      switch key {
      case "step": step = Int(value) ?? 0
      case "seed": seed = UInt64(value) ?? 0
      case "extent": isFull = value == "full"
      case "trace": trace = Trace(rawValue: String(value)) ?? .top
      case "nested": nested = PlaceRange.list(value)
      case "muted": muted = PlaceRange.list(value)
      case "probe": probe = ProbeQuestion(value) ?? .describe
      case "source": sourcePath = String(value)
      case "course": coursePath = String(value)
      default: break
      }
      rest = afterKey[end...].dropFirst()
    }
  }
}

/// A line and a column of the step's source, from 1.
struct Place: Comparable {
  var line: Int
  var column: Int

  init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  init?(_ text: Substring) {
    let parts = text.split(separator: ":").compactMap { Int($0) }
    guard parts.count == 2 else { return nil }
    self.init(line: parts[0], column: parts[1])
  }

  static func < (a: Place, b: Place) -> Bool { (a.line, a.column) < (b.line, b.column) }
}

/// From `start` up to and including `end`.
struct PlaceRange {
  var start: Place
  var end: Place

  func contains(_ place: Place) -> Bool { start <= place && place <= end }

  static func list(_ text: Substring) -> [PlaceRange] {
    text.split(separator: ",").compactMap { item in
      let ends = item.split(separator: "-")
      guard ends.count == 2, let start = Place(ends[0]), let end = Place(ends[1]) else { return nil }
      return PlaceRange(start: start, end: end)
    }
  }
}
