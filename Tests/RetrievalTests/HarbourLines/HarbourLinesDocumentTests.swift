import Corpora
import DocumentReading
import Foundation
import Testing

/// The Harbour Lines documents: that they can be read, and that they speak of the world that `Corpora` speaks of.
struct HarbourLinesDocumentTests {
  private let world = HarbourLines(seed: 7)

  private func text(_ name: String) throws -> String {
    HarbourLinesFolder.folded(try HarbourLinesFolder.document(name).pages.map(\.text).joined(separator: " "))
  }

  @Test func `every document is read, and no page of a PDF is empty`() throws {
    let names = try HarbourLinesFolder.documents()
    #expect(names.count >= 25)
    #expect(Set(names.compactMap(DocumentFormat.init(file:))) == Set(DocumentFormat.allCases))
    var pages = 0
    for name in names {
      let document = try HarbourLinesFolder.document(name)
      pages += document.pages.count
      for page in document.pages { #expect(page.text.count > 40, "\(name), page \(page.number)") }
    }
    #expect(pages >= 60)
  }

  @Test func `the summer timetable has the hours, days and piers of the world`() throws {
    let timetable = try text("Documents/timetable-2026.pdf")
    let signs: [HarbourLines.Days: String] = [
      .everyDay: "D", .weekdays: "W", .weekend: "S", .oddDays: "MWF", .evenDays: "TT",
    ]
    func hour(_ time: ClockTime) -> String {
      "\(time.minutes / 60).\(time.minutes % 60 < 10 ? "0" : "")\(time.minutes % 60)"
    }
    for route in world.routes {
      let ferry = route.ferry
      let row = "\(ferry.name) \(ferry.pier) \(signs[route.days] ?? "") \(hour(route.departure)) \(hour(route.wayBack))"
      #expect(timetable.contains(row), "\(route.island.name): \(row)")
    }
    for island in world.islands {
      #expect(
        timetable.contains(
          "The crossing to \(island.name) takes \(island.crossing) minutes. The ferries land at the \(island.landing).")
      )
    }
  }

  @Test func `ferries, fares and the rules of the handbook are those of the world`() throws {
    let crew = try text("Documents/crew-handbook.pdf")
    for ferry in world.ferries {
      #expect(crew.contains("\(ferry.name) \(ferry.captain) \(ferry.colour) \(ferry.seats) \(ferry.pier)"))
    }
    #expect(crew.contains("Harbour Lines uses channel \(NumberWords.spelled(world.radioChannel))."))
    let fares = try String(contentsOfFile: HarbourLinesFolder.path + "/Documents/fares-2026.csv", encoding: .utf8)
    for island in world.islands { #expect(fares.contains("\n\(island.name),\(island.fare),\(island.childFare),")) }
    let handbook = try text("Documents/passenger-handbook.pdf")
    #expect(handbook.contains("which costs \(NumberWords.crowns(world.bicycleFare)) on every route"))
    #expect(handbook.contains("The gate closes \(NumberWords.spelled(world.gateMinutes)) minutes before"))
    let guide = try text("Documents/island-guide.pdf")
    for island in world.islands { #expect(guide.contains("\(NumberWords.spelled(island.walk)) minutes on foot")) }
  }

  @Test func `the leaflet is Ostrish that the phrasebook understands`() throws {
    let pages = try HarbourLinesFolder.document("Documents/ostrish-leaflet.pdf").pages.map(\.text)
    let manuscript = try String(
      contentsOfFile: HarbourLinesFolder.path + "/Manuscripts/ostrish-leaflet.md", encoding: .utf8)
    let prose = manuscript.split(separator: "\n").filter { $0.hasSuffix(".") || $0.hasSuffix("?") }.dropLast()
    let sentences = prose.filter { !$0.hasPrefix("#") }.flatMap { line in
      line.split { ".?".contains($0) }.map { HarbourLinesFolder.folded(String($0)) }
    }
    #expect(sentences.count > 30)
    let leaflet = HarbourLinesFolder.folded(pages.joined(separator: " "))
    for sentence in sentences {
      #expect(leaflet.contains(sentence))
      let end = sentence.hasSuffix(" ka") ? "?" : "."
      #expect(throws: Never.self) { try Phrasebook().translate(sentence + end, from: .ostrish) }
    }
    for row in manuscript.split(separator: "\n") where row.hasPrefix("| ") && row.contains(".") {
      let cells = row.split(separator: "|").map { HarbourLinesFolder.folded(String($0)) }
      #expect(try Phrasebook().translate(cells[0], from: .ostrish) == cells[1])
    }
  }

  @Test func `the notice that arrives later says what no other document says`() throws {
    let notice = try text("Later/notice-2026-09-sauna-raft.pdf")
    #expect(notice.contains("A place costs six crowns and a half for ninety minutes."))
    for name in try HarbourLinesFolder.documents() {
      #expect(!(try text(name)).lowercased().contains("sauna"), "\(name)")
    }
  }

  @Test func `each PDF and Word file has a manuscript`() throws {
    let folder = HarbourLinesFolder.path + "/Manuscripts"
    let targets = try FileManager.default.contentsOfDirectory(atPath: folder).compactMap { name in
      try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8).split(separator: "\n")
        .first { $0.hasPrefix("file: ") }.map { String($0.dropFirst(6)) }
    }
    let later = try FileManager.default.contentsOfDirectory(atPath: HarbourLinesFolder.path + "/Later").map {
      "Later/\($0)"
    }
    let made = (try HarbourLinesFolder.documents() + later).filter { $0.hasSuffix(".pdf") || $0.hasSuffix(".docx") }
    #expect(targets.sorted() == made.sorted())
  }
}
