import StepRecords
import Testing
import Transformers

@testable import StepSupport

/// Tensors as records of bounded size, and loops as series.
struct TensorRecordTests {
  @Test("a small tensor travels whole")
  func small() {
    let record = TensorRecord(Tensor([[1, 2], [3, 4]]))
    #expect(record.shape == [2, 2])
    #expect(record.values == [1, 2, 3, 4])
    #expect(record.kept == nil)
    #expect(record.statistics == .init(minimum: 1, maximum: 4, mean: 2.5, standardDeviation: Float(1.25).squareRoot()))
  }

  @Test("a pattern with words for its rows and columns becomes an attention map, reshaped or without them numbers")
  func pattern() throws {
    let tensor = Tensor([[1, 0], [0.25, 0.75]])
    let labelled = tensor.labelled(PatternLabels(queries: ["a", "b"], keys: ["c", "d"]))
    guard case .attention(let record) = RecordMaking.record(of: labelled) else {
      Issue.record("\(RecordMaking.record(of: labelled))")
      return
    }
    #expect(
      record
        == AttentionRecord([1, 0, 0.25, 0.75], shape: [1, 2, 2], rowLabels: ["a", "b"], columnLabels: ["c", "d"]))
    for plain in [tensor, labelled.reshaped(4), labelled * 1] {
      guard case .tensor = RecordMaking.record(of: plain) else {
        Issue.record("\(RecordMaking.record(of: plain))")
        continue
      }
    }
  }

  @Test(
    "of a large tensor the ends of each axis travel, within the cap, and the values are those at the kept indices",
    arguments: [[10_000], [300, 300], [8, 100, 100], [2, 3, 4, 5, 6, 7, 8], [1, 50_000], [50_000, 1]])
  func large(_ shape: [Int]) throws {
    let count = shape.reduce(1, *)
    let record = TensorRecord(Tensor((0..<count).map(Float.init), shape: shape))
    let kept = try #require(record.kept)
    #expect(record.values.count <= TensorRecord.mostValues)
    #expect(kept.map(\.count).reduce(1, *) == record.values.count)
    for (indices, size) in zip(kept, shape) {
      #expect(indices == indices.sorted() && indices.first == 0 && indices.last == size - 1)
    }
    #expect(record.values.first == 0 && record.values.last == Float(count - 1))
    #expect(record.statistics?.maximum == Float(count - 1))
  }

  @Test("statistics leave out what is not finite and count it")
  func nonFinite() {
    let statistics = TensorRecord.Statistics(of: [1, .nan, 3, .infinity])
    #expect(statistics == .init(minimum: 1, maximum: 3, mean: 2, standardDeviation: 1, nonFinite: 2))
    #expect(TensorRecord.Statistics(of: []) == nil)
    #expect(TensorRecord.Statistics(of: [.nan])?.nonFinite == 1)
  }

  @Test("a series of a million values keeps at most its capacity, evenly spaced from the first")
  func series() {
    var gathering = SeriesGathering()
    for value in 0..<1_000_000 { gathering.add(Double(value)) }
    let record = gathering.record
    #expect(record.count == 1_000_000 && record.last == 999_999 && record.minimum == 0 && record.maximum == 999_999)
    #expect(record.values.count <= SeriesGathering.capacity && record.values.count > SeriesGathering.capacity / 2 - 1)
    #expect(record.values.enumerated().allSatisfy { $1 == Double($0 * record.stride) })
  }

  @Test("the text that tells a step's process about the step is read as it was meant")
  func configuration() {
    let configuration = StepConfiguration(
      "step=3 seed=7 trace=all nested=1:2-3:4 muted=5:6-7:8,9:1-9:9 source=/a b/c=d")
    #expect(configuration.step == 3 && configuration.seed == 7 && configuration.trace == .all)
    #expect(configuration.nested.count == 1 && configuration.muted.count == 2)
    #expect(configuration.muted[1].contains(Place(line: 9, column: 9)))
    #expect(!configuration.muted[1].contains(Place(line: 9, column: 10)))
    #expect(configuration.sourcePath == "/a b/c=d")
    #expect(StepConfiguration("probe=run:2 seed=7 course=/a b/c=d").coursePath == "/a b/c=d")
  }
}
