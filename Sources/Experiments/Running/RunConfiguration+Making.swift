// From the words of a configuration to an optimizer, a learning rate, adapters.
internal import Layers
internal import Messages
internal import Models
internal import Training

extension RunConfiguration.TrainingSection {
  /// How many steps there are for so many examples.
  func totalSteps(examples: Int) -> Int {
    if steps > 0 { return steps }
    let inPass = (examples + batchSize - 1) / batchSize
    return max(1, Int((epochs * Double(inPass) / Double(accumulation)).rounded(.up)))
  }

  /// - Parameter total: the run's steps.
  func makeOptimizer(total: Int) -> any Training.Optimizer {
    let peak = Float(learningRate)
    let rate: LearningRate =
      switch schedule {
      // Falling to where it is: constant, after its warm-up.
      case .constant: .linear(peak: peak, warmup: warmup, steps: total, floor: peak)
      case .linear: .linear(peak: peak, warmup: warmup, steps: total)
      case .cosine: .cosine(peak: peak, warmup: warmup, steps: total)
      }
    return switch optimizer {
    case .sgd: SGD(learningRate: rate, momentum: 0.9, weightDecay: Float(weightDecay))
    case .adam: Adam(learningRate: rate, weightDecay: Float(weightDecay))
    case .adamW: AdamW(learningRate: rate, weightDecay: Float(weightDecay), decaysOnlyMatrices: true)
    }
  }
}

extension RunConfiguration.TuningSection {
  /// Freezes what is not to learn, or puts adapters beside linear layers. Throws ``RunProblems``.
  ///
  /// - Parameter isNew: parameters that learn whatever the method.
  /// - Returns: what rounding cost, if weights were rounded.
  func apply<Learner: Model>(
    to learner: inout Learner, seed: Int, isNew: (String) -> Bool
  ) throws -> QuantizationReport? {
    var report: QuantizationReport?
    switch method {
    case .scratch, .full: break
    case .frozen:
      let blocks = Set(learner.parameters.compactMap { Self.block(of: $0.name) }).count
      guard frozenLayers <= blocks else {
        throw RunProblems(
          "tuning.frozenLayers", "is \(frozenLayers), and the model has \(blocks) blocks; take \(blocks) or fewer")
      }
      learner.freeze { name in
        name.lowercased().contains("embedding") || Self.block(of: name).map { $0 < frozenLayers } == true
      }
    case .lora:
      do {
        switch weights {
        case .float32: break
        case .int8: report = try learner.quantizeWeights(.int8)
        case .int4: report = try learner.quantizeWeights(.int4())
        }
      } catch let error as QuantizationError { throw RunProblems("tuning.weights", "cannot be had: \(error)") }
      let lora = LoRA(
        rank: rank, alpha: Float(alpha), dropout: Float(dropout), targets: targets.isEmpty ? nil : targets,
        scalesByRoot: rankStabilized)
      do { try learner.addAdapters(lora, seed: seed) } catch LoRAError.noSuchTarget(let target, let layers) {
        let ends = Set(layers.map { $0.split(separator: ".").drop { $0 == "blocks" || Int($0) != nil } })
        let names = ends.map { $0.joined(separator: ".") }.sorted()
        let nearest = NearestName.of(target, among: names).map { "; the nearest is \($0)" } ?? ""
        throw RunProblems(
          "tuning.targets",
          "names \(target.quoted), and no linear layer's name ends so\(nearest). There are: \(names.joined(separator: ", "))"
        )
      }
    }
    learner.freeze(false, where: isNew)
    guard learner.parameters.contains(where: { !$0.parameter.isFrozen }) else {
      throw RunProblems("tuning.method", "is \(method.rawValue), by which no parameter is left to learn")
    }
    return report
  }

  /// The number of the block that a parameter belongs to: 3 of "blocks.3.attention.output.weight".
  private static func block(of name: String) -> Int? {
    let words = name.split(separator: ".")
    return words.firstIndex { $0.hasSuffix("blocks") }.flatMap {
      words.indices.contains($0 + 1) ? Int(words[$0 + 1]) : nil
    }
  }
}
