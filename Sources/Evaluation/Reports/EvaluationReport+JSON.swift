// The report as JSON, beside the page.

extension EvaluationReport: Encodable {
  private struct Reliability: Encodable {
    var task, model: String
    var expectedError: Double
    var brierScore: Double
    var bins: [ReliabilityBin]
  }

  private enum CodingKeys: String, CodingKey { case models, results, tasks, overall, calibration, arena }

  /// Models, every measure of each task, the ranks on each and on all, calibration, and the arena; samples stay in the
  /// folders of the results.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(models, forKey: .models)
    try container.encode(results, forKey: .results)
    try container.encode(ranking.tasks, forKey: .tasks)
    try container.encode(ranking.overall, forKey: .overall)
    let calibrations = tasks.flatMap { task in
      models.compactMap { model in
        calibration(task, model).map {
          Reliability(
            task: task, model: model, expectedError: $0.expectedError, brierScore: $0.brierScore, bins: $0.bins)
        }
      }
    }
    try container.encode(calibrations, forKey: .calibration)
    try container.encodeIfPresent(arena, forKey: .arena)
  }
}
