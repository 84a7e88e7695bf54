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

/// As text
extension Moment {
  /// A day, or a day and a time: `2026-12-01`, `2026-12-01T23:59`, `2026-12-01 23:59:30`, with `Z` or `+01:00` behind
  /// it for a zone other than the given one. A day lasts to its end, and so does a minute.
  init?(_ text: String, zone: TimeZone = .current) {
    let pattern =
      /(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?)?(Z|[+-]\d{2}:\d{2})?/
    guard let match = text.wholeMatch(of: pattern)?.output else { return nil }
    let number = { (part: Substring?) in part.flatMap { Int($0) } }
    var parts = DateComponents()
    (parts.year, parts.month, parts.day) = (number(match.1), number(match.2), number(match.3))
    (parts.hour, parts.minute) = (number(match.4) ?? 23, number(match.5) ?? 59)
    parts.second = number(match.6) ?? 59
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    if let name = match.8 {
      guard let offset = Self.offset(name), let fixed = TimeZone(secondsFromGMT: offset) else { return nil }
      calendar.timeZone = fixed
    }
    guard parts.isValidDate(in: calendar), let date = calendar.date(from: parts) else { return nil }
    let fraction = match.7.map { $0.padding(toLength: 3, withPad: "0", startingAt: 0) }.flatMap { Int64($0) } ?? 0
    self.init(milliseconds: Int64(date.timeIntervalSince1970.rounded()) * 1000 + fraction)
  }

  private static func offset(_ name: Substring) -> Int? {
    if name == "Z" { return 0 }
    let parts = name.dropFirst().split(separator: ":").compactMap { Int($0) }
    guard parts.count == 2, parts[0] < 24, parts[1] < 60 else { return nil }
    return (parts[0] * 3600 + parts[1] * 60) * (name.hasPrefix("-") ? -1 : 1)
  }

  /// `2026-12-01T22:59:59Z`, with `.123` if there is more than whole seconds.
  public var text: String { text(zone: .gmt, separator: "T", zoneName: "Z") }

  /// For people: `2026-12-01 23:59:59`, in the zone of the machine.
  package func local(zone: TimeZone = .current) -> String {
    Moment(milliseconds: milliseconds - milliseconds.modulo(1000)).text(zone: zone, separator: " ", zoneName: "")
  }

  private func text(zone: TimeZone, separator: String, zoneName: String) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let fraction = milliseconds.modulo(1000)
    let date = Date(timeIntervalSince1970: Double((milliseconds - fraction) / 1000))
    let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: date)
    let digits = { (number: Int?, width: Int) in
      let text = String(number ?? 0)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    let day = "\(digits(parts.year, 4))-\(digits(parts.month, 2))-\(digits(parts.day, 2))"
    let time = "\(digits(parts.hour, 2)):\(digits(parts.minute, 2)):\(digits(parts.second, 2))"
    return day + separator + time + (fraction == 0 ? "" : "." + digits(Int(fraction), 3)) + zoneName
  }
}

extension Moment: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let moment = Moment(try container.decode(String.self), zone: .gmt) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a time")
    }
    self = moment
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

extension Int64 {
  /// The rest of a division, never negative.
  fileprivate func modulo(_ divisor: Int64) -> Int64 { (self % divisor + divisor) % divisor }
}
