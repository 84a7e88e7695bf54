// Runs as `experiments list`, `show` and `compare` give them to programs.
import Evaluation
import Experiments
import Foundation

/// What a list has of a run.
struct RunJSON: Encodable {
  var run: String
  var folder: String
  /// running, died, interrupted, finished, stopped early, diverged
  var state: String
  var problem: String
  var steps: Int
  var totalSteps: Int
  var bestStep: Int?
  var bestLoss: Double?
  var metrics: [String: Estimate]
  var gains: [String: Estimate]
  var parameters: Int
  var trainableParameters: Int
  var seconds: Double

  init(_ run: RecordedRun) {
    self.run = run.name
    folder = run.folder.path
    state = run.standing.rawValue
    problem = run.state.problem
    (steps, totalSteps) = (run.step, run.state.totalSteps)
    (bestStep, bestLoss) = (run.best?.step, run.best?.loss)
    (metrics, gains) = (run.metrics, run.state.gains)
    (parameters, trainableParameters) = (run.state.parameters, run.state.trainableParameters)
    seconds = run.state.seconds
  }
}
