import Foundation
import StepRecords
import Testing
import Transformers

@testable import StepSupport

/// A step that trains shows how far it is.
@Suite(.serialized)
struct TrainingTests {
  @Test("fit sends its progress from the line it stands on, the last step always")
  func fit() throws {
    let model = GPT(GPTConfiguration(vocabularySize: 5, contextLength: 4, layers: 1, heads: 1, channels: 4), seed: 1)
    let batches = try Batches.windows(of: (0..<40).map { $0 % 5 }, time: 4, size: 2, seed: 1)
    var trainer = Trainer(model, optimizer: AdamW(learningRate: .cosine(peak: 1e-3, steps: 7)))

    let pipe = Pipe()
    var printedBytes: CLong = 0
    prepare()
    let losses = try withUnsafePointer(to: &printedBytes) { printedBytes in
      stepWillRun("step=3", pipe.fileHandleForWriting.fileDescriptor, printedBytes)
      defer { stepDidRun() }
      return try trainer.fit(batches, file: "Step_3/Step_3.swift", line: 12).losses
    }
    try pipe.fileHandleForWriting.close()
    let lines = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self).split(separator: "\n")

    // Before each record its bytes and its step.
    let last = try #require(lines.last)
    #expect(last.hasPrefix("0 3 "))
    let record = try RecordJSON.decode(Record.self, from: last.dropFirst(4).utf8)
    #expect(record.line == 12 && record.name == "training")
    guard case .progress(let state) = record.content else {
      Issue.record("\(record)")
      return
    }
    #expect(state.done == 7 && state.total == 7)
    #expect(state.metrics["loss"] == losses.last.map(Double.init))
    #expect(Set(state.metrics.keys) == ["loss", "rate", "tokensPerSecond"])
  }
}
