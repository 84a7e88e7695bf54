// A problem with its data and the model prepared for it: what can be checked before the first step.
internal import Layers
internal import Models
internal import TextModels

/// A plan whose problem nobody needs to know: `Experiment` holds one of any kind.
protocol RunPlanning {
  var configuration: RunConfiguration { get }
  var data: RunData { get }
  var exampleCount: Int { get }
  var totalSteps: Int { get }
  var parameterCounts: (all: Int, trainable: Int) { get }
  var quantization: QuantizationReport? { get }

  func views(_ count: Int) throws -> [ExampleView]
  func judged(shouldStop: () -> Bool) throws -> (loss: Double, judgement: Judgement)
  func run(
    at place: RunDestination, state: RunState, shouldStop: @escaping () -> Bool,
    progress: @escaping (ExperimentProgress) -> Void
  ) throws -> RunState
}

struct RunPlan<Problem: ProblemType>: RunPlanning {
  let configuration: RunConfiguration
  let data: RunData
  let problem: Problem
  let training: [Problem.Example]
  let validation: [Problem.Example]
  let totalSteps: Int
  private(set) var quantization: QuantizationReport?

  var exampleCount: Int { training.count }

  /// Throws ``RunProblems``.
  init(_ problem: Problem, _ data: RunData, base: String?) throws {
    var (problem, problems) = (problem, [RunProblem]())
    var configuration = problem.configuration
    do {
      quantization = try configuration.tuning.apply(
        to: &problem.learner, seed: configuration.seed, isNew: problem.isNew)
    } catch let error as RunProblems { problems += error.problems }

    training = Self.examples(of: data.training, problem, &problems)
    validation = Self.examples(of: data.validation, problem, &problems)
    let (section, count) = (configuration.training, training.count)
    totalSteps = section.totalSteps(examples: count)
    if problems.isEmpty {
      if let problem = Self.batchProblem(section, examples: count) { problems.append(problem) }
      if section.warmup >= totalSteps {
        if section.warmup == RunConfiguration.TrainingSection().warmup {
          configuration.training.warmup = totalSteps / 10
        } else {
          problems.append(
            RunProblem(
              "training.warmup",
              "is \(section.warmup), and there are only \(totalSteps) steps; a tenth, "
                + "\(totalSteps / 10), would do"))
        }
      }
    }
    if !problems.isEmpty { throw RunProblems(problems) }
    self.configuration = configuration
    self.data = data
    self.problem = problem
  }

  /// That a batch needs more examples than there are; nil if it does not.
  static func batchProblem(_ section: RunConfiguration.TrainingSection, examples count: Int) -> RunProblem? {
    guard section.batchSize > count else { return nil }
    return RunProblem(
      "training.batchSize",
      "is \(section.batchSize), and there \(count == 1 ? "is 1 example" : "are \(count) examples") to learn from; take "
        + "\(count) or fewer")
  }

  var parameterCounts: (all: Int, trainable: Int) {
    (problem.learner.parameterCount, problem.learner.trainableParameterCount)
  }

  func views(_ count: Int) throws -> [ExampleView] { try data.training.prefix(count).map { try problem.view(of: $0) } }

  /// Of the rows that cannot be learnt from the first of each kind is a problem.
  private static func examples(
    of rows: [RunRow], _ problem: Problem, _ problems: inout [RunProblem]
  ) -> [Problem.Example] {
    var (examples, failures): ([Problem.Example], [(first: RunProblem, count: Int)]) = ([], [])
    for row in rows {
      do throws(RunProblem) { examples += try problem.examples(of: row) } catch {
        if let place = failures.firstIndex(where: { $0.first.key == error.key }) {
          failures[place].count += 1
        } else {
          failures.append((error, 1))
        }
      }
    }
    for (first, count) in failures where !problems.contains(where: { $0.key == first.key }) {
      let others = count == 1 ? "" : " (so it is with \(count) rows)"
      problems.append(RunProblem(first.key, first.message + others))
    }
    return examples
  }
}
