// A point in time, as the gradebook keeps it: handed in, judged, changed.
import Foundation

/// Milliseconds since 1970, so that what is written and read again is the same.
public struct Moment: Comparable, Hashable, Sendable {
  public var milliseconds: Int64

  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  public static var now: Moment { Moment(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded())) }

  public static func < (a: Moment, b: Moment) -> Bool { a.milliseconds < b.milliseconds }

  static func + (moment: Moment, seconds: Int64) -> Moment {
    Moment(milliseconds: moment.milliseconds + seconds * 1000)
  }
}

/// In UTC, as files hold it
extension Moment {
  /// `2026-12-01T22:59:59Z`, with `.123` if there is more than whole seconds.
  public var text: String {
    let time = CivilTime(milliseconds: milliseconds)
    let fraction = time.millisecond == 0 ? "" : "." + CivilTime.digits(time.millisecond, 3)
    return time.text(separator: "T") + fraction + "Z"
  }

  /// Reads what `text` writes, and nothing else; fast, for files of ours.
  init?(utc text: String) {
    let bytes = Array(text.utf8)
    guard [20, 24].contains(bytes.count), bytes.last == UInt8(ascii: "Z") else { return nil }
    let marks: [Int: UInt8] = [4: 0x2d, 7: 0x2d, 10: 0x54, 13: 0x3a, 16: 0x3a, 19: bytes.count == 24 ? 0x2e : 0x5a]
    for (index, byte) in bytes.dropLast().enumerated() {
      guard marks[index].map({ $0 == byte }) ?? (0x30...0x39).contains(byte) else { return nil }
    }
    let number = { (range: Range<Int>) in bytes[range].reduce(0) { $0 * 10 + Int($1) - 0x30 } }
    let time = CivilTime(
      year: number(0..<4), month: number(5..<7), day: number(8..<10), hour: number(11..<13), minute: number(14..<16),
      second: number(17..<19), millisecond: bytes.count == 24 ? number(20..<23) : 0)
    guard time.isPossible else { return nil }
    milliseconds = time.milliseconds
  }
}

extension Moment: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let moment = Moment(utc: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a time")
    }
    self = moment
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

/// A date and a time of day in the Gregorian calendar, without a zone.
private struct CivilTime {
  var year: Int
  var month: Int
  var day: Int
  var hour: Int
  var minute: Int
  var second: Int
  var millisecond: Int

  init(year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int, millisecond: Int) {
    (self.year, self.month, self.day) = (year, month, day)
    (self.hour, self.minute, self.second, self.millisecond) = (hour, minute, second, millisecond)
  }

  /// Whether there is such a day and such a time.
  var isPossible: Bool {
    guard (1...12).contains(month), day >= 1, hour < 24, minute < 60, second < 60 else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return day <= lengths[month - 1]
  }

  // The year is counted from March here, so that the day that leap years have more is its last.

  var milliseconds: Int64 {
    let years = month > 2 ? year : year - 1
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let days = years * 365 + years / 4 - years / 100 + years / 400 + dayOfYear - 719_468
    let seconds = Int64(days) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
    return seconds * 1000 + Int64(millisecond)
  }

  init(milliseconds: Int64) {
    // From the year 0 to 9999.
    let bounded = min(max(milliseconds, -62_167_219_200_000), 253_402_300_799_999)
    let sinceYearZero = Int(bounded + 62_162_035_200_000 + 146_097 * 86_400_000)
    let (days, rest) = sinceYearZero.quotientAndRemainder(dividingBy: 86_400_000)
    let (era, dayOfEra) = days.quotientAndRemainder(dividingBy: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = yearOfEra + (era - 1) * 400 + (month <= 2 ? 1 : 0)
    (hour, minute) = (rest / 3_600_000, rest / 60_000 % 60)
    (second, millisecond) = (rest / 1000 % 60, rest % 1000)
  }

  func text(separator: String) -> String {
    let two = { (number: Int) in Self.digits(number, 2) }
    return "\(Self.digits(year, 4))-\(two(month))-\(two(day))\(separator)\(two(hour)):\(two(minute)):\(two(second))"
  }

  static func digits(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}

extension Moment {
  /// For people: `2026-12-01 23:59:59`, in the zone of the machine.
  package func local(zone: TimeZone = .current) -> String {
    let date = Date(timeIntervalSince1970: Double(milliseconds) / 1000)
    return CivilTime(milliseconds: milliseconds + Int64(zone.secondsFromGMT(for: date)) * 1000).text(separator: " ")
  }
}
