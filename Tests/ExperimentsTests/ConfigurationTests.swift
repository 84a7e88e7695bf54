// The settings of a run: read, written, and every mistake named with its place and what would do.
import Experiments
import Foundation
import Testing
import YAMLReading
import YAMLTrees

@Suite("A run's settings")
struct ConfigurationTests {
  @Test("read back as they were written, plain and explained, for each method and problem")
  func roundTrip() throws {
    var configuration = RunConfiguration()
    configuration.name = "second try"
    configuration.base = "../BaseModel"
    configuration.data.train = "rows.jsonl"
    configuration.data.columns = ["prompt": "the question", "answer": "reply: all"]
    configuration.data.labels = ["yes", "no"]
    configuration.template.prompt = "# {prompt}\n\"quoted\" {{}}"
    configuration.training.learningRate = 0.00025
    configuration.training.epochs = 2.5
    for problem in RunConfiguration.Problem.allCases {
      for method in RunConfiguration.TuningSection.Method.allCases {
        configuration.problem = problem
        configuration.tuning.method = method
        if method == .scratch { configuration.base = "" }
        #expect(try RunConfiguration(yaml: configuration.yaml()) == configuration)
        #expect(try RunConfiguration(yaml: configuration.yaml(explained: true)) == configuration)
        configuration.base = "../BaseModel"
      }
    }
  }

  @Test("that are printed to begin with have no line over 80 characters and read back")
  func templates() throws {
    for kind in ConfigurationTemplate.kinds {
      let configuration = try #require(ConfigurationTemplate.configuration(kind))
      let text = configuration.yaml(explained: true)
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
      #expect(try RunConfiguration(yaml: text) == configuration)
    }
    #expect(ConfigurationTemplate.configuration("fine-tunning") == nil)
  }

  @Test("have all their mistakes named at once, each with its line, the value, and what would do")
  func mistakes() {
    let text = """
      problem: languageModle
      data: {train: rows.jsonl, colums: 3}
      training:
        learningRate: fast
        steps: -1
      evaluation: exact
      """
    #expect {
      try RunConfiguration(yaml: text, file: "run.yaml")
    } throws: { error in
      let lines = "\(error)".split(separator: "\n").map(String.init)
      return lines.count == 5
        && lines[0].hasPrefix("run.yaml:1:10: problem is languageModle; it must be one of languageModel,")
        && lines[1].hasPrefix("run.yaml:2:27: data has no setting \"colums\"; the nearest is columns")
        && lines[2].hasPrefix("run.yaml:4:17: learningRate is fast; it must be a number from")
        && lines[3].hasPrefix("run.yaml:5:10: steps is -1") && lines[4].hasPrefix("run.yaml:6:13: evaluation is exact")
    }
  }

  @Test(
    "that do not go together are refused with what would",
    arguments: [
      ("base: B\ntuning: {method: full, rank: 8}", "rank has no meaning for the method full, only for lora"),
      ("tuning: {method: lora}", "method is lora, which starts from a model; name one, as in base: BaseModel"),
      ("{}", "base is missing; name a model to start from"),
      ("tuning: {method: scratch}\nmodel: {channels: 30, heads: 4}", "does not divide the 30 channels; take 28 or 32"),
      ("base: B\nmodel: {layers: 3}", "layers belongs to a model from scratch"),
      ("base: B\ntraining: {steps: 10, warmup: 20}", "warmup is 20, and there are only 10 steps; a tenth, 1, would do"),
      ("tuning: {method: scratch}\ntemplate: {mostTokens: 200}", "mostTokens is 200, and the model sees 128 at once"),
      ("base: B\npreference: {beta: 1}", "beta belongs to problem: preference"),
      ("base: B\nname: a/b", "name is a/b; it names a folder"),
      ("base: B\ntraining: {patience: 2}\nevaluation: {rows: 0}\n", "validation rows nothing can be waited for"),
    ])
  func contradictions(text: String, message: String) {
    let data = message.contains("waited") ? "data: {train: r.jsonl, validationShare: 0}\n" : "data: {train: r.jsonl}\n"
    #expect {
      try RunConfiguration(yaml: (text == "{}" ? "" : text + "\n") + data)
    } throws: { "\($0)".contains(message) }
  }

  @Test("are changed key by key, and a wrong change changes nothing")
  func set() throws {
    var configuration = RunConfiguration()
    try configuration.set("training.steps", to: "100")
    try configuration.set("template.prompt", to: "Q: {prompt}")
    try configuration.set("tuning.targets", to: "[attention.output, output]")
    try configuration.set("seed", to: "5")
    #expect(configuration.training.steps == 100 && configuration.template.prompt == "Q: {prompt}")
    #expect(configuration.tuning.targets == ["attention.output", "output"] && configuration.seed == 5)
    let before = configuration
    for (key, value) in [
      ("training.steps", "many"), ("training.stepps", "3"), ("steps", "3"), ("", "3"), ("data", "3"),
    ] {
      #expect(throws: SettingsError.self, "\(key)") { try configuration.set(key, to: value) }
    }
    #expect(configuration == before)
  }

  @Test("are checked against data and model before anything is written, all together")
  func everything() throws {
    let files = try TinyRun()
    try files.experiment { $0.training.steps = 3 }.run(in: files.file("base"))
    try files.write(
      "run.yaml",
      """
      base: base
      data: {train: rows.jsonl}
      template: {mostTokens: 99}
      tuning: {method: lora, frozenLayers: 1}
      training: {batchSize: 400}
      evaluation: {metrics: [exakt]}
      """)
    #expect {
      try Experiment(ConfigurationFile(files.file("run.yaml")))
    } throws: { error in
      let text = "\(error)"
      return text.split(separator: "\n").count == 4
        && text.contains("run.yaml:3:24: mostTokens is 99, and the model sees 32 tokens at once")
        && text.contains("run.yaml:4:38: frozenLayers has no meaning for the method lora, only for frozen")
        && text.contains("run.yaml:5:23: batchSize is 400, and there are 22 examples")
        && text.contains("there is no metric \"exakt\"; the nearest is exact")
    }
    #expect {
      try files.experiment {
        ($0.base, $0.tuning.method, $0.tuning.targets) = ("base", .lora, ["attention.outpt"])
      }
    } throws: { "\($0)".contains("the nearest is attention.output") }
    #expect {
      try files.experiment { ($0.base, $0.tuning.method, $0.tuning.frozenLayers) = ("base", .frozen, 7) }
    } throws: { "\($0)".contains("tuning.frozenLayers is 7, and the model has 1 blocks") }
    #expect {
      try files.experiment { ($0.base, $0.tuning.method) = ("nowhere", .full) }
    } throws: { "\($0)".contains("base is nowhere, which is neither a folder with config.json") }
  }
}
