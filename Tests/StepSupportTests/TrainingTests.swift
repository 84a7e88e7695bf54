import Foundation
import StepRecords
import Testing
import Transformers

@testable import StepSupport

/// A step that trains shows how far it is, and its loss as a curve.
@Suite(.serialized)
struct TrainingTests {
  /// What a step sends that trains a small model.
  private func records(_ step: (inout Trainer<GPT, TextBatch>, Batches<TextBatch>) throws -> Void) throws -> [Record] {
    let model = GPT(GPTConfiguration(vocabularySize: 5, contextLength: 4, layers: 1, heads: 1, channels: 4), seed: 1)
    var trainer = Trainer(model, optimizer: AdamW(learningRate: .cosine(peak: 1e-3, steps: 7)))
    let batches = try Batches.windows(of: (0..<40).map { $0 % 5 }, time: 4, size: 2, seed: 1)
    let pipe = Pipe()
    var printedBytes: CLong = 0
    prepare()
    try withUnsafePointer(to: &printedBytes) { printedBytes in
      stepWillRun("step=3", pipe.fileHandleForWriting.fileDescriptor, printedBytes)
      defer { stepDidRun() }
      try step(&trainer, batches)
    }
    try pipe.fileHandleForWriting.close()
    let lines = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self).split(separator: "\n")
    // Before each record its bytes and its step.
    return try lines.map {
      try RecordJSON.decode(Record.self, from: $0.split(separator: " ", maxSplits: 2)[2].utf8)
    }
  }

  private func curves(_ step: (inout Trainer<GPT, TextBatch>, Batches<TextBatch>) throws -> Void) throws -> [Record] {
    try records(step).filter { if case .series = $0.content { true } else { false } }
  }

  @Test("fit sends its progress from the line it stands on, the last step always")
  func fit() throws {
    var losses: [Float] = []
    let progress = try records { trainer, batches in
      losses = try trainer.fit(batches, file: "Step_3/Step_3.swift", line: 12).losses
    }.filter { if case .progress = $0.content { true } else { false } }
    let record = try #require(progress.last)
    #expect(record.line == 12 && record.name == "training")
    guard case .progress(let state) = record.content else { return }
    #expect(state.done == 7 && state.total == 7)
    #expect(state.metrics["loss"] == losses.last.map(Double.init))
    #expect(Set(state.metrics.keys) == ["loss", "rate", "tokensPerSecond"])
  }

  private func count(_ record: Record) -> Int {
    if case .series(let series) = record.content { series.count } else { 0 }
  }

  @Test("the loss of each step is a curve at the line of fit, sent when the step goes on")
  func curve() throws {
    var losses: [Float] = []
    let curves = try curves { trainer, batches in
      losses = try trainer.fit(batches, steps: 6, file: "Step_3/Step_3.swift", line: 12).losses
    }
    #expect(curves.map(\.name) == ["loss"] && curves.map(\.line) == [12])
    guard case .series(let series) = curves.first?.content else { return }
    #expect(series.values == losses.map(Double.init))
  }

  @Test("steps that go on are one curve; another trainer in the same line begins another")
  func severalTrainings() throws {
    let curves = try curves { trainer, batches in
      for end in [4, 6] { try trainer.fit(batches, steps: end, file: "Step_3/Step_3.swift", line: 12) }
      var other = Trainer(trainer.model, optimizer: SGD(learningRate: 0.1))
      try other.fit(batches, steps: 3, file: "Step_3/Step_3.swift", line: 12)
    }
    #expect(curves.map(count) == [6, 3])
  }

  @Test("a training that ends with an error has shown its curve until there")
  func error() throws {
    let curves = try curves { trainer, batches in
      var asked = 0
      var failing = Trainer(trainer.model, optimizer: SGD(learningRate: 0.1)) { (model, batch: TextBatch) in
        asked += 1
        return try model.loss(batch) * (asked < 4 ? 1 : .nan)
      }
      #expect(throws: TrainingError.self) {
        try failing.fit(batches, steps: 9, file: "Step_3/Step_3.swift", line: 20)
      }
    }
    #expect(curves.map(count) == [3])
  }

  @Test("called from outside of a step's source it belongs to no line")
  func foreignLine() throws {
    let curves = try curves { trainer, batches in
      try trainer.fit(batches, steps: 2, file: "Library/Library.swift", line: 5)
    }
    #expect(curves.map(\.line) == [nil] && curves.map(count) == [2])
  }
}
