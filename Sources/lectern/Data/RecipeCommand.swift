// `lectern data recipe`: the default recipe, explained, to begin one's own with.
import ArgumentParser
import DataPreparation

struct RecipeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recipe", abstract: "Prints the default recipe, with a comment on each setting; or checks one.",
    discussion: """
      Save it, change it, and give it to 'lectern data prepare': lectern data recipe > recipe.yaml. A step without \
      settings is as it is here; the order of the steps is the order in which rows go through them.
      """)

  @Flag(help: "Every step there is, not only those of the default recipe.")
  var all = false

  @Option(
    help: ArgumentHelp("Checks this recipe instead, and names everything that is wrong.", valueName: "recipe.yaml"))
  var check: String?

  func run() throws {
    if let check {
      let recipe = try Recipe(yaml: TextInput.file(check), file: check)
      let count = recipe.steps.count
      StandardOutput.write("\(check): \(count) step\(count == 1 ? "" : "s"), nothing is wrong with it\n")
      return
    }
    let recipe = all ? Recipe(Recipe.knownSteps.map { $0.init() }) : .standard
    StandardOutput.write(
      "# A recipe: what rows go through, from top to bottom. A setting that is left out is as here.\n"
        + recipe.yaml(explained: true))
  }
}
