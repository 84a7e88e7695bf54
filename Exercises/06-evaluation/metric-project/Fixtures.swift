// What both files of probes share.
import Transformers

/// Answers that people have judged, made anew from a seed: other names, other numbers.
struct Judged {
  /// An answer, what was expected, and whether people found it right.
  var rows: [(answer: String, expected: String, isRight: Bool)] = []

  /// - Parameter isHard: whether denials and second values are among the wrong answers.
  init(seed: Int, isHard: Bool) {
    var random = SeededRandom(seed: seed)
    func pick(_ items: [String]) -> String { items[Int.random(in: items.indices, using: &random)] }
    func other(_ items: [String], than one: String) -> String { pick(items.filter { $0 != one }) }
    func name() -> String { pick(["Bo", "Ma", "Ke", "Lu", "Ta", "Vi"]) + pick(["ra", "lin", "sto", "ven", "mar"]) }
    let names = Set((0..<9).map { _ in name() }).sorted()
    let digits = Dictionary(uniqueKeysWithValues: Self.numbers.enumerated().map { ($1, "\($0 + 2)") })
    for _ in 0..<60 {
      let (number, part, captain) = (pick(Self.numbers), pick(Self.parts), pick(names))
      let (wrongNumber, wrongPart) = (other(Self.numbers, than: number), other(Self.parts, than: part))
      let (wrongCaptain, boat) = (other(names, than: captain), pick(["Tern", "Dunlin", "Petrel", "Gull"]))
      let digit = digits[number] ?? number
      let (expected, right, plain, hard): (String, [String], [String], [String]) =
        switch Int.random(in: 0..<4, using: &random) {
        case 0:
          (
            "At \(number) in the \(part).",
            [
              "at \(digit) in the \(part)", "The \(boat) leaves at \(number) in the \(part).",
              "In the \(part), at \(number).",
            ],
            ["At \(wrongNumber) in the \(part).", "At \(number) in the \(wrongPart)."],
            ["Not at \(number) in the \(part).", "At \(number) in the \(part), or at \(wrongNumber)."]
          )
        case 1:
          (
            "\(number.capitalized) crowns.",
            [
              "\(digit) crowns", "A ticket for the \(boat) costs \(number) crowns.",
              "You pay \(digit) crowns on board.",
            ],
            ["\(wrongNumber.capitalized) crowns.", "A ticket costs \(digits[wrongNumber] ?? "") crowns."],
            ["It never costs \(number) crowns.", "\(number.capitalized) crowns, no, \(wrongNumber) crowns."]
          )
        case 2:
          (
            "Captain \(captain).",
            [captain, "The captain of the \(boat) is \(captain).", "captain \(captain.lowercased())"],
            ["Captain \(wrongCaptain).", "The captain of the \(boat) is \(wrongCaptain)."],
            ["Not Captain \(captain).", "The captain is not \(captain), he is on land."]
          )
        default:
          (
            "At pier \(number).",
            ["Pier \(digit)", "The \(boat) lies at pier \(number).", "pier \(number)!"],
            ["At pier \(wrongNumber).", "The \(boat) lies at pier \(digits[wrongNumber] ?? "")."],
            ["She never lies at pier \(number).", "At pier \(number) or pier \(wrongNumber)."]
          )
        }
      rows.append((pick(right), expected, true))
      rows.append((pick(isHard ? hard + plain : plain), expected, false))
    }
  }

  static let numbers = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
  static let parts = ["morning", "afternoon", "evening"]

  /// How often a right answer has a higher score than a wrong one, ties counted half; 0 if the scores are not to be used.
  func area(_ scores: [Double]) -> Double {
    guard scores.count == rows.count, scores.allSatisfy(\.isFinite) else { return 0 }
    return ROCCurve(scores: scores, isPositive: rows.map(\.isRight)).area
  }

  /// Whether scores have that area, and 0.2 more than the best of the metrics that everybody knows.
  func agrees(_ scores: [Double], area least: Double) -> Bool {
    let area = area(scores)
    return area >= least && area >= known + 0.2
  }

  /// The best area that F1, BLEU and chrF have.
  var known: Double {
    let metrics: [any TextMetric] = [TokenF1(), BLEU(), ChrF()]
    return metrics.map { metric in area(rows.map { metric.score($0.answer, [$0.expected]) }) }.max() ?? 0
  }
}
