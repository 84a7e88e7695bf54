// Times as people write them.
import Foundation

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
}
