// Writes records to lectern: on their own descriptor, so that what a step prints can never be taken for one.
//
// A wire line is `<bytes printed before it> <step> <record as JSON>`: it tells lectern where among the printed text the
// record belongs, and in which step's source its line is (0 for none).
import Glibc
import StepRecords

struct StepWriter {
  private let descriptor: CInt
  /// How many bytes have been written through the C library's `stdout`, which is where `print` writes; the host counts.
  private let printedBytes: UnsafePointer<CLong>

  init(descriptor: CInt, printedBytes: UnsafePointer<CLong>) {
    self.descriptor = descriptor
    self.printedBytes = printedBytes
  }

  func send(_ record: Record, step: Int) {
    fflush(nil)
    guard let line = try? Self.wireLine(for: record, step: step, printedBefore: printedBytes.pointee) else { return }
    write(line)
  }

  func send(_ answer: ProbeAnswer) {
    guard let line = try? RecordJSON.line(answer) else { return }
    write(Array("0 answer ".utf8) + line)
  }

  private func write(_ line: [UInt8]) {
    line.withUnsafeBytes { bytes in
      var sent = 0
      while sent < bytes.count {
        let written = Glibc.write(descriptor, bytes.baseAddress! + sent, bytes.count - sent)
        if written < 0 && errno == EINTR { continue }
        guard written > 0 else { return }
        sent += written
      }
    }
  }

  static func wireLine(for record: Record, step: Int, printedBefore: Int) throws -> [UInt8] {
    Array("\(printedBefore) \(step) ".utf8) + (try RecordJSON.line(record))
  }
}

/// One of each that costs something the first time.
let warmUpRecord = Record(
  line: 1, name: "warm-up",
  content: .tensor(
    TensorRecord(
      shape: [1], statistics: .init(minimum: 0, maximum: 0, mean: 0, standardDeviation: 0), values: [0.5])))
