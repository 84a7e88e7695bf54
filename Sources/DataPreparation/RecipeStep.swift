// One step of a recipe: rows in, rows out, and what became of the others.
public import YAMLTrees

/// A step that adds, changes or drops rows, the same way each time: randomness comes from `seed` alone.
///
/// What a recipe may say of it is in `settings`, so that one description reads the recipe, checks it, and explains it.
public protocol RecipeStep: Sendable {
  /// As it is called in a recipe, such as `near-duplicates`.
  static var name: String { get }
  /// What it does, in one line.
  static var summary: String { get }
  static var settings: [Setting<Self>] { get }

  /// With default settings.
  init()

  /// Settings that make no sense together, or that something is missing from: the key, and what is wrong.
  func contradictions() -> [(key: String, message: String)]

  /// Files that it reads, by the setting that names them.
  var files: [(key: String, path: String)] { get }

  /// Throws if a file of its own cannot be read.
  func apply(_ rows: [TrainingRow], seed: Int) throws(RecipeError) -> RecipeOutcome
}

extension RecipeStep {
  public static var summary: String { "" }
  public static var settings: [Setting<Self>] { [] }
  public func contradictions() -> [(key: String, message: String)] { [] }
  public var files: [(key: String, path: String)] { [] }
}

/// Why a recipe cannot be run.
public enum RecipeError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A file that a step names: a sentence that begins with its name.
  case unreadable(step: String, reason: String)

  public var description: String {
    switch self {
    case .unreadable(let step, let reason): "step \(step): \(reason)"
    }
  }
}
