// Trainers and batches in words, for those who print one.

extension Trainer: CustomStringConvertible {
  public var description: String { "Trainer of \(Learner.self) with \(type(of: optimizer)), \(step) steps made" }
}

extension Batches: CustomStringConvertible {
  public var description: String { "\(count) batches a pass" }
}

extension OptimizerMemory: CustomStringConvertible {
  public var description: String {
    kinds.isEmpty ? "nothing" : "\(kinds.joined(separator: " and ")) of \(entries.count) parameters"
  }
}
