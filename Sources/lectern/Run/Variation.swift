// A step's source, otherwise: what it showed when it was tried, beside what the step itself shows.
import Rendering
import StepRecords

struct Variation {
  /// Of the step it varies.
  var index: Int
  var text: String
}

/// What differs between what a step showed and what a variation of it showed.
enum VariationPicture {
  /// A line for each record that differs, by name.
  static func differences(_ own: [Record], _ variation: [Record], _ options: TextOptions) -> [StyledLine] {
    let (before, now) = (named(own), named(variation))
    var lines: [StyledLine] = []
    func add(_ name: String, _ what: String) {
      let line = StyledLine(options.oneLine(name) + (options.plain ? ": " : "  "), TextStyle(bold: true))
      lines += (line + StyledLine(options.oneLine(what))).wrapped(to: options.width, indent: 2)
    }
    for (name, records) in now.ordered {
      let old = before.records[name] ?? []
      for (index, record) in records.enumerated() {
        guard index < old.count else { add(name, "only in the variation"); continue }
        if let what = RecordDifference(old[index], record, options).text { add(name, what) }
      }
      if old.count > records.count { add(name, "not in the variation") }
    }
    for (name, _) in before.ordered where now.records[name] == nil { add(name, "not in the variation") }
    if printed(own) != printed(variation) { add("what it prints", "differs") }
    return lines
  }

  private struct NamedRecords {
    var names: [String] = []
    var records: [String: [Record]] = [:]
    var ordered: [(String, [Record])] { names.map { ($0, records[$0] ?? []) } }
  }

  private static func named(_ records: [Record]) -> NamedRecords {
    var result = NamedRecords()
    for record in records where !record.name.isEmpty {
      switch record.content {
      case .progress, .text, .failure: continue
      default: break
      }
      if result.records[record.name] == nil { result.names.append(record.name) }
      result.records[record.name, default: []].append(record)
    }
    return result
  }

  private static func printed(_ records: [Record]) -> String {
    records.reduce(into: "") { if case .text(let text) = $1.content { $0 += text.text } }
  }
}

/// Two records of one name, compared in a few words.
struct RecordDifference {
  /// nil if both say the same.
  let text: String?

  init(_ own: Record, _ other: Record, _ options: TextOptions) {
    let numbers = NumberText(options)
    guard own.content != other.content else {
      text = nil
      return
    }
    let arrow = options.plain ? ", now " : " → "
    switch (own.content, other.content) {
    case (.value(let a), .value(let b)):
      text = "\(Self.short(a.text))\(arrow)\(Self.short(b.text))"
    case (.tensor(let a), .tensor(let b)) where a.shape != b.shape:
      text = "\(a.shape)\(arrow)\(b.shape)"
    case (.tensor(let a), .tensor(let b)) where a.values.count == 1 && b.values.count == 1:
      text = "\(numbers.short(Double(a.values[0])))\(arrow)\(numbers.short(Double(b.values[0])))"
    case (.tensor(let a), .tensor(let b)):
      text = Self.largest(a.values, b.values, numbers)
    case (.attention(let a), .attention(let b)):
      text =
        a.values.count == b.values.count
        ? Self.largest(a.values, b.values, numbers)
        : "\(a.heads) × \(a.queries) × \(a.keys)\(arrow)\(b.heads) × \(b.queries) × \(b.keys)"
    case (.series(let a), .series(let b)): text = "the last is \(numbers.short(a.last))\(arrow)\(numbers.short(b.last))"
    case (.distribution(let a), .distribution(let b)) where a.labels.first != b.labels.first:
      text = "most probable: \(a.labels.first ?? "nothing")\(arrow)\(b.labels.first ?? "nothing")"
    default: text = "differs"
    }
  }

  private static func largest(_ a: [Float], _ b: [Float], _ numbers: NumberText) -> String {
    let largest = zip(a, b).map { abs(Double($0) - Double($1)) }.filter { !$0.isNaN }.max() ?? 0
    return largest > 0 ? "differs by up to \(numbers.short(largest))" : "differs"
  }

  private static func short(_ text: String) -> String { text.count > 40 ? text.prefix(39) + "…" : text }
}
