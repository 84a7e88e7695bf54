import Foundation
import Layers
import Models
import Tensors
import Testing
import Training

/// Stopping, going on, and keeping the best.
struct CheckpointTests {
  private func trainer(
    _ model: GPT, in folder: TemporaryFolder?, _ optimizer: any Optimizer, accumulation: Int = 1
  ) throws -> Trainer<GPT, TextBatch> {
    var trainer = Trainer(model, optimizer: optimizer, seed: 7)
    trainer.accumulation = accumulation
    trainer.evaluation = Evaluation(on: try .inOrder(Samples.text(60, seed: 5), time: 8, size: 4), every: 4)
    if let folder { trainer.checkpoints = CheckpointPlan(in: folder.file("run"), every: 5) }
    return trainer
  }

  static let optimizers: [any Optimizer] = [
    AdamW(learningRate: .cosine(peak: 1e-2, warmup: 3, steps: 16)),
    SGD(learningRate: .linear(peak: 1e-1, steps: 16), momentum: 0.9, isNesterov: true),
    SGD(learningRate: 0.1),
  ]

  @Test(
    "after a stop the losses, evaluations and parameters are those of an unbroken run, bit for bit",
    arguments: optimizers.indices, [1, 3])
  func resume(_ optimizer: Int, _ accumulation: Int) throws {
    let optimizer = Self.optimizers[optimizer]
    let batches = try Samples.batches()
    let whole = Samples.model(dropout: 0.1)
    var unbroken = try trainer(whole, in: nil, optimizer, accumulation: accumulation)
    let expected = try unbroken.fit(batches, steps: 16)

    let folder = try TemporaryFolder()
    var stopped = try trainer(Samples.model(dropout: 0.1), in: folder, optimizer, accumulation: accumulation)
    let first = try stopped.fit(batches, steps: 10)
    // Another model, to see that nothing of it stays.
    let model = Samples.model(dropout: 0.1, seed: 99)
    var resumed = Trainer(model, optimizer: optimizer, seed: 0)
    resumed.accumulation = accumulation
    resumed.evaluation = unbroken.evaluation
    resumed.checkpoints = stopped.checkpoints
    #expect(try resumed.resume())
    #expect(resumed.step == 10 && resumed.batchesUsed == 10 * accumulation)
    let second = try resumed.fit(batches, steps: 16)

    #expect(first.losses + second.losses == expected.losses)
    // The first part was evaluated at its end too.
    #expect((first.heldOutLosses + second.heldOutLosses).filter { $0.step != 10 } == expected.heldOutLosses)
    #expect(model.numbers == whole.numbers)
  }

  @Test("where there is no checkpoint yet, training begins from the beginning")
  func nothingToResume() throws {
    let folder = try TemporaryFolder()
    var trainer = try trainer(Samples.model(), in: folder, AdamW())
    #expect(try trainer.resume() == false)
    #expect(trainer.step == 0)
  }

  @Test("an interrupt ends training after a last checkpoint, from which it goes on")
  func interrupt() throws {
    let folder = try TemporaryFolder()
    let batches = try Samples.batches()
    var interrupted = try trainer(Samples.model(), in: folder, AdamW())
    var asked = 0
    interrupted.shouldStop = {
      asked += 1
      return asked > 7
    }
    let result = try interrupted.fit(batches, steps: 16)
    #expect(result.ending == .interrupted && result.losses.count == 7)
    var resumed = try trainer(Samples.model(), in: folder, AdamW())
    #expect(try resumed.resume())
    #expect(resumed.step == 7)
    var unbroken = try trainer(Samples.model(), in: nil, AdamW())
    #expect(try result.losses + resumed.fit(batches, steps: 16).losses == unbroken.fit(batches, steps: 16).losses)
  }

  @Test(
    "training stops when held-out text is not foreseen better any more, and the best model is kept",
    arguments: [
      true, false,
    ])
  func earlyStopping(_ hasFolder: Bool) throws {
    let folder = try TemporaryFolder()
    let model = Samples.model()
    // Learns three windows by heart.
    let few = try Batches<TextBatch>.inOrder(Samples.text(25), time: 8, size: 3)
    var trainer = try trainer(model, in: hasFolder ? folder : nil, AdamW(learningRate: 3e-2))
    var totals: [Int] = []
    trainer.report = { totals.append($0.total) }
    trainer.evaluation?.patience = 3
    let result = try trainer.fit(few, steps: 500)
    #expect(result.ending == .stoppedEarly && result.losses.count < 200)
    #expect(totals.last == result.losses.count && totals.dropLast().allSatisfy { $0 == 500 })

    let lowest = try #require(result.heldOutLosses.min { $0.loss < $1.loss })
    #expect(trainer.best?.step == lowest.step && trainer.best?.loss == lowest.loss)
    #expect(result.heldOutLosses.last?.step == lowest.step + 3 * 4)
    let evaluation = try #require(trainer.evaluation)
    #expect(try trainer.evaluate(on: evaluation.batches) > lowest.loss)
    try trainer.restoreBest()
    #expect(try trainer.evaluate(on: evaluation.batches) == lowest.loss)
    #expect(FileManager.default.fileExists(atPath: folder.file("run/best.safetensors")) == hasFolder)
  }

  @Test("the count of evaluations without success goes on after a stop")
  func patienceResumes() throws {
    let few = try Batches<TextBatch>.inOrder(Samples.text(25), time: 8, size: 3)
    let folder = try TemporaryFolder()
    var unbroken = try trainer(Samples.model(), in: nil, AdamW(learningRate: 3e-2))
    unbroken.evaluation?.patience = 3
    let end = try unbroken.fit(few, steps: 500).losses.count
    var stopped = try trainer(Samples.model(), in: folder, AdamW(learningRate: 3e-2))
    stopped.evaluation?.patience = 3
    try stopped.fit(few, steps: end - 4)
    var resumed = try trainer(Samples.model(), in: folder, AdamW(learningRate: 3e-2))
    resumed.evaluation?.patience = 3
    try resumed.resume()
    #expect(try resumed.fit(few, steps: 500).losses.count == 4)
    #expect(resumed.best == unbroken.best)
  }

  @Test("a best model without an evaluation is not there to go back to")
  func noBest() {
    #expect(throws: TrainingError.noBest) { try Samples.trainer().restoreBest() }
  }

  @Test("a checkpoint that cannot be written ends training with a sentence; the one before is whole")
  func unwritable() throws {
    let folder = try TemporaryFolder()
    let batches = try Samples.batches()
    var trainer = try trainer(Samples.model(), in: folder, AdamW())
    try trainer.fit(batches, steps: 5)
    let before = try folder.bytes("run/last.safetensors")
    // Not even root can make a file of a name that long; a missing folder stands for one that is gone.
    trainer.checkpoints?.folder = folder.file("run/\(String(repeating: "x", count: 300))")
    let error = #expect(throws: CheckpointError.self) { try trainer.fit(batches, steps: 10) }
    #expect(error?.description.contains("cannot be written") == true)
    #expect(try folder.bytes("run/last.safetensors") == before)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.file("run")).sorted() == [
        "best.safetensors", "last.safetensors",
      ])
  }

  @Test("a full disk ends training with a sentence; the checkpoint before is whole, and nothing half is left")
  func fullDisk() async throws {
    await #expect(processExitsWith: .success) {
      let folder = try TemporaryFolder()
      let batches = try Samples.batches()
      var trainer = Samples.trainer()
      trainer.checkpoints = CheckpointPlan(in: folder.file("run"), every: 5)
      try trainer.fit(batches, steps: 5)
      let before = try folder.bytes("run/last.safetensors")
      // A limit on the size of files is reported to the writer as a full disk is.
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 10_000, rlim_max: 10_000)
      setrlimit(__rlimit_resource_t(1), &limit)  // RLIMIT_FSIZE
      let error = #expect(throws: SafetensorsError.self) { try trainer.fit(batches, steps: 10) }
      #expect(error?.description.contains("cannot be written") == true)
      #expect(try folder.bytes("run/last.safetensors") == before)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("run")) == ["last.safetensors"])
    }
  }

  @Test("a folder in whose place a file stands is told")
  func fileInThePlace() throws {
    let folder = try TemporaryFolder()
    try folder.write([1], "run")
    var trainer = try trainer(Samples.model(), in: folder, AdamW())
    #expect(throws: CheckpointError.self) { try trainer.fit(try Samples.batches(), steps: 5) }
    #expect(try folder.bytes("run") == [1])
  }

  @Test("a checkpoint of another model or optimizer, and files that are none, are refused and change nothing")
  func foreign() throws {
    let folder = try TemporaryFolder()
    var adam = try trainer(Samples.model(), in: folder, AdamW())
    try adam.fit(try Samples.batches(), steps: 2)
    let path = folder.file("run/last.safetensors")

    func refusal(_ trainer: Trainer<GPT, TextBatch>, _ path: String) -> String {
      var trainer = trainer
      let before = trainer.model.numbers
      do {
        try trainer.load(from: path)
        return "loaded"
      } catch {
        #expect(trainer.model.numbers == before && trainer.step == 0)
        return "\(error)"
      }
    }
    let descending = refusal(Samples.trainer(Samples.model(), SGD(learningRate: 1, momentum: 0.5)), path)
    #expect(descending.contains("its optimizer remembers \"first\" and \"second\", this trainer's \"velocity\""))
    #expect(refusal(Samples.trainer(Samples.model(), SGD(learningRate: 1)), path).contains("this trainer's nothing"))
    func model(layers: Int, channels: Int) -> GPT {
      GPT(
        GPTConfiguration(vocabularySize: 12, contextLength: 8, layers: layers, heads: 2, channels: channels), seed: 1)
    }
    #expect(
      refusal(Samples.trainer(model(layers: 1, channels: 8)), path).contains("has the shape [12, 16], the model's"))
    #expect(refusal(Samples.trainer(model(layers: 2, channels: 16)), path).contains("is missing"))
    #expect(
      refusal(Samples.trainer(model(layers: 1, channels: 16)), folder.file("none")).contains("cannot be read"))

    try SafetensorsFile.write([("x", Tensor([1]))], to: folder.file("other.safetensors"))
    #expect(refusal(Samples.trainer(), folder.file("other.safetensors")).contains("not a checkpoint of a trainer"))
    try SafetensorsFile.write(
      [("x", Tensor([1]))], metadata: ["training": "{\"step\": 3}"], to: folder.file("other.safetensors"))
    #expect(refusal(Samples.trainer(), folder.file("other.safetensors")).contains("\"batchesUsed\" is missing"))
    for step in ["-1", "9223372036854775807"] {
      let note = "{\"step\": \(step), \"batchesUsed\": 0, \"seed\": 1, \"optimizerSteps\": {}}"
      try SafetensorsFile.write(
        [("x", Tensor([1]))], metadata: ["training": note], to: folder.file("other.safetensors"))
      #expect(refusal(Samples.trainer(), folder.file("other.safetensors")).contains("no training has so many steps"))
    }
    let bytes = try folder.bytes("run/last.safetensors")
    try folder.write(Array(bytes.dropLast(100)), "cut.safetensors")
    #expect(refusal(Samples.trainer(), folder.file("cut.safetensors")).contains("the file is cut off"))
  }

  @Test("a copy of a trainer goes on by itself, with the same model")
  func copies() throws {
    let batches = try Samples.batches()
    var trainer = Samples.trainer()
    try trainer.fit(batches, steps: 3)
    let copy = trainer
    let moments = copy.optimizer.memory.entries.mapValues { $0.tensors.map(\.scalars) }
    try trainer.fit(batches, steps: 5)
    #expect(copy.step == 3)
    #expect(copy.optimizer.memory.entries.mapValues { $0.tensors.map(\.scalars) } == moments)
  }
}
