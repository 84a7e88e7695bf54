// What holds for every picture, whatever a step sends.
import LessonDocuments
import Rendering
import StepRecords
import Testing

@Suite("Every picture")
struct PropertyTests {
  private static let looks: [(color: ColorDepth, ascii: Bool, plain: Bool)] = [
    (.none, false, false), (.none, true, false), (.sixteen, true, false), (.twoHundredFiftySix, false, false),
    (.none, false, true),
  ]
  private static let widths = [20, 27, 57, 80, 200]
  private static let samples =
    PictureSnapshotTests.sheets.flatMap(\.records) + [Samples.compileError, Samples.mismatch]

  @Test("keeps to the width and to safe characters, in ASCII to those up to 0x7e", arguments: widths)
  func pictures(_ width: Int) {
    for record in Self.samples + Hostile.all {
      for (color, ascii, plain) in Self.looks {
        let options = TextOptions(width: width, color: color, ascii: ascii, plain: plain)
        let lines = RecordPicture.lines(for: record, of: Samples.lesson.steps[1], in: Samples.lesson, options: options)
        if let problem = Self.problem(of: lines, options) { Issue.record("\(problem) at \(options) of \(record)") }
      }
    }
  }

  /// A line that is too wide, or a character that must not reach a terminal.
  private static func problem(of lines: [StyledLine], _ options: TextOptions) -> String? {
    if let line = lines.first(where: { $0.displayWidth > options.width }) {
      return "\(line.displayWidth) columns: \(line.plainText)"
    }
    let encoded = lines.encoded(options)
    let text = options.color == .none ? encoded : encoded.withoutColors
    if encoded.utf8.allSatisfy({ ($0 >= 0x20 && $0 < 0x7f) || $0 == 0x0a }) { return nil }
    if options.plain, let drawn = text.unicodeScalars.first(where: \.isDrawing) {
      return "drawing U+\(String(drawn.value, radix: 16)) in words"
    }
    let unsafe = text.unicodeScalars.first { $0.isUnsafe || (options.ascii && $0.value > 0x7e) }
    return unsafe.map { "U+\(String($0.value, radix: 16))" }
  }

  @Test("looked at closely keeps to the width and to safe characters", arguments: [20, 57])
  func zoomed(_ width: Int) {
    let parts: [ZoomPart] = [
      .whole, .head(0), .head(-1), .head(.max), .row(head: nil, 0), .row(head: 1, 2), .row(head: .min, .max),
    ]
    let looks = Self.samples.map { ($0, parts) } + Hostile.all.map { ($0, [.whole, .row(head: nil, 0)]) }
    for options in [TextOptions(width: width, ascii: true), TextOptions(width: width, plain: true)] {
      for (record, parts) in looks {
        for part in parts {
          let lines = ZoomPicture.lines(for: record, part: part, options: options)
          if let problem = Self.problem(of: lines, options) {
            Issue.record("\(problem) at \(options), \(part) of \(record)")
          }
        }
      }
    }
  }

  @Test("prose, code, quizzes and failures keep to the width and to safe characters", arguments: Hostile.texts)
  func lessons(_ text: String) {
    let nodes = Self.prose(saying: text)
    let quiz = Quiz(
      question: text, choices: [.init(text: text, isRight: true, reason: text)],
      range: SourceRange(start: SourcePosition(line: 1, column: 1), end: SourcePosition(line: 1, column: 1)))
    let source = SourceText(text: text + "\nlet x = \"\(text)\"", file: text, firstLine: 998, columnOffsets: [0, 0])
    let failure = FailureRecord(reason: .compileError, column: 9, message: text, file: text)
    for width in [20, 57] {
      for (color, ascii, plain) in Self.looks {
        let options = TextOptions(width: width, color: color, ascii: ascii, plain: plain)
        var lines = ProsePicture.lines(for: nodes, options: options)
        lines += CodePicture.lines(for: source, options: options) + QuizPicture.lines(for: quiz, options: options)
        lines += ProgressPicture.lines(history: Samples.running, name: text, options: options)
        lines += LiveProgressPicture.lines(
          for: ProgressHistory(Samples.running), name: text, rows: 24, options: options)
        for column in [nil, 0, 1, 9, 5000, Int.max, -3] {
          lines += FailurePicture.lines(
            for: failure, line: 3, lesson: text, step: text,
            excerpt: SourceExcerpt(line: text + "\t" + text, column: column),
            options: options)
        }
        #expect(Self.problem(of: lines, options) == nil, "\(options)")
      }
    }
  }

  /// A block of every kind with the text in it, and nested deeper than anybody draws.
  static func prose(saying text: String) -> [MarkdownNode] {
    let word = MarkdownNode(.text(text))
    let inlines = [
      word, MarkdownNode(.code(text)), MarkdownNode(.lineBreak), MarkdownNode(.softBreak),
      MarkdownNode(.htmlInline(text)),
      MarkdownNode(.emphasis, children: [word]), MarkdownNode(.strong, children: [word]),
      MarkdownNode(.link(destination: text, title: text), children: [word]),
      MarkdownNode(.image(source: text, title: text), children: [word]),
    ]
    let paragraph = MarkdownNode(.paragraph, children: inlines)
    var deep = paragraph
    for _ in 0..<300 { deep = MarkdownNode(.blockQuote, children: [deep]) }
    return (1...6).map { MarkdownNode(.heading(level: $0), children: inlines) } + [
      paragraph, MarkdownNode(.blockQuote, children: [paragraph]),
      MarkdownNode(
        .list(.ordered(start: 999_999_999), isTight: false), children: [MarkdownNode(.listItem, children: [paragraph])]),
      MarkdownNode(
        .list(.bullet, isTight: true),
        children: [MarkdownNode(.listItem), MarkdownNode(.listItem, children: [paragraph])]),
      MarkdownNode(.codeBlock(info: text, literal: text)), MarkdownNode(.codeBlock(info: "swift", literal: text)),
      MarkdownNode(.htmlBlock(text)), MarkdownNode(.thematicBreak), deep,
    ]
  }
}

extension String {
  /// Without what the encoder itself writes: escape, `[`, digits and `;`, `m`.
  var withoutColors: String {
    var kept: [UInt8] = []
    var rest = Array(utf8)[...]
    while let escape = rest.firstIndex(of: 0x1b) {
      kept += rest[..<escape]
      let codes = rest[(escape + 1)...].prefix {
        $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: ";") || (0x30...0x39).contains($0)
      }
      let isColor =
        codes.first == UInt8(ascii: "[") && rest.dropFirst(codes.endIndex - rest.startIndex).first == UInt8(ascii: "m")
      if !isColor { kept.append(0x1b) }
      rest = rest[(isColor ? codes.endIndex + 1 : escape + 1)...]
    }
    return String(decoding: kept + rest, as: UTF8.self)
  }
}

extension Unicode.Scalar {
  /// Lines, blocks, shades and dots, which say nothing to who listens.
  var isDrawing: Bool { (0x2500...0x259f).contains(value) || (0x2800...0x28ff).contains(value) }

  /// Moves a cursor, changes a terminal, or turns the writing direction round.
  var isUnsafe: Bool {
    switch value {
    case 0x0a: false
    case 0..<0x20, 0x7f..<0xa0, 0x61c, 0x200e, 0x200f, 0x2028...0x202e, 0x2066...0x2069: true
    default: false
    }
  }
}
