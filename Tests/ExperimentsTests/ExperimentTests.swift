// Runs on real files: made, stopped, gone on with, repeated, refused.
import Experiments
import Foundation
import TextModels
import Testing

@Suite("A run")
struct ExperimentTests {
  @Test("leaves everything that made it, a log without gaps, and a model that is loaded again")
  func whole() throws {
    let files = try TinyRun()
    let folder = RunFolder(files.file("run"))
    var told = 0
    let state = try files.experiment().run(in: folder.path) { progress in
      told += 1
      #expect(progress.totalSteps == 12)
    }
    #expect(state.status == .finished && state.steps == 12 && state.trainableParameters == state.parameters)
    #expect((state.trainingRows, state.validationRows) == (18, 6))
    #expect(try folder.readState() == state)
    let log = try folder.readLog()
    #expect(log.count == told)
    #expect(log.filter { $0.loss != nil }.map(\.step) == Array(1...12))
    #expect(log.filter { $0.validationLoss != nil }.map(\.step) == [0, 4, 8, 12])
    #expect(state.bestLoss == log.compactMap(\.validationLoss).min())
    #expect(try folder.readSamples().count == 3)
    let exact = try #require(state.metrics["exact"])
    #expect(exact.low <= exact.value + 1e-12 && exact.value <= exact.high + 1e-12)
    let model = try TextModel.load(from: folder.model)
    #expect(model.model.parameterCount == state.parameters && model.endTokens.count == 1)

    let written = try ConfigurationFile(folder.configuration).configuration
    #expect(written.training == TinyRun.configuration.training && written.data.train == "data/train.jsonl")
    let learnt = try String(contentsOfFile: folder.trainingRows, encoding: .utf8).split(separator: "\n")
    #expect(learnt.count == 18 && learnt.allSatisfy { $0.contains("\"prompt\":\"Where is pier") })
  }

  @Test("made again from its own folder has the same losses and the same model, to the last bit")
  func repeated() throws {
    let files = try TinyRun()
    let folder = RunFolder(files.file("run"))
    try files.experiment().run(in: folder.path)
    // The original rows are no longer needed.
    try FileManager.default.removeItem(atPath: files.file("rows.jsonl"))
    let again = try Experiment(ConfigurationFile(folder.configuration))
    let place = try again.place(at: folder.path, mayNumber: true)
    #expect(place.folder.path == folder.path + "-2" && place.repeated == folder && !place.isResumed)
    let state = try again.run(at: place, shouldStop: { false }, progress: { _ in })
    #expect(state.repeated == .init(run: folder.path, equalLosses: 12, firstDifferentStep: nil))
    #expect(files.bytes("run/model/model.safetensors") == files.bytes("run-2/model/model.safetensors"))
    #expect(files.bytes("run/model/model.safetensors") != nil)
    #expect(files.bytes("run/config.yaml") == files.bytes("run-2/config.yaml"))
  }

  @Test("with another seed says from which step on the losses differ")
  func differs() throws {
    let files = try TinyRun()
    try files.experiment().run(in: files.file("a"))
    try files.experiment { $0.seed = 2 }.run(in: files.file("b"))
    let (one, other) = (try RunFolder(files.file("a")).readLog(), try RunFolder(files.file("b")).readLog())
    let comparison = RunLog.comparison(one, other)
    #expect(comparison.firstDifferent == 1 && comparison.equal < 12, "\(comparison)")
    #expect(RunLog.comparison(one, Array(one.dropLast(3))).firstDifferent == 11)
  }

  @Test("that is stopped at any step goes on to what an unbroken run is", arguments: [1, 4, 7, 11])
  func stopped(after steps: Int) throws {
    let files = try TinyRun()
    try files.experiment().run(in: files.file("whole"))
    var made = 0
    let state = try files.experiment().run(in: files.file("run"), shouldStop: { made >= steps }) { progress in
      if !progress.isEvaluation { made = progress.line.step }
    }
    #expect(state.status == .interrupted && state.steps == steps)
    #expect(try files.experiment().run(in: files.file("run")).status == .finished)
    let (whole, run) = (RunFolder(files.file("whole")), RunFolder(files.file("run")))
    #expect(try run.readLog().comparable == whole.readLog().comparable)
    #expect(files.bytes("run/model/model.safetensors") == files.bytes("whole/model/model.safetensors"))
    #expect(files.bytes("run/samples.jsonl") == files.bytes("whole/samples.jsonl"))
  }

  @Test("forgets what its log says beyond the last checkpoint, and a line that was torn")
  func torn() throws {
    let files = try TinyRun()
    try files.experiment().run(in: files.file("whole"))
    var made = 0
    try files.experiment().run(in: files.file("run"), shouldStop: { made >= 6 }) { made = $0.line.step }
    // As if it had been killed at step 9, while it wrote.
    let log = files.file("run/log.jsonl")
    let text = try String(contentsOfFile: log, encoding: .utf8)
    try files.write("run/log.jsonl", text + "{\"loss\":1,\"step\":7}\n{\"loss\":1,\"step\":8}\n{\"loss\":0.")
    try files.experiment().run(in: files.file("run"))
    let whole = try RunFolder(files.file("whole")).readLog()
    #expect(try RunFolder(files.file("run")).readLog().comparable == whole.comparable)
  }

  @Test("of other settings or other rows does not go on in the folder of an unfinished one, in words")
  func other() throws {
    let files = try TinyRun()
    try files.experiment().run(in: files.file("run"), shouldStop: { true })
    #expect {
      try files.experiment { $0.training.learningRate = 0.5 }.run(in: files.file("run"))
    } throws: { "\($0)".contains("training.learningRate is 0.001 there, 0.5 here") }
    try files.write("rows.jsonl", TinyRun.rows + "{\"question\":\"Why?\",\"answer\":\"Because.\"}\n")
    #expect {
      try files.experiment().run(in: files.file("run"))
    } throws: { "\($0)".contains("the rows are others") }
  }

  @Test("is not written over another's things, nor over a finished run")
  func occupied() throws {
    let files = try TinyRun()
    #expect(throws: ExperimentError.notEmpty(folder: files.path, entry: "rows.jsonl")) {
      try files.experiment().run(in: files.path)
    }
    try files.experiment { $0.training.steps = 3 }.run(in: files.file("run"))
    #expect(throws: ExperimentError.isFinished(folder: files.file("run"))) {
      try files.experiment { $0.training.steps = 3 }.run(in: files.file("run"))
    }
  }

  @Test("whose loss explodes ends as diverged, says why, and keeps its last checkpoint")
  func diverges() throws {
    let files = try TinyRun()
    let experiment = try files.experiment {
      $0.training.optimizer = .sgd
      $0.training.learningRate = 300
      $0.training.clipping = 0
      $0.training.checkpointEvery = 1
      $0.training.steps = 60
      $0.training.evaluateEvery = 60
    }
    #expect {
      try experiment.run(in: files.file("run"))
    } throws: { error in
      guard case ExperimentError.diverged(_, _, _, let kept, _) = error else { return false }
      return kept != nil && "\(error)".contains("smaller training.learningRate")
    }
    let folder = RunFolder(files.file("run"))
    #expect(try folder.readState().status == .diverged)
    #expect(FileManager.default.fileExists(atPath: folder.file("checkpoints/last.safetensors")))
    #expect(!FileManager.default.fileExists(atPath: folder.model))
  }

  @Test("stops early when nothing gets better, and its model is the best, not the last")
  func early() throws {
    let files = try TinyRun()
    let state = try files.experiment {
      $0.training.learningRate = 0.5
      $0.training.optimizer = .adam
      $0.training.evaluateEvery = 1
      $0.training.patience = 2
      $0.training.steps = 40
    }.run(in: files.file("run"))
    #expect(state.status == .stoppedEarly && state.steps < 40)
    let best = try #require(state.bestStep)
    #expect(state.steps == best + 2)
    let log = try RunFolder(files.file("run")).readLog().filter { $0.step > 0 && $0.validationLoss != nil }
    #expect(log.min { $0.validationLoss ?? 0 < $1.validationLoss ?? 0 }?.step == best)
  }

  @Test(
    "tunes a base by each method: what learns changes, what does not stays",
    arguments: [RunConfiguration.TuningSection.Method.full, .frozen, .lora])
  func methods(_ method: RunConfiguration.TuningSection.Method) throws {
    let files = try TinyRun()
    try files.experiment().run(in: files.file("base"))
    let experiment = try files.experiment {
      $0.tuning.method = method
      $0.tuning.frozenLayers = 1
      $0.base = "base"
      $0.training.steps = 4
    }
    let state = try experiment.run(in: files.file("run"))
    let model = try TextModel.load(from: files.file("base/model")).model
    let tuned = try TextModel.load(from: files.file("run/model")).model
    let changed = zip(model.parameters, tuned.parameters).filter {
      $0.parameter.value.scalars != $1.parameter.value.scalars
    }
    .map { $0.0.name }
    switch method {
    case .full: #expect(state.trainableParameters == model.parameterCount && changed.count == model.parameters.count)
    case .frozen: #expect(!changed.isEmpty && changed.allSatisfy { $0.hasPrefix("norm") })
    default:
      // Rank 4 beside the four layers of one block of 16 channels: inputs and outputs of each, times 4.
      #expect(state.trainableParameters == 4 * ((16 + 48) + (16 + 16) + (16 + 64) + (64 + 16)))
      #expect(!changed.isEmpty && changed.allSatisfy { $0.hasPrefix("blocks.0.") && $0.hasSuffix(".weight") })
      #expect(FileManager.default.fileExists(atPath: files.file("run/adapter/adapter_config.json")))
    }
    #expect(state.baseChecksum.count == 64)
  }

  @Test("rounds the base's weights first if that is wanted, and says what it cost")
  func rounded() throws {
    let files = try TinyRun()
    try files.experiment { $0.training.steps = 3 }.run(in: files.file("base"))
    let experiment = try files.experiment {
      $0.tuning.method = .lora
      $0.tuning.weights = .int4
      $0.base = "base"
      $0.training.steps = 3
    }
    let report = try #require(experiment.quantization)
    #expect(report.weights.count == 4 && report.weights.allSatisfy { $0.relativeError > 0 && $0.relativeError < 0.2 })
    #expect(try experiment.run(in: files.file("run")).status == .finished)
  }
}
