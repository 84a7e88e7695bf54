// Points with two digits behind the point: a mark after what lateness takes off.
import Foundation

public struct Points: Comparable, Hashable, Sendable {
  public var hundredths: Int

  public init(hundredths: Int) { self.hundredths = hundredths }
  public init(_ whole: Int) { hundredths = whole * 100 }

  public static let zero = Points(0)
  private static let most = 1_000_000

  /// `7`, `7.5`, `7.25`; nil for anything else, and for what is negative or beyond a million.
  public init?(_ text: String) {
    guard let match = text.wholeMatch(of: /(\d{1,7})(?:\.(\d{1,2}))?/)?.output, let whole = Int(match.1),
      let fraction = Int((match.2 ?? "").padding(toLength: 2, withPad: "0", startingAt: 0)), whole <= Self.most
    else { return nil }
    hundredths = whole * 100 + fraction
  }

  public static func < (a: Points, b: Points) -> Bool { a.hundredths < b.hundredths }
  public static func + (a: Points, b: Points) -> Points { Points(hundredths: a.hundredths + b.hundredths) }

  /// Less a share, rounded to hundredths, a half upward.
  func less(_ share: Share) -> Points {
    Points(hundredths: (hundredths * (Share.whole.hundredths - share.hundredths) + 5000) / 10_000)
  }

  /// `7`, `7.5`
  public var text: String {
    let digits = String(hundredths % 100 + 100).dropFirst()
    var text = "\(hundredths / 100).\(digits)"
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }
}

extension Points: Codable {
  public init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer().decode(Double.self)
    guard let hundredths = Int(exactly: (value * 100).rounded()) else {
      throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "no points"))
    }
    self.init(hundredths: hundredths)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(Double(hundredths) / 100)
  }
}

/// A share in hundredths of a per cent.
struct Share: Comparable, Hashable {
  var hundredths: Int

  static let whole = Share(hundredths: 10_000)

  static func < (a: Share, b: Share) -> Bool { a.hundredths < b.hundredths }

  /// `10%`, `2.5%`; from 0 to 100 %.
  init?(_ text: some StringProtocol) {
    guard text.hasSuffix("%"), let points = Points(String(text.dropLast())), points.hundredths <= 10_000 else {
      return nil
    }
    hundredths = points.hundredths
  }

  init(hundredths: Int) { self.hundredths = hundredths }

  var text: String { Points(hundredths: hundredths).text + "%" }
}
