// Recipes as files: what they may say, and what is said of what they may not.
import DataPreparation
import Testing
import YAMLReading
import YAMLTrees

struct RecipeTests {
  private func problems(_ yaml: String) -> [String] {
    do {
      _ = try Recipe(yaml: yaml, file: "r.yaml")
      return []
    } catch {
      return "\(error)".split(separator: "\n").map(String.init)
    }
  }

  @Test("the default recipe, printed with its comments, reads back as the default recipe")
  func roundTrip() throws {
    for recipe in [Recipe.standard, Recipe(Recipe.knownSteps.filter { $0 != MixDataSets.self }.map { $0.init() })] {
      for isExplained in [true, false] {
        let text = recipe.yaml(explained: isExplained)
        #expect(try Recipe(yaml: text) == recipe)
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(text)")
      }
    }
  }

  @Test("settings that are not the default's survive, whatever signs are in them")
  func settings() throws {
    var profanity = ProfanityFilter()
    profanity.words = ["it's", "a \"b\"", "c: d", "# e", "", "yes", "5", " f ", "g\\h\n", "-", "[", "é", "\u{7}"]
    var marks = BoundaryMarks()
    (marks.start, marks.end) = ("*", "null")
    var length = LengthBand()
    length.shortest = 12
    var leak = TestLeak()
    leak.share = 0.125
    var recipe = Recipe([profanity, marks, length, leak])
    (recipe.seed, recipe.validation, recipe.test) = (9, 0, 0.25)
    let read = try Recipe(yaml: recipe.yaml())
    #expect(read == recipe)
    #expect((read.steps[0] as? ProfanityFilter)?.words == profanity.words)
    #expect((read.steps[1] as? BoundaryMarks)?.end == "null")
    #expect((read.steps[2] as? LengthBand)?.shortest == 12)
    #expect((read.steps[3] as? TestLeak)?.share == 0.125)
    #expect((read.seed, read.validation, read.test) == (9, 0, 0.25))
  }

  @Test("a name alone is a step as it is by default")
  func names() throws {
    let recipe = try Recipe(yaml: "steps: [length, {name: language}]")
    #expect(recipe == Recipe([LengthBand(), LanguageFilter()]))
    #expect(try Recipe(yaml: "steps: []").steps.isEmpty)
  }

  @Test("everything that is wrong is said at once, each with its place and what would do")
  func everything() {
    let found = problems(
      """
      seed: -1
      steps:
        - name: lenght
        - name: length
          shortst: 5
          longest: many
        - name: near-duplicates
          similarity: 1.5
        - settings: none
        - name: length
          shortest: 100
          longest: 20
        - name: clean-text
          emoji: delete
          links: [keep]
          white-space: maybe
      colour: blue
      """)
    #expect(
      found == [
        "r.yaml:1:7: seed is -1; it must be a whole number from 0 to 1000000000",
        "r.yaml:3:11: there is no step \"lenght\"; the nearest is length. There are: "
          + Recipe.knownSteps.map { $0.name }.joined(separator: ", "),
        "r.yaml:5:5: step length has no setting \"shortst\"; the nearest is shortest. There are: shortest, longest, "
          + "shortest-question, longest-question, shortest-fact",
        "r.yaml:6:14: longest is many; it must be a whole number from 1 to 10000000",
        "r.yaml:8:17: similarity is 1.5; it must be a number from 0.3 to 1",
        "r.yaml:9:5: a step needs a name, as in - name: length",
        "r.yaml:11:15: step length: shortest (100) is above longest (20); no row could be kept",
        "r.yaml:14:12: emoji is delete; it must be one of keep, mask, remove",
        "r.yaml:15:12: links is a list of 1; it must be one of keep, mask, remove",
        "r.yaml:16:18: white-space is maybe; it must be true or false",
        "r.yaml:17:1: a recipe has no setting \"colour\"; the nearest is seed. There are: seed, validation, test",
      ])
  }

  @Test("a misspelt list of steps is told as such")
  func misspeltSteps() {
    let problem = "r.yaml:1:1: a recipe has no setting \"stepps\"; the nearest is steps."
    #expect(problems("stepps: []")[0].hasPrefix(problem))
  }

  @Test("what a step needs and does not have is said before anything starts")
  func needs() {
    #expect(problems("steps: [mix]")[0].contains("names no data set"))
    let missing = problems("steps:\n  - name: test-leak\n    files: [/nowhere/test.jsonl]")
    #expect(missing.count == 1 && missing[0].hasPrefix("r.yaml:3:12: step test-leak: /nowhere/test.jsonl"))
    #expect(problems("steps:\n  - name: language\n    keep: [englich]")[0].contains("the nearest is english"))
    #expect(problems("validation: 0.5\ntest: 0.5\nsteps: []")[0].hasPrefix("r.yaml:1:13: validation and test are 1"))
  }

  @Test(
    "a file that is no recipe is told what one looks like",
    arguments: [
      ("", "1:1: a recipe needs steps:"), ("steps: length", "1:8: steps is length; it must be a list"),
      ("- length", "1:1: a recipe is a list of 1; it must be settings"), ("steps:", "1:7: steps is empty"),
      ("steps: [[length]]", "1:9: a step needs a name"), ("steps: [5]", "1:9: there is no step \"5\""),
    ])
  func noRecipe(_ yaml: String, _ start: String) {
    #expect(problems(yaml).first?.hasPrefix("r.yaml:" + start) == true, "\(problems(yaml))")
  }

  @Test(
    "what is no YAML is said where it is wrong, in words",
    arguments: [
      ("steps:\n  - name: \"length\n", "2:11: a quotation mark that is not closed"),
      ("steps:\n  - name: length\n\tshortest: 3\n", "3:1: a tab"),
      ("steps: [length\n", "1:8: a list that is not closed"),
      ("steps:\n  - name: length\n   shortest: 3\n", "3:4:"),
      ("seed: 1\nsteps: []\nseed: 2\n", "3:1: seed stands here twice"),
      ("steps: a: b", "1:9: a colon too many"),
      ("steps: *all", "1:8: a reference (*name) to nothing"),
      ("steps: \u{1}", "1:8: a character that YAML does not allow"),
    ])
  func noYAML(_ yaml: String, _ start: String) {
    #expect(problems(yaml).first?.hasPrefix("r.yaml:" + start) == true, "\(problems(yaml))")
  }

  @Test("references that multiply beyond memory, and brackets without end, are refused")
  func bombs() {
    var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<9 {
      bomb += "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ") + "]\n"
    }
    #expect(problems(bomb).first?.contains("more than 100000 values") == true)
    #expect(problems(String(repeating: "[", count: 50_000)).count == 1)
  }
}
