// A task: its settings with the items that its data make, ready to be asked.
internal import DataPreparation

/// What a model is tried on.
///
/// ```swift
/// let task = try EvaluationTask.read("Benchmarks/HarbourLines/facts.yaml")
/// print(task.prompt(of: task.items[0]))
/// let result = try task.run(on: model)
/// print(result.metrics["accuracy"])
/// ```
public struct EvaluationTask: Equatable, Sendable {
  public var settings: TaskSettings
  public var items: [TaskItem]
  /// What examples are taken from, in the order in which they are.
  public private(set) var pool: [TaskItem]

  /// - Parameter pool: what the examples before a prompt are taken from.
  public init(_ settings: TaskSettings, items: [TaskItem], pool: [TaskItem] = []) {
    self.settings = settings
    self.items = items
    self.pool = SeededOrder.shuffled(pool, seed: settings.examples.seed, by: \.solved)
  }

  public var name: String { settings.name }

  /// The solved examples before an item: the same ones before all, but never the item itself.
  public func examples(for item: TaskItem) -> [TaskItem] {
    Array(
      pool.lazy.filter { $0.prompt != item.prompt || $0.targets.first != item.targets.first }
        .prefix(settings.examples.count))
  }

  /// What the model reads before it answers: the examples, then the item's prompt.
  public func prompt(of item: TaskItem) -> String {
    (examples(for: item).map(\.solved) + [item.prompt]).joined(separator: settings.examples.separator)
  }

  /// The task with so many of its items, evenly from the whole; all if there are not so many.
  public func limited(to count: Int) -> EvaluationTask {
    guard count < items.count else { return self }
    var task = self
    task.items = (0..<max(0, count)).map { items[$0 * items.count / count] }
    return task
  }
}
