import Foundation
import Testing

@testable import Grading

@Suite struct MomentTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("2024-02-29T23:59:59.999Z", 1_709_251_199_999),
    ("2000-03-01T00:00:00Z", 951_868_800_000),
    ("1969-12-31T23:59:59Z", -1000), ("1600-02-29T12:00:00Z", -11_670_955_200_000),
    ("9999-12-31T23:59:59Z", 253_402_300_799_000),
  ])
  func `a time is written and read as the calendar has it`(text: String, milliseconds: Int64) {
    #expect(Moment(milliseconds: milliseconds).text == text)
    #expect(Moment(utc: text) == Moment(milliseconds: milliseconds))
    #expect(Moment(text, zone: .gmt) == Moment(milliseconds: milliseconds))
  }

  @Test(arguments: [
    "", "2026-13-01T00:00:00Z", "2026-02-29T00:00:00Z", "2026-01-01T24:00:00Z", "2026-01-01T00:00:00",
    "x026-01-01T00:00:00Z",
  ])
  func `what is no time is not read as one`(text: String) { #expect(Moment(utc: text) == nil) }

  @Test func `days of four hundred years come back`() {
    for day in stride(from: Int64(-60_000), to: 90_000, by: 13) {
      let moment = Moment(milliseconds: day * 86_400_000 + 1)
      #expect(Moment(utc: moment.text) == moment)
    }
  }

  @Test func `for people the time is that of their zone`() throws {
    let zone = try #require(TimeZone(secondsFromGMT: 3600))
    #expect(Moment(milliseconds: 0).local(zone: zone) == "1970-01-01 01:00:00")
  }
}
