// What lateness costs. Written as `due=2026-12-01T23:59,grace=15m,slope=10%/day,cap=50%`.
import Foundation
import LessonDocuments
import SystemTools

public struct LatePolicy: Equatable, Sendable {
  var due: Moment
  /// Seconds after it that cost nothing.
  var grace = TimeSpan(seconds: 0)
  /// Taken off for each unit of time that has begun since it was due.
  var slope = Share(hundredths: 0)
  var unit = TimeSpan.day
  /// The most that is taken off.
  var cap = Share.whole

  /// How late a file is, and what that takes off the points that it earned.
  ///
  /// - Parameter due: instead of the policy's, for whoever has been given more time.
  func lateness(handedIn: Moment, due: Moment) -> (seconds: Int64, deducted: Share) {
    let milliseconds = handedIn.milliseconds - due.milliseconds
    guard milliseconds > 0 else { return (0, Share(hundredths: 0)) }
    // What is late at all is late by a second at least.
    let seconds = (milliseconds + 999) / 1000
    guard seconds > grace.seconds else { return (seconds, Share(hundredths: 0)) }
    let begun = (seconds + unit.seconds - 1) / unit.seconds
    let (product, overflows) = Int64(slope.hundredths).multipliedReportingOverflow(by: begun)
    let deducted = overflows ? cap.hundredths : Int(min(product, Int64(cap.hundredths)))
    return (seconds, Share(hundredths: deducted))
  }
}

/// As text
extension LatePolicy {
  /// How it is written, for a command's help.
  public static let syntax = """
    KEY=VALUE, separated by commas. due=2026-12-01T23:59 (local time, or with Z or +01:00 behind it; a minute lasts to \
    its end, a day without a time too) must be there. grace=15m: so much later costs nothing (s, m, h, d). \
    slope=10%/day: taken off the earned points for each day (or hour) that has begun since it was due. cap=50%: the most \
    that is taken off. "none" takes a policy away.
    """

  private enum Key: String, CaseIterable { case due, grace, slope, cap }

  /// - Throws: `LateSyntaxError` with the place.
  public init(_ text: String, zone: TimeZone = .current) throws(LateSyntaxError) {
    var due: Moment?
    var policy = LatePolicy(due: Moment(milliseconds: 0))
    var seen: Set<Key> = []
    var column = 1
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let fail = { (reason: String) in LateSyntaxError(text: text, column: column, reason: reason) }
      let pieces = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(pieces[0])
      guard let key = Key(rawValue: name), pieces.count == 2 else {
        let nearest = NearestName.of(name, among: Key.allCases.map(\.rawValue)) ?? ""
        throw fail(
          pieces.count == 2
            ? "there is no key \(name.quoted); the nearest is \(nearest.quoted)"
            : "\(String(part).quoted) is not KEY=VALUE; the keys are due, grace, slope and cap")
      }
      guard seen.insert(key).inserted else { throw fail("\(name) is there twice") }
      let value = String(pieces[1])
      switch key {
      case .due:
        due = Moment(value, zone: zone)
        if due == nil { throw fail("\(value.quoted) is no time; write it as due=2026-12-01T23:59") }
      case .grace:
        guard let span = TimeSpan(value) else { throw fail("\(value.quoted) is no time; write it as grace=15m") }
        policy.grace = span
      case .slope:
        let sides = value.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard sides.count == 2, let share = Share(sides[0]), let unit = TimeSpan.units[String(sides[1])] else {
          throw fail("\(value.quoted) is no slope; write it as slope=10%/day or slope=1%/hour")
        }
        (policy.slope, policy.unit) = (share, unit)
      case .cap:
        guard let share = Share(value) else { throw fail("\(value.quoted) is no share; write it as cap=50%") }
        policy.cap = share
      }
      column += part.count + 1
    }
    guard let due else { throw LateSyntaxError(text: text, column: 1, reason: "due=… is missing") }
    policy.due = due
    self = policy
  }

  init(due: Moment) { self.due = due }

  /// The policy as it can be read again.
  public var text: String {
    let unitName = unit == .day ? "day" : "hour"
    return "due=\(due.text),grace=\(grace.seconds)s,slope=\(slope.text)/\(unitName),cap=\(cap.text)"
  }
}

/// A late policy that makes no sense, and where.
public struct LateSyntaxError: Error, Equatable, CustomStringConvertible {
  var text: String
  /// From 1.
  var column: Int
  var reason: String

  public var description: String { "late policy \(text.quoted), character \(column): \(reason)" }
}

/// A length of time in whole seconds.
struct TimeSpan: Hashable {
  var seconds: Int64

  static let day = TimeSpan(seconds: 86_400)
  static let hour = TimeSpan(seconds: 3600)
  static let units = ["day": day, "hour": hour]

  init(seconds: Int64) { self.seconds = seconds }

  /// `30s`, `15m`, `2h`, `1d`, or several of them as in `1d12h`.
  init?(_ text: some StringProtocol) {
    let sizes: [Character: Int64] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
    guard String(text).wholeMatch(of: /(\d{1,6}[smhd])+/) != nil else { return nil }
    seconds = String(text).matches(of: /(\d+)([smhd])/).reduce(0) { sum, match in
      sum + (Int64(match.1) ?? 0) * (match.2.first.flatMap { sizes[$0] } ?? 0)
    }
  }

  /// `1 d 2 h`, in two units at most, for people.
  var text: String {
    let parts = [(seconds / 86_400, "d"), (seconds / 3600 % 24, "h"), (seconds / 60 % 60, "min"), (seconds % 60, "s")]
    let shown = parts.drop { $0.0 == 0 }.prefix(2).filter { $0.0 > 0 }
    return shown.isEmpty ? "0 s" : shown.map { "\($0.0) \($0.1)" }.joined(separator: " ")
  }
}
