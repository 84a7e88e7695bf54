import Layers
import Models
import Tensors
import Testing
import Training

/// Settings and checkpoints that no training can have.
struct SettingTests {
  enum Mistake: String, CaseIterable, Codable, Sendable {
    case accumulation, clipping, noBatches, evaluation, checkpoints

    var sentence: String {
      switch self {
      case .accumulation: "fit: accumulation is 0; a step needs at least one batch"
      case .clipping: "clipping must be above 0, or nil; it is -1.0"
      case .noBatches: "Batches: a pass needs at least one batch; count is 0"
      case .evaluation: "Evaluation: every and patience must be at least 1"
      case .checkpoints: "CheckpointPlan: every must be at least 1"
      }
    }

    func make() throws {
      var trainer = Samples.trainer()
      let batches = try Samples.batches()
      switch self {
      case .accumulation: trainer.accumulation = 0
      case .clipping: trainer.clipping = -1
      case .noBatches: _ = Batches(count: 0) { _ in [0] }
      case .evaluation: trainer.evaluation = Evaluation(on: batches, every: 0)
      case .checkpoints: trainer.checkpoints = CheckpointPlan(in: "none", every: 0)
      }
      try trainer.fit(batches, steps: 1)
    }
  }

  @Test("impossible settings stop with a sentence", arguments: Mistake.allCases)
  func mistakes(_ mistake: Mistake) async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) { [mistake] in
      try mistake.make()
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains(mistake.sentence), "\(message)")
  }

  @Test("a checkpoint that counts steps nobody can have made is refused", arguments: ["step", "batchesUsed"])
  func hostileCounts(_ key: String) throws {
    let folder = try TemporaryFolder()
    var trainer = Samples.trainer()
    trainer.checkpoints = CheckpointPlan(in: folder.path)
    try trainer.fit(try Samples.batches(), steps: 2)
    let file = try SafetensorsFile(path: folder.file("last.safetensors"))
    let note = try #require(file.metadata["training"])
    let tensors = try file.entries.map { (name: $0.name, tensor: try file.tensor($0.name)) }
    for count in [Int.max, -1] {
      try SafetensorsFile.write(
        tensors, metadata: ["training": note.replacing("\"\(key)\":2", with: "\"\(key)\":\(count)")],
        to: folder.file("last.safetensors"))
      let error = #expect(throws: TrainingError.self) { try trainer.resume() }
      #expect(error?.description.contains("no training has so many steps") == true)
    }
  }
}
