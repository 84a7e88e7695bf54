// Times of day and lengths of time as a lecture says them.
import Foundation

enum DayTime {
  /// `today at 14:03`, `yesterday at 14:03`, `on 3 November at 14:03`, in the zone of the machine.
  static func text(_ date: Date, now: Date = Date()) -> String {
    let time = parts(date)
    let clock = "\(two(time.tm_hour)):\(two(time.tm_min))"
    // By the calendar, not by hours: noon is never in the gap of a change of clocks.
    var noon = parts(now)
    (noon.tm_hour, noon.tm_min, noon.tm_sec, noon.tm_isdst) = (12, 0, 0, -1)
    for (name, days) in [("today", 0), ("yesterday", -1)] {
      var day = noon
      day.tm_mday += Int32(days)
      mktime(&day)
      if (day.tm_year, day.tm_yday) == (time.tm_year, time.tm_yday) { return "\(name) at \(clock)" }
    }
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    let month = Int(time.tm_mon)
    let name = months.indices.contains(month) ? months[month] : ""
    let year = time.tm_year == noon.tm_year ? "" : " \(Int(time.tm_year) + 1900)"
    return "on \(time.tm_mday) \(name)\(year) at \(clock)"
  }

  /// `14:03`
  static func clock(_ date: Date = Date()) -> String {
    let time = parts(date)
    return "\(two(time.tm_hour)):\(two(time.tm_min))"
  }

  /// `7:05`, `1:07:05`
  static func elapsed(seconds: Double) -> String {
    let whole = Int(max(0, min(seconds, 1e9)))
    let rest = ":\(two(Int32(whole % 60)))"
    let minutes = whole / 60
    return minutes < 60 ? "\(minutes)\(rest)" : "\(minutes / 60):\(two(Int32(minutes % 60)))\(rest)"
  }

  /// `7 s`, `2 min 5 s`
  static func whole(seconds: Double) -> String {
    let whole = Int(max(0, min(seconds, 1e9)))
    return whole < 60 ? "\(whole) s" : "\(whole / 60) min \(whole % 60) s"
  }

  /// `40 ms`, `2.5 s`, `2 min 5 s`
  static func short(seconds: Double) -> String {
    if seconds < 0.9995 { return "\(Int((seconds * 1000).rounded())) ms" }
    return seconds < 9.95 ? "\((seconds * 10).rounded() / 10) s" : whole(seconds: seconds)
  }

  private static func parts(_ date: Date) -> tm {
    var seconds = time_t(max(0, min(date.timeIntervalSince1970, 2.5e11)))
    var parts = tm()
    localtime_r(&seconds, &parts)
    return parts
  }

  private static func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
