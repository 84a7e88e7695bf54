// `lectern train`: the real binary on real files; killed, stopped, out of room.
import Foundation
import Testing

@Suite("lectern train")
struct TrainCommandTests {
  private struct State: Decodable {
    struct Estimate: Decodable { var value: Double, low: Double, high: Double }
    var status: String
    var steps: Int, trainingRows: Int, validationRows: Int
    var metrics: [String: Estimate]
  }

  /// A folder with rows and run.yaml: thirty steps from scratch.
  private struct Files: ~Copyable {
    let path: String

    init() throws {
      path = FileManager.default.temporaryDirectory.appendingPathComponent("lectern-train-\(UUID().uuidString)").path
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      let rows = (0..<24).map {
        "{\"question\":\"Where is pier \($0)?\",\"answer\":\"\($0 % 2 == 0 ? "North" : "South").\"}\n"
      }
      try write("rows.jsonl", rows.joined())
      try write(
        "run.yaml",
        """
        name: piers
        data: {train: rows.jsonl, validationShare: 0.25}
        template: {mostTokens: 32}
        tuning: {method: scratch}
        model: {layers: 1, heads: 2, channels: 16, contextLength: 32, vocabularySize: 280}
        training: {steps: 30, batchSize: 4, evaluateEvery: 10, checkpointEvery: 4, warmup: 3}
        evaluation: {rows: 3, answerTokens: 3}
        """)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ name: String, _ text: String) throws {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    }

    func bytes(_ name: String) -> Data? { FileManager.default.contents(atPath: "\(path)/\(name)") }

    func lines(_ name: String) -> Int { bytes(name)?.count { $0 == 0x0A } ?? 0 }

    /// The losses that a log tells, as they are written.
    func losses(_ name: String) throws -> [String] {
      try String(contentsOfFile: "\(path)/\(name)/log.jsonl", encoding: .utf8).split(separator: "\n").map { line in
        String(line.replacing(#/"tokensPerSecond":[0-9.]+/#, with: ""))
      }
    }

    func run(_ arguments: [String]) async throws -> LecternResult {
      try await LecternProcess.run(["train"] + arguments, in: path)
    }
  }

  @Test("trains by a file, says what it did, and gives its state as JSON")
  func trains() async throws {
    let files = try Files()
    let text = try await files.run(["run.yaml"])
    #expect(text.status == 0, "\(text.errors)")
    #expect(text.output.contains("18 rows to learn from, 6 to judge by") && text.output.contains("learns"))
    #expect(text.output.contains("lectern chat runs/piers") && text.output.contains("exact 0"))
    #expect(text.output.split(separator: "\n").allSatisfy { $0.count <= 80 })

    let json = try await files.run(["runs/piers/config.yaml", "--format", "json"])
    let state = try json.json(State.self)
    #expect(state.status == "finished" && state.steps == 30 && state.metrics["exact"] != nil)
    #expect(try files.losses("runs/piers") == files.losses("runs/piers-2"))
    #expect(json.output.contains("\"equalLosses\":30"))
    let model = try await LecternProcess.run(["model", "info", "runs/piers/model"], in: files.path)
    #expect(model.status == 0 && model.output.contains("GPT"))
  }

  @Test("killed again and again, goes on to the losses and the model of an unbroken run")
  func killed() async throws {
    let files = try Files()
    let long = ["run.yaml", "--set", "training.steps=400"]
    let whole = try await files.run(long + ["--out", "whole"])
    #expect(whole.status == 0, "\(whole.errors)")
    // The lines are those of one and the same run, each time from its last checkpoint on.
    for count in [1, 40, 130] {
      let process = try LecternProcess.start(
        ["train"] + long + ["--out", "killed"], in: files.path, output: Pipe(), errors: Pipe())
      while process.isRunning, files.lines("killed/log.jsonl") < count { usleep(1000) }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    let rest = try await files.run(long + ["--out", "killed"])
    #expect(rest.status == 0 && rest.output.contains("goes on from its last checkpoint"), "\(rest.errors)")
    #expect(try files.losses("killed") == files.losses("whole"))
    #expect(files.bytes("killed/model/model.safetensors") == files.bytes("whole/model/model.safetensors"))
    #expect(files.bytes("killed/samples.jsonl") == files.bytes("whole/samples.jsonl"))
  }

  @Test("stopped, ends with a checkpoint and the command to go on")
  func stopped() async throws {
    let files = try Files()
    let output = Pipe(), errors = Pipe()
    let process = try LecternProcess.start(
      ["train", "run.yaml", "--out", "run", "--set", "training.steps=100000000"], in: files.path, output: output,
      errors: errors)
    while process.isRunning, files.lines("run/log.jsonl") < 20 { usleep(2000) }
    let second = try await files.run(["run.yaml", "--out", "run", "--set", "training.steps=100000000"])
    #expect(second.status == 2 && second.errors.contains("another process is training there"))
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(said.contains("Go on with: lectern train run/config.yaml"))
    #expect(files.bytes("run/checkpoints/last.safetensors") != nil)
  }

  @Test("out of room for a checkpoint, says so, keeps the old one whole, and goes on when there is room")
  func full() async throws {
    let files = try Files()
    let long = ["run.yaml", "--out", "run", "--set", "training.steps=60"]
    let whole = try await files.run(["run.yaml", "--out", "whole", "--set", "training.steps=60"])
    #expect(whole.status == 0)
    // Killed with a checkpoint, so that there is an old one.
    let process = try LecternProcess.start(["train"] + long, in: files.path, output: Pipe(), errors: Pipe())
    while process.isRunning, files.bytes("run/checkpoints/last.safetensors") == nil { usleep(500) }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    let before = files.bytes("run/checkpoints/last.safetensors")
    #expect(before != nil)

    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/bash")
    // No file may grow beyond twenty kilobytes, less than a checkpoint.
    let command = (["train"] + long).map { "'\($0)'" }.joined(separator: " ")
    shell.arguments = ["-c", "ulimit -f 20; exec '\(LecternProcess.binary)' \(command)"]
    shell.currentDirectoryURL = URL(fileURLWithPath: files.path)
    let errors = Pipe()
    (shell.standardOutput, shell.standardError) = (Pipe(), errors)
    try shell.run()
    shell.waitUntilExit()
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(shell.terminationStatus == 3, "\(said)")
    #expect(said.contains("File too large") && said.contains("go on with: lectern train run/config.yaml"))
    #expect(files.bytes("run/checkpoints/last.safetensors") == before)
    #expect(try await files.run(long).status == 0)
    #expect(try files.losses("run") == files.losses("whole"))
  }

  @Test("shows rows token by token without training, and changes settings by --set")
  func show() async throws {
    let files = try Files()
    let result = try await files.run(["run.yaml", "--show", "2", "--ascii", "--set", "template.prompt=Q: {prompt}"])
    #expect(
      result.status == 0 && result.output.contains("row 2:") && result.output.contains("reads   <|endoftext|>|Q|"))
    #expect(result.output.utf8.allSatisfy { $0 < 0x7F })
    #expect(!FileManager.default.fileExists(atPath: files.path + "/runs"))
  }

  @Test("refuses what makes no sense with status 2, before anything is written")
  func mistakes() async throws {
    let files = try Files()
    try files.write("bad.yaml", "data: {train: rows.jsonl}\nbase: nowhere\ntraining: {steps: 5, warmup: 9}\n")
    let bad = try await files.run(["bad.yaml"])
    #expect(bad.status == 2 && bad.errors.contains("bad.yaml:2:7: base is nowhere"))
    #expect(bad.errors.contains("bad.yaml:3:30: warmup is 9, and there are only 5 steps"))
    for arguments in [
      ["missing.yaml"], ["."], [], ["run.yaml", "--set", "steps"], ["run.yaml", "--set", "training.stepps=3"],
      ["run.yaml", "--out", "rows.jsonl"], ["run.yaml", "--out", "."], ["--template", "clasification"],
      ["run.yaml", "--show", "0"],
    ] {
      let result = try await files.run(arguments)
      #expect(
        result.status == 2 && result.errors.hasPrefix("lectern:") || result.errors.hasPrefix("Error:"),
        "\(arguments) \(result)")
    }
    #expect(!FileManager.default.fileExists(atPath: files.path + "/runs"))
    let diverging = try await files.run([
      "run.yaml", "--out", "wild", "--set", "training.learningRate=500", "--set", "training.optimizer=sgd", "--set",
      "training.clipping=0",
    ])
    #expect(diverging.status == 1 && diverging.errors.contains("training diverged at step"), "\(diverging)")
    let template = try await files.run(["--template", "fine-tuning"])
    #expect(template.status == 0 && template.output.contains("learningRate: 0.001  # at its peak"))
  }
}
