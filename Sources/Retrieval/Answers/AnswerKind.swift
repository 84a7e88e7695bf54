// What a question asks for, told by the words it asks with.
import DocumentReading

/// What an answer must hold to be one.
public enum AnswerKind: String, CaseIterable, Codable, Sendable {
  case person, moment, year, duration, money, number, place, reason, telephone, mail
  /// A question that begins with is, may, does, … : the sentence itself says yes or no.
  case yesOrNo
  /// What, which, how: nothing is known of the answer's form.
  case anything

  /// - Parameter question: in English; of another language nothing is known.
  public init(asking question: String) {
    let words = SentenceWord.words(in: ScalarText(question)).map(\.lowercased)
    self = Self.told(by: words)
  }

  private static let moneyWords: Set<String> = [
    "cost", "costs", "price", "prices", "fare", "fares", "fee", "fees", "fine", "charge", "charged", "pay", "paid",
    "wage", "wages", "salary", "rent", "expensive", "refunded", "budget", "deposit", "toll",
  ]
  private static let auxiliaries: Set<String> = [
    "is", "are", "was", "were", "do", "does", "did", "can", "could", "may", "must", "will", "would", "should", "has",
    "have", "had", "am",
  ]

  private static func told(by words: [String]) -> AnswerKind {
    let all = Set(words)
    if !all.isDisjoint(with: ["telephone", "phone"]), all.contains("number") { return .telephone }
    if all.contains("e-mail") || all.contains("email"), all.contains("address") { return .mail }
    for (place, word) in words.enumerated() {
      let next = place + 1 < words.count ? words[place + 1] : ""
      let asksMoney = !moneyWords.isDisjoint(with: words[place...])
      switch word {
      case "who", "whom": return .person
      case "why": return .reason
      case "when": return .moment
      case "where": return .place
      case "how":
        switch next {
        case "much": return asksMoney || words.count == place + 2 ? .money : .number
        case "many", "old", "heavy", "far", "high", "tall", "deep", "wide", "big", "large", "fast", "often", "early",
          "late":
          return .number
        case "long": return .duration
        case "come": return .reason
        default: return .anything
        }
      case "what", "which":
        switch next {
        case "time", "date", "day", "days", "month", "months", "hour", "hours", "weekday": return .moment
        case "year": return .year
        case "island", "town", "city", "country", "street", "place", "room", "village": return .place
        case "reason": return .reason
        default: return asksMoney && word == "what" ? .money : .anything
        }
      default: continue
      }
    }
    return words.first.map(auxiliaries.contains) == true ? .yesOrNo : .anything
  }

  /// What is missing where none is held: "no amount of money".
  public var missing: String {
    switch self {
    case .person: "no name"
    case .moment: "no date or time"
    case .year: "no year"
    case .duration: "no length of time"
    case .money: "no amount of money"
    case .number: "no number"
    case .place: "no place"
    case .reason: "no reason"
    case .telephone: "no telephone number"
    case .mail: "no e-mail address"
    case .yesOrNo, .anything: "no answer"
    }
  }
}
