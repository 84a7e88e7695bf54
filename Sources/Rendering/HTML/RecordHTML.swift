// Any record as HTML: numbers as text, maps and curves as SVG, each with its name and its facts.
import LessonDocuments
import StepRecords

enum RecordHTML {
  /// Columns of numbers printed in the page's type.
  private static let textWidth = 82
  /// Columns of a printed line that is not prose.
  private static let longestLine = 120

  static func html(for record: Record, in lesson: Lesson) -> HTML {
    let name = record.name
    switch record.content {
    case .value(let value): return self.value(value, record)
    case .tensor(let tensor): return self.tensor(tensor, record)
    case .attention(let attention): return AttentionHTML.html(for: attention, record)
    case .series(let series):
      let facts = SeriesPicture.facts(series, TextOptions())
      return figure(record, kind: "series", facts: facts, [SeriesSVG.picture(of: series, name: name) ?? .empty])
    case .progress(let progress): return ProgressHTML.html(for: [progress], name: name)
    case .table(let table): return TableHTML.html(for: table, record)
    case .distribution(let distribution):
      let picture = DistributionSVG.picture(for: distribution, title: title(name, "distribution"))
      let count = max(distribution.outcomes, distribution.probabilities.count)
      return figure(
        record, kind: "distribution", facts: [("", NumberText(TextOptions()).counted(count, "outcome"))],
        [picture ?? .empty])
    case .text(let text):
      guard !text.text.isEmpty else { return .empty }
      // Lines as long as these are prose; tables and drawings must not be wrapped.
      let isProse = text.text.split(separator: "\n").contains { $0.count > longestLine }
      let classes = [text.stream == .stderr ? "stderr" : nil, isProse ? "wrapped" : nil].compactMap { $0 }
      return .element(
        "pre", ["class": classes.isEmpty ? nil : classes.joined(separator: " ")], text: text.text.withoutLastNewline)
    case .picture(let picture):
      let image = HTML.element("img", ["src": SVG.imageSource(picture.svg), "alt": picture.alternative])
      return figure(record, kind: "", [image])
    case .failure(let failure): return FailureHTML.html(for: failure, record, in: lesson)
    }
  }

  /// What a picture is called by those who do not see it.
  static func title(_ name: String, _ kind: String) -> String { name.isEmpty ? kind : "\(name), \(kind)" }

  static func figure(
    _ record: Record, kind: String, facts: [(label: String, value: String)] = [], _ content: [HTML]
  ) -> HTML {
    .element("figure", [:], [caption(record, kind: kind, facts: facts, element: "figcaption")] + content)
  }

  /// Name, kind and facts, as the first line of a picture in a terminal.
  static func caption(
    _ record: Record, kind: String, facts: [(label: String, value: String)] = [], element: StaticString
  ) -> HTML {
    var words: [HTML] = []
    if !record.name.isEmpty { words.append(.element("span", ["class": "name"], text: record.name)) }
    let quiet = { (text: String) in HTML.element("span", ["class": "quiet"], text: text) }
    if !kind.isEmpty { words.append(quiet(kind)) }
    for fact in facts {
      words.append(fact.label.isEmpty ? .text(fact.value) : [quiet(fact.label), .text(fact.value)].joined(" "))
    }
    if let note = RecordPicture.note(record) { words.append(quiet(note)) }
    return words.isEmpty ? .empty : .element(element, [:], [words.joined(" &#8194;")])
  }

  private static func value(_ value: ValueRecord, _ record: Record) -> HTML {
    let kind = value.type.isEmpty ? "" : value.type
    if value.text.utf8.count <= textWidth, !value.text.contains("\n") {
      let head = caption(record, kind: kind, element: "span")
      return .element("p", [:], [head, .text(head == .empty ? "" : " = "), .element("code", text: value.text)])
    }
    return figure(record, kind: kind, [.element("pre", ["class": "wrapped"], text: value.text)])
  }

  private static func tensor(_ tensor: TensorRecord, _ record: Record) -> HTML {
    let options = TextOptions()
    let kind = TensorPicture.kind(tensor)
    let facts = TensorPicture.facts(tensor, options)
    guard let block = TensorBlock(tensor) else {
      let note = tensor.elementCount == 0 ? PictureStyle.noElements : PictureStyle.unfilled
      return figure(record, kind: kind, facts: facts, [.element("p", ["class": "quiet"], text: note)])
    }
    if let picture = HeatMapSVG.picture(of: tensor, name: record.name) {
      return figure(record, kind: kind, facts: facts, [picture])
    }
    let lines = TensorText(block: block, width: textWidth, options: options).lines
    let text = lines.map(\.plainText).joined(separator: "\n")
    if block.rank == 0 {
      return .element(
        "p", [:], [caption(record, kind: kind, element: "span"), .text(" = "), .element("code", text: text)])
    }
    return figure(record, kind: kind, facts: facts, [.element("pre", [:], text: text)])
  }
}

extension String {
  var withoutLastNewline: String { hasSuffix("\n") ? String(dropLast()) : self }
}
