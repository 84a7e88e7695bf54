// What a step's records hold that a guess can be compared with.
import StepRecords

struct GuessEvidence {
  /// A number with what the reader knows it by: a variable's name, or the printed line.
  struct Number: Equatable {
    var number: WrittenNumber
    var name: String
    var isPrinted: Bool
  }

  struct List: Equatable {
    var numbers: [WrittenNumber]
    /// As it is shown.
    var text: String
    var isPrinted: Bool
    /// Whether it has no order.
    var isSet = false
  }

  /// Words that may be the answer: a printed line, a string, the most probable outcome.
  struct Words: Equatable {
    var text: String
    /// For the answer, such as `22.6 %`.
    var note = ""
    var isPrinted = false
  }

  struct Truth: Equatable {
    var value: Bool
    var name: String
  }

  private(set) var numbers: [Number] = []
  private(set) var lists: [List] = []
  private(set) var words: [Words] = []
  private(set) var truths: [Truth] = []
  private(set) var series: [(name: String, record: SeriesRecord)] = []
  private(set) var distributions: [DistributionRecord] = []
  /// Names and shapes of tensors.
  private(set) var shapes: [(name: String, shape: [Int])] = []
  private(set) var failure: FailureRecord?
  /// What was printed, without empty lines.
  private(set) var printedLines: [String] = []

  /// More printed than this is no answer to a question; it is not looked at.
  private static let mostPrinted = 1 << 16

  /// Bytes; a longer value is no answer either.
  private static let mostInValue = 4096

  init(_ records: [Record]) {
    var printed = ""
    for record in records {
      switch record.content {
      case .text(let text):
        if text.stream == .stdout, printed.utf8.count < Self.mostPrinted { printed += text.text }
      case .value(let value): add(value, of: record.name)
      case .tensor(let tensor): add(tensor, of: record.name)
      case .series(let values):
        series.append((record.name, values))
        let last = WrittenNumber(values.last)
        numbers.append(Number(number: last, name: "\(record.name), at its end", isPrinted: false))
      case .distribution(let distribution): add(distribution)
      case .failure(let failure): if failure.reason != .mismatch { self.failure = failure }
      case .attention, .progress, .table, .picture: break
      }
    }
    printedLines = printed.split(whereSeparator: \.isNewline).map { String($0.prefix(1000)) }
      .filter { !$0.allSatisfy(\.isWhitespace) }
    // A page of text answers no question with one of its words.
    if printedLines.count <= 2 * Self.mostAnswers { printedLines.forEach { add(line: $0) } }
  }

  // MARK: Reading records

  private mutating func add(_ value: ValueRecord, of name: String) {
    guard value.text.utf8.count <= Self.mostInValue else { return }
    if let number = WrittenNumber.whole(value.text) {
      numbers.append(Number(number: number, name: name, isPrinted: false))
    } else if value.text == "true" || value.text == "false" {
      truths.append(Truth(value: value.text == "true", name: name))
    } else if value.text.hasPrefix("\"") {
      words.append(Words(text: value.unquotedText))
    } else if let list = Self.list(value.text, isPrinted: false) {
      lists.append(list)
    }
  }

  private mutating func add(_ tensor: TensorRecord, of name: String) {
    let shape = tensor.shape
    shapes.append((name, shape))
    let isWhole =
      tensor.kept == nil && tensor.values.count == shape.reduce(1) { $0.multipliedReportingOverflow(by: $1).0 }
    guard isWhole, shape.count < 2 else { return }
    let values = tensor.values.map { Self.number($0) }
    if shape.isEmpty {
      numbers.append(Number(number: values[0], name: name, isPrinted: false))
    } else {
      let text = "[" + values.map(\.text).joined(separator: ", ") + "]"
      lists.append(List(numbers: values, text: text, isPrinted: false))
    }
  }

  private mutating func add(_ distribution: DistributionRecord) {
    distributions.append(distribution)
    guard let best = distribution.probabilities.first, best.isFinite else { return }
    // Several may be the most probable.
    for (label, share) in zip(distribution.labels, distribution.probabilities).prefix(Self.mostAnswers)
    where share >= best - 1e-12 {
      words.append(Words(text: label, note: Self.percent(share)))
    }
  }

  private mutating func add(line: String) {
    let text = GuessReading.thousandsClosed(in: line)
    if let list = Self.list(text, isPrinted: true) { return lists.append(list) }
    let (found, rest) = WrittenNumber.scan(text)
    let isOnlyNumbers = !rest.contains { $0.isLetter }
    if found.count > 1, isOnlyNumbers {
      return lists.append(List(numbers: found, text: line, isPrinted: true))
    }
    for number in found {
      numbers.append(Number(number: number, name: rest.contains { $0.isLetter } ? line : "", isPrinted: true))
    }
    let trimmed = line.split(separator: " ").joined(separator: " ")
    if ["true", "false"].contains(trimmed) { truths.append(Truth(value: trimmed == "true", name: "")) }
    if !isOnlyNumbers || found.isEmpty { words.append(Words(text: trimmed, isPrinted: true)) }
  }

  /// `[0.0, 3.0, -inf]`, `{1, 4}`, `(2, 3)`; nil if something else than numbers stands in it.
  private static func list(_ text: String, isPrinted: Bool) -> List? {
    let trimmed = text.filter { !$0.isWhitespace }
    guard let open = trimmed.first, let close = trimmed.last, "[{(".contains(open), "]})".contains(close) else {
      return nil
    }
    let (numbers, rest) = WrittenNumber.scan(text)
    guard rest.allSatisfy({ "[]{}(), #".contains($0) }) else { return nil }
    return List(numbers: numbers, text: text, isPrinted: isPrinted, isSet: open == "{")
  }

  private static func number(_ value: Float) -> WrittenNumber {
    WrittenNumber.whole("\(value)") ?? WrittenNumber(Double(value))
  }

  static func percent(_ share: Double) -> String {
    let tenths = (share * 1000).rounded() / 10
    return "\(tenths) %"
  }

  // MARK: In short

  /// What the step shows, for a reader who has to compare it themself.
  var summary: String {
    if let failure { return Self.cut(failure.message.split(whereSeparator: \.isNewline).first.map(String.init) ?? "") }
    if !printedLines.isEmpty {
      let most = 3
      let lines = printedLines.prefix(most).map { Self.cut($0) } + (printedLines.count > most ? ["…"] : [])
      return lines.joined(separator: " / ")
    }
    let facts =
      distributions.compactMap { record in record.labels.first.map { "\($0) is the most probable" } }
      + truths.map { "\($0.name) = \($0.value)" }
      + numbers.map { "\($0.name.isEmpty ? "" : "\($0.name) = ")\($0.number.text)" }
      + words.filter { $0.note.isEmpty }.map { "\"\(Self.cut($0.text))\"" } + lists.map { Self.cut($0.text) }
    return facts.suffix(Self.mostAnswers).joined(separator: ", ")
  }

  private static func cut(_ text: String, to length: Int = 72) -> String {
    text.count > length ? text.prefix(length - 1) + "…" : text
  }
}

extension ValueRecord {
  /// A string as itself; records hold it as it stands in source.
  fileprivate var unquotedText: String {
    guard text.count > 1, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
    return String(text.dropFirst().dropLast()).replacing("\\\"", with: "\"").replacing("\\\\", with: "\\")
  }
}
