// The award as a page: one file to look at, to print and to check. What it holds for machines stands at its end, and
// everything that one sees follows from that alone, so that a changed page can be told.
import Foundation
import Grading
import Rendering

public enum AwardPage {
  /// Where the award's JSON stands, in base64: an element that no browser shows.
  private static let marks = (start: #"<template id="lectern-award">"#, end: "</template>")

  public static func source(of award: Award) -> String {
    let title = award.name.map { "Award: \($0)" } ?? "Award"
    return HTMLPage.source(
      title: title, header: [certificate(award)],
      main: [
        proven(award), record(award), works(award), .element("template", ["id": "lectern-award"], text: data(award)),
      ],
      rules: rules)
  }

  private static func data(_ award: Award) -> String { Data(award.json.utf8).base64EncodedString() }

  /// The JSON that a page holds; nil if it holds none.
  static func data(in page: [UInt8]) -> Data? {
    let (start, end) = (Array(marks.start.utf8), Array(marks.end.utf8))
    guard let opening = page.firstRange(of: start) else { return nil }
    let rest = page[opening.upperBound...]
    guard let closing = rest.firstRange(of: end) else { return nil }
    return Data(base64Encoded: Data(rest[..<closing.lowerBound]))
  }

  // MARK: What one sees first

  private static func certificate(_ award: Award) -> HTML {
    let (count, all) = (award.works.count, award.record.exerciseCount)
    let deed: [HTML] = [
      .text("has passed "),
      .element("strong", text: count == all && all > 1 ? "all \(all) exercises" : counted(count, "exercise")),
      .text(count < all ? " of \(all) with " : " with "),
      .element("strong", text: "\(award.earned) of \(award.points) points"),
    ]
    var parts: [HTML] = [
      AwardEmblem.picture(of: award), .element("p", ["class": "kind"], text: "Lectern"), .element("h1", text: "Award"),
    ]
    // Without a name there is a line to write it on.
    parts.append(
      award.name.map { .element("p", ["class": "name"], text: $0) } ?? .element("p", ["class": "name blank"]))
    parts.append(.element("p", ["class": "deed"], deed))
    if !award.chapters.isEmpty {
      parts.append(.element("p", ["class": "quiet"], text: award.chapters.joined(separator: " · ")))
    }
    parts.append(.element("p", ["class": "day"], text: award.madeOn.day))
    return .element("div", ["class": "award"], parts)
  }

  // MARK: What is proven, and what is not

  private static func proven(_ award: Award) -> HTML {
    let rows = award.works.map { work -> HTML in
      .element(
        "tr", [:],
        [
          .element("td", text: work.title),
          .element("td", ["class": "numeric"], text: "\(work.earned) of \(work.points)"),
          .element("td", ["class": "numeric"], text: work.passedOn?.day ?? ""),
        ])
    }
    let head = HTML.element(
      "tr", [:],
      [
        .element("th", ["scope": "col"], text: "Exercise"),
        .element("th", ["scope": "col", "class": "numeric"], text: "Points"),
        .element("th", ["scope": "col", "class": "numeric"], text: "First passed"),
      ])
    return .element(
      "section", [:],
      [
        .element("h2", text: "Proven"),
        .element("table", [:], [.element("thead", [:], [head]), .element("tbody", [:], rows)]),
        .element(
          "p", [:],
          [
            .text(
              "On \(award.madeOn.day) each of these programs was compiled and judged by the probes of its exercise. The "
                + "programs are in this page. Whoever has the course can judge them again: "),
            .element("code", text: "lectern award --check award.html"), .text("."),
          ]),
      ])
  }

  private static func record(_ award: Award) -> HTML {
    let record = award.record
    var parts: [HTML] = [
      .element("h2", text: "The learner’s own record"),
      .element(
        "p", ["class": "quiet"], text: "Kept on the learner’s machine, as are the dates above; nothing proves it."),
    ]
    var sentences = ["\(record.lessons.count) of \(counted(record.lessonCount, "lesson")) done."]
    if record.questionsRight > 0 {
      sentences.append(
        "\(record.questionsRightAtFirst) of \(counted(record.questions, "question")) right at the first attempt, "
          + "\(record.questionsRight) in the end.")
    }
    parts.append(.element("p", text: sentences.joined(separator: " ")))
    if !record.lessons.isEmpty {
      let items = record.lessons.map { lesson in
        HTML.element("li", text: (lesson.number.map { "\($0)  " } ?? "") + lesson.title)
      }
      parts.append(.element("ul", ["class": "lessons"], items))
    }
    return .element("section", [:], parts)
  }

  private static func works(_ award: Award) -> HTML {
    let items = award.works.map { work in
      HTML.element(
        "details", ["class": "work"],
        [
          .element("summary", [:], [.text("\(work.title): "), .element("code", text: work.fileName)]),
          .element("p", ["class": "digest"], [.text("SHA-256 "), .element("code", text: work.sha256)]),
          CodeHTML.html(for: work.source, firstLine: 1),
        ])
    }
    return .element("section", ["class": "works"], [.element("h2", text: "The programs")] + items)
  }

  private static func counted(_ count: Int, _ noun: String) -> String { NumberText(TextOptions()).counted(count, noun) }
}

/// Looks
extension AwardPage {
  private static let rules: StaticString = """
    .award{margin:1rem 0 2.5rem;padding:2.5rem 1.5rem 2rem;text-align:center;border:.35rem double var(--accent);\
    border-radius:.5rem}
    .award svg{margin:0 auto 1.2rem}.award p{margin:.5em 0}
    .award h1,.award .name{font-family:Georgia,"Palatino Linotype","DejaVu Serif",serif}
    .award h1{font-size:1.5rem;font-weight:400;letter-spacing:.35em;text-indent:.35em;text-transform:uppercase;margin:0}
    .award .kind{color:var(--quiet);letter-spacing:.2em;font-size:.85rem;text-transform:uppercase}
    .award .name{font-size:2.6rem;line-height:1.2;margin:.7em auto .5em;overflow-wrap:anywhere}
    .award .blank{height:1.2em;max-width:26rem;border-bottom:1px solid var(--quiet)}
    .award .deed{font-size:1.25rem}.award .day{margin-top:1.6em}
    table{width:100%}thead th{border-bottom-width:2px}td{overflow-wrap:anywhere}.numeric{white-space:nowrap}
    th:last-child,td:last-child{padding-right:0}
    .lessons{list-style:none;padding:0;columns:2 18rem}
    .work{margin:.6rem 0;border:1px solid var(--rule);border-radius:.5rem}.work pre{border-radius:0 0 .5rem .5rem}
    .digest{margin:0;padding:.2rem 1rem .6rem;font-size:.8rem;color:var(--quiet)}
    @page{margin:16mm}
    @media print{:root{color-scheme:light}body{font-size:11pt}header{padding-top:0}h2{margin-top:1.2em}
    .award{min-height:94vh;margin:0;display:flex;flex-direction:column;justify-content:center;align-items:center;\
    break-after:page}.award svg{margin:0 0 2rem}.award .blank{width:26rem}
    tr,li{break-inside:avoid}h2{break-after:avoid}.works{display:none}}
    """
}

extension Moment {
  /// `28 November 2026`, in UTC, so that it is the same wherever the page is written again.
  fileprivate var day: String {
    let parts = text.prefix(10).split(separator: "-").compactMap { Int($0) }
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    guard parts.count == 3, months.indices.contains(parts[1] - 1) else { return String(text.prefix(10)) }
    return "\(parts[2]) \(months[parts[1] - 1]) \(parts[0])"
  }
}
