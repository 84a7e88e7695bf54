// `--recipe` and `--seed`: the recipe of `data prepare` and `data ablate`.
import ArgumentParser
import DataPreparation
import Foundation
import YAMLTrees

struct RecipeOption: ParsableArguments {
  @Option(help: ArgumentHelp("A recipe; 'lectern data recipe' prints one to begin with.", valueName: "recipe.yaml"))
  var recipe: String?

  @Option(parsing: .unconditional, help: "Everything random follows from it. (default: the recipe's)")
  var seed: Int?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Test sets whose rows must not be trained on, for the step test-leak.", valueName: "file"))
  var test: [String] = []

  func validate() throws {
    if let seed, !(0...1_000_000_000).contains(seed) {
      throw ValidationError("--seed \(seed) is out of range: it is 0 to 1000000000")
    }
  }

  /// The recipe with what the options say, read back as it will be written, so that files they name are checked too.
  func read() throws -> Recipe {
    var read = try recipe.map { try Recipe(yaml: TextInput.file($0), file: $0) } ?? .standard
    if let seed { read.seed = seed }
    guard !test.isEmpty else { return read }
    let place = read.steps.firstIndex { $0 is TestLeak }
    var leak = place.map { read.steps[$0] } as? TestLeak ?? TestLeak()
    leak.testFiles += test
    if let place { read.steps[place] = leak } else { read.steps.append(leak) }
    return try Recipe(yaml: read.yaml(), file: recipe ?? "the default recipe with --test")
  }
}
