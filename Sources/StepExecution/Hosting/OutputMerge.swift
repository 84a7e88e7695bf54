// What a step printed and what it showed, put back in the order in which it happened.
import Foundation
import StepRecords

/// One thing a running step gave out.
package enum StepOutput: Equatable, Sendable {
  case text(TextRecord.Stream, String)
  /// The answer of a probe, as it was sent; who reads it does not trust it.
  case answer([UInt8])
  /// `step` is the step in whose source the record's line is; nil if in none.
  case record(Record, step: Int?)
}

/// Text and records arrive on channels of their own; each record says how much had been printed before it.
/// A pure value: bytes in, outputs out.
struct OutputMerge {
  private var text = Utf8Gathering()
  /// How many bytes of `text` had been printed when the records were last read: these are before any later record.
  private var settledBytes = 0
  private var recordBytes: [UInt8] = []
  /// So many of `recordBytes` hold no end of a line.
  private var searchedBytes = 0
  private var records: [(printedBefore: Int, output: StepOutput)] = []

  mutating func addText(_ bytes: some Sequence<UInt8>) { text.add(bytes) }

  /// Call it when all that was printed so far has been added, before reading records.
  mutating func settleText() { settledBytes = text.count }

  mutating func addRecords(_ bytes: some Sequence<UInt8>) {
    recordBytes += bytes
    var start = 0
    while let end = recordBytes[searchedBytes...].firstIndex(of: UInt8(ascii: "\n")) {
      if let record = Self.record(in: recordBytes[start..<end]) { records.append(record) }
      start = end + 1
      searchedBytes = start
    }
    recordBytes.removeSubrange(..<start)
    searchedBytes = recordBytes.count
  }

  private static func record(in line: ArraySlice<UInt8>) -> (printedBefore: Int, output: StepOutput)? {
    let parts = line.split(separator: UInt8(ascii: " "), maxSplits: 2)
    guard parts.count == 3, let printedBefore = Int(String(decoding: parts[0], as: UTF8.self)) else { return nil }
    if parts[1].elementsEqual("answer".utf8) { return (printedBefore, .answer(Array(parts[2]))) }
    guard let step = Int(String(decoding: parts[1], as: UTF8.self)),
      let record = try? RecordJSON.decode(Record.self, from: parts[2])
    else { return nil }
    return (printedBefore, .record(record, step: step == 0 ? nil : step))
  }

  /// The outputs that are certain, in order. `isFlushing` gives the text after the last record too, as far as its place
  /// is settled; `isEnd` gives everything.
  mutating func take(isFlushing: Bool, isEnd: Bool = false) -> [StepOutput] {
    var outputs: [StepOutput] = []
    for record in records {
      if let text = text.take(through: record.printedBefore, isEnd: isEnd) { outputs.append(.text(.stdout, text)) }
      outputs.append(record.output)
    }
    records = []
    if isFlushing || isEnd, let text = text.take(through: isEnd ? .max : settledBytes, isEnd: isEnd) {
      outputs.append(.text(.stdout, text))
    }
    return outputs
  }

  var hasText: Bool { !text.isEmpty }
}

/// Bytes that become text, never cut within a character's encoding; invalid bytes become U+FFFD.
struct Utf8Gathering {
  private var bytes: [UInt8] = []
  private var taken = 0

  /// All bytes ever added.
  var count: Int { taken + bytes.count }
  var isEmpty: Bool { bytes.isEmpty }

  mutating func add(_ more: some Sequence<UInt8>) { bytes += more }

  /// The text up to byte number `end`; nil if there is none.
  mutating func take(through end: Int, isEnd: Bool) -> String? {
    var length = min(bytes.count, max(0, end == .max ? bytes.count : end - taken))
    if !isEnd { length -= Self.incompleteTail(of: bytes[..<length]) }
    guard length > 0 else { return nil }
    let text = String(decoding: bytes[..<length], as: UTF8.self)
    bytes.removeFirst(length)
    taken += length
    return text
  }

  /// How many bytes at the end begin a character that is not complete.
  private static func incompleteTail(of bytes: ArraySlice<UInt8>) -> Int {
    for (back, byte) in bytes.suffix(4).reversed().enumerated() {
      if byte & 0b1100_0000 == 0b1000_0000 { continue }
      let length = byte < 0x80 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return length > back + 1 ? back + 1 : 0
    }
    return 0
  }
}
