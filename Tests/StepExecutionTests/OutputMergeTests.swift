import StepRecords
import Testing

@testable import StepExecution

/// What a step printed and what it showed, in the order in which it happened.
struct OutputMergeTests {
  static func line(_ printedBefore: Int, _ name: String, step: Int = 1) throws -> [UInt8] {
    let record = Record(line: 1, name: name, content: .value(ValueRecord(type: "Int", text: "1")))
    return Array("\(printedBefore) \(step) ".utf8) + (try RecordJSON.line(record))
  }

  static func names(_ outputs: [StepOutput]) -> [String] {
    outputs.map { output in
      switch output {
      case .text(_, let text): text
      case .record(let record, _): "<\(record.name)>"
      case .answer(let bytes): "answer \(String(decoding: bytes, as: UTF8.self))"
      }
    }
  }

  @Test("an answer comes as it was sent, however it is cut on its way")
  func answers() {
    for size in 1...20 {
      var merge = OutputMerge()
      let bytes = Array("0 answer {\"a b\":1}\n0 answer [\n".utf8)
      for start in stride(from: 0, to: bytes.count, by: size) {
        merge.addRecords(bytes[start..<min(start + size, bytes.count)])
      }
      #expect(Self.names(merge.take(isFlushing: true, isEnd: true)) == ["answer {\"a b\":1}", "answer ["])
    }
  }

  @Test("a record stands where the text before it ends")
  func order() throws {
    var merge = OutputMerge()
    merge.addText(Array("onetwo".utf8))
    merge.settleText()
    merge.addRecords(try Self.line(0, "a") + Self.line(3, "b") + Self.line(6, "c"))
    #expect(Self.names(merge.take(isFlushing: false, isEnd: true)) == ["<a>", "one", "<b>", "two", "<c>"])
  }

  @Test("text that came after the records were read waits for the next records")
  func unsettled() throws {
    var merge = OutputMerge()
    merge.addText(Array("one".utf8))
    merge.settleText()
    merge.addText(Array("two".utf8))
    #expect(Self.names(merge.take(isFlushing: true)) == ["one"])
    merge.settleText()
    merge.addRecords(try Self.line(3, "a"))
    #expect(Self.names(merge.take(isFlushing: false, isEnd: true)) == ["<a>", "two"])
  }

  @Test("text is held back until a record, a flush or the end")
  func heldBack() {
    var merge = OutputMerge()
    merge.addText(Array("a\n".utf8))
    merge.settleText()
    #expect(merge.take(isFlushing: false).isEmpty)
    #expect(Self.names(merge.take(isFlushing: true)) == ["a\n"])
  }

  @Test("a character whose bytes come apart comes out whole")
  func splitCharacter() {
    var merge = OutputMerge()
    let bytes = Array("né".utf8)
    merge.addText(bytes[..<2])
    merge.settleText()
    #expect(Self.names(merge.take(isFlushing: true)) == ["n"])
    merge.addText(bytes[2...])
    #expect(Self.names(merge.take(isFlushing: true, isEnd: true)) == ["é"])
  }

  @Test("bytes that are not UTF-8 become replacement characters, and none is lost behind them")
  func invalid() {
    var merge = OutputMerge()
    merge.addText([0xFF, 0x41, 0xC3])
    #expect(Self.names(merge.take(isFlushing: true, isEnd: true)) == ["\u{FFFD}A\u{FFFD}"])
  }

  @Test("a line on the records' channel that is no record is left out, and the next one is read")
  func garbage() throws {
    var merge = OutputMerge()
    merge.addRecords(Array("nonsense\n0 1 {\"kind\":\"value\"}\n\n".utf8) + (try Self.line(0, "a")))
    #expect(Self.names(merge.take(isFlushing: false, isEnd: true)) == ["<a>"])
  }

  @Test("a record that comes in pieces is one record")
  func pieces() throws {
    var merge = OutputMerge()
    for byte in try Self.line(0, "a") { merge.addRecords([byte]) }
    #expect(Self.names(merge.take(isFlushing: false)) == ["<a>"])
  }

  @Test("a record that claims more text than there is does not lose the text")
  func overclaim() throws {
    var merge = OutputMerge()
    merge.addText(Array("x".utf8))
    merge.addRecords(try Self.line(1000, "a"))
    merge.addText(Array("y".utf8))
    #expect(Self.names(merge.take(isFlushing: true, isEnd: true)) == ["xy", "<a>"])
  }
}

struct ErrorOutputTests {
  @Test(
    "the runtime's last words become the failure's sentence",
    arguments: [
      ("Swift/ContiguousArrayBuffer.swift:690: Fatal error: Index out of range\n", "Index out of range"),
      ("Step_1/Step_1.swift:3: Fatal error: no such word\nat all\n", "no such word\nat all"),
      ("Step_1/Step_1.swift:3: Precondition failed: n > 0\n", "Precondition failed: n > 0"),
      (
        "Fatal error: matmul: shapes [2, 3] and [2, 3]\nCurrent stack trace:\n0  x 0x00\n",
        "matmul: shapes [2, 3] and [2, 3]"
      ),
      ("x.swift:1: Fatal error\n", "Fatal error"),
    ])
  func sentence(_ printed: String, _ sentence: String) {
    var errors = ErrorOutput()
    errors.add(Array(printed.utf8))
    #expect(errors.takeText(isEnd: true) == nil)
    #expect(errors.fatalSentence == sentence)
  }

  @Test("ordinary text passes, a line at a time")
  func text() {
    var errors = ErrorOutput()
    errors.add(Array("careful\nhal".utf8))
    #expect(errors.takeText(isEnd: false) == "careful\n")
    errors.add(Array("f".utf8))
    #expect(errors.takeText(isEnd: true) == "half")
    #expect(errors.fatalSentence == nil)
  }

  @Test("a line that only mentions a fatal error is text")
  func mention() {
    var errors = ErrorOutput()
    errors.add(Array("expected a Fatal error: here\n".utf8))
    #expect(errors.takeText(isEnd: true) == "expected a Fatal error: here\n")
  }
}
