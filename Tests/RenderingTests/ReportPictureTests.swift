import Testing

@testable import Rendering

/// The pictures of an evaluation's report: shares on axes and maps, bars with intervals, reliability.
struct ReportPictureTests {
  private func count(_ part: String, in html: HTML) -> Int { html.source.split(separator: part).count - 1 }

  @Test("a radar puts each share on its axis, and leaves out what was not measured")
  func radar() throws {
    let picture = try #require(
      RadarSVG.picture(
        axes: ["up", "right", "down", "left"], series: [("one <model>", [1, 0.5, nil, 0])], title: "Shares"))
    // The centre is at 280, 186 and an axis is 130 long.
    #expect(picture.source.contains(#"<circle cx="280" cy="56" r="4""#))
    #expect(picture.source.contains(#"<circle cx="345" cy="186" r="4""#))
    #expect(picture.source.contains(#"<circle cx="280" cy="186" r="4""#))
    // Three points and the mark of the legend; lines from up to right and from left to up.
    #expect(count("<circle", in: picture) == 4)
    #expect(count("<polyline", in: picture) == 2)
    #expect(picture.source.contains("one &lt;model&gt;: up 100.0 %, right 50.0 %, left 0.0 %"))
    #expect(RadarSVG.picture(axes: ["a", "b"], series: [("x", [1, 1])], title: "") == nil)
  }

  @Test("series are told apart by form and dashes, not by colour alone")
  func forms() throws {
    let series = (0..<3).map { ("model \($0)", [0.2, 0.4, 0.6] as [Double?]) }
    let picture = try #require(RadarSVG.picture(axes: ["a", "b", "c"], series: series, title: "Shares"))
    #expect(picture.source.contains("stroke-dasharray=\"6 3\"") && picture.source.contains("stroke-dasharray=\"2 3\""))
    #expect(picture.source.contains("<circle") && picture.source.contains("<polygon"))
  }

  @Test("bars end at their values, whiskers at the ends of the intervals")
  func bars() throws {
    let bars = [
      IntervalBarsSVG.Bar(name: "a", value: 0.5, low: 0.25, high: 1, note: "rank 1"),
      IntervalBarsSVG.Bar(name: "b", value: .nan, low: .nan, high: .nan),
    ]
    let picture = try #require(IntervalBarsSVG.picture(bars, range: 0...1, title: "Accuracy"))
    // The axis goes from 17.3 to 662.2.
    let (left, right) = (17.3, SVG.fullWidth - 6 * SVG.columnWidth - 14)
    #expect(picture.source.contains("width=\"\(SVG.length((right - left) / 2))\" height=\"14\""))
    let (low, high) = (SVG.length(left + 0.25 * (right - left)), SVG.length(right))
    #expect(picture.source.contains(#"<line x1="\#(low)" y1="13" x2="\#(high)" y2="13" class="whisker">"#))
    #expect(picture.source.contains("no number"))
    #expect(picture.source.contains("a: 0.5 (0.25 to 1), rank 1"))
    #expect(IntervalBarsSVG.picture([bars[1]], title: "") == nil)
    // Beyond the range the axis grows, below 0 bars go to the left.
    let wide = try #require(
      IntervalBarsSVG.picture([.init(name: "c", value: -2, low: -3, high: 4)], range: 0...1, title: "x"))
    #expect(!wide.source.contains("width=\"-"))
  }

  @Test("a point of the reliability diagram stands at its confidence and accuracy")
  func reliability() throws {
    let points = [ReliabilitySVG.Point(confidence: 0.5, accuracy: 1, low: 0.25, high: 1, count: 8)]
    let picture = try #require(ReliabilitySVG.picture(points, title: "Reliability"))
    // The square is 260 wide, from 40 and 8.
    #expect(picture.source.contains(#"<circle cx="170" cy="8" r="4""#))
    #expect(picture.source.contains(#"<line x1="170" y1="203" x2="170" y2="8" class="whisker">"#))
    #expect(picture.source.contains(#"<line x1="40" y1="268" x2="300" y2="8" class="diagonal">"#))
    #expect(picture.source.contains("8 items said to be 50 % sure, 100 % right"))
    #expect(ReliabilitySVG.picture([], title: "") == nil)
  }

  @Test("a map of shares shows percents and what is missing, at any width, in ASCII too", arguments: [24, 40, 80])
  func map(_ width: Int) {
    let map = ShareMap(
      rowLabels: ["a", "b"], columnLabels: ["x", "y"], values: [[nil, 0.25], [0.75, 1]], missing: "never compared")
    for ascii in [true, false] {
      let lines = map.lines(name: "who", options: TextOptions(width: width, ascii: ascii)).map(\.plainText)
      #expect(lines.allSatisfy { $0.displayWidth <= width })
      let text = lines.joined(separator: "\n")
      for part in ["25", "75", "100"] { #expect(text.contains(part), "\(part) at \(width)") }
      if width > 30 { #expect(text.contains(ascii ? ". never compared" : "· never compared")) }
      if ascii { #expect(text.unicodeScalars.allSatisfy { $0.isASCII }) }
    }
    let svg = map.svg(title: "Who").source
    #expect(svg.contains("a: y 25.0 %; b: x 75.0 %, y 100.0 %") && svg.contains("class=\"masked\""))
    #expect(ShareMap(rowLabels: [], columnLabels: [], values: []).lines(name: "", options: TextOptions()).count <= 1)
  }
}
