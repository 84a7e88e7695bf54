import Layers
import Tensors
import Testing
import Training

/// Windows that begin where documents do.
struct WindowTests {
  private let text = Array(0..<50)
  private let places = [0, 9, 20, 31, 43, 44, 49]

  @Test("a pass has one window from each place that has room for a whole one")
  func everyPlace() throws {
    let batches = try Batches<TextBatch>.windows(of: text, from: places, time: 6, size: 2, seed: 1)
    #expect(batches.count == 3)
    for pass in 0..<2 {
      let windows = try (0..<3).flatMap { number -> [[Int]] in
        let batch = try batches[pass * 3 + number]
        for (token, target) in zip(batch.tokens.ids, batch.targets.joined()) { #expect(target == token + 1) }
        return stride(from: 0, to: batch.tokens.ids.count, by: 6).map { Array(batch.tokens.ids[$0..<$0 + 6]) }
      }
      #expect(windows.sorted { $0[0] < $1[0] } == [0, 9, 20, 31, 43].map { Array($0..<$0 + 6) })
    }
  }

  @Test("without a seed the places keep their order, and tokens that are not marked do not count")
  func inOrder() throws {
    let batches = try Batches<TextBatch>.windows(
      of: text, from: places, time: 6, size: 5, seed: nil, counting: text.map { $0 % 2 == 0 })
    let batch = try batches[0]
    #expect(stride(from: 0, to: 30, by: 6).map { batch.tokens.ids[$0] } == [0, 9, 20, 31, 43])
    #expect(batch.targets[1] == [10, -100, 12, -100, 14, -100])
  }

  @Test("places outside of the text, and no place with room, are told")
  func mistakes() {
    #expect(throws: BatchError.noSuchPlace(50, tokens: 50)) {
      try Batches<TextBatch>.windows(of: text, from: [3, 50], time: 6, size: 2, seed: 1)
    }
    #expect(throws: BatchError.noSuchPlace(-1, tokens: 50)) {
      try Batches<TextBatch>.windows(of: text, from: [-1], time: 6, size: 2, seed: 1)
    }
    for places in [[], [44, 49]] {
      #expect(throws: BatchError.noExamples) {
        try Batches<TextBatch>.windows(of: text, from: places, time: 6, size: 2, seed: 1)
      }
    }
  }
}
