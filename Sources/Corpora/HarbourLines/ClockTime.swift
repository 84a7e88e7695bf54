// Times and numbers as Harbour Lines writes them: in words.

/// A time of day, in steps of five minutes.
public struct ClockTime: Hashable, Comparable, Sendable {
  /// Since midnight.
  public let minutes: Int

  public init(_ hour: Int, _ minute: Int = 0) { minutes = hour * 60 + minute }

  public static func + (time: ClockTime, minutes: Int) -> ClockTime { ClockTime(0, time.minutes + minutes) }

  public static func < (left: ClockTime, right: ClockTime) -> Bool { left.minutes < right.minutes }

  /// "ten past seven", "half past nine", "a quarter to four", "six".
  public var words: String {
    let (hour, minute) = (minutes / 60, minutes % 60)
    return switch minute {
    case 0: Self.hourName(hour)
    case 15: "a quarter past \(Self.hourName(hour))"
    case 30: "half past \(Self.hourName(hour))"
    case 45: "a quarter to \(Self.hourName(hour + 1))"
    case ..<30: "\(NumberWords.spelled(minute)) past \(Self.hourName(hour))"
    default: "\(NumberWords.spelled(60 - minute)) to \(Self.hourName(hour + 1))"
    }
  }

  public var partOfDay: String {
    switch minutes {
    case ..<(12 * 60): "morning"
    case ..<(18 * 60): "afternoon"
    default: "evening"
    }
  }

  /// "ten past seven in the morning".
  public var fullWords: String { "\(words) in the \(partOfDay)" }

  private static func hourName(_ hour: Int) -> String { NumberWords.spelled((hour + 11) % 12 + 1) }
}

public enum NumberWords {
  /// "four", "twenty-five", "a hundred and forty"; digits outside 0 ... 199.
  public static func spelled(_ number: Int) -> String {
    switch number {
    case 0..<20: small[number]
    case 20..<100: tens[number / 10 - 2] + (number % 10 == 0 ? "" : "-" + small[number % 10])
    case 100: "a hundred"
    case 101..<200: "a hundred and " + spelled(number - 100)
    default: String(number)
    }
  }

  /// "one crown", "six crowns".
  public static func crowns(_ number: Int) -> String { spelled(number) + (number == 1 ? " crown" : " crowns") }

  private static let small = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]
  private static let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
}
