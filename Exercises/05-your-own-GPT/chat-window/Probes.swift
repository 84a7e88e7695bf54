// What a learner's conversations are asked.

let probes = Probes {
  Probe("the conversation of the task", points: 2) {
    [
      prompt([["Fare to Birk?", "Ten."], ["To Quarne?"]], opening: "", most: 100),
      prompt([["Fare to Birk?", "Ten."], ["To Quarne?"]], opening: "", most: 50),
    ]
  }
  Probe("an opening stays", points: 2) {
    [
      prompt([["Who?"]], opening: "Be brief.", most: 200),
      prompt([["One?", "Yes."], ["Two?", "No."], ["Three?"]], opening: "Answer in one word.", most: 95),
      prompt([["One?", "Yes."], ["Two?"]], opening: "Answer in one word.", most: 10),
    ]
  }
  Probe("the oldest exchanges go, whole", points: 3) {
    [60, 80, 100, 120, 140, 180].map { most in
      prompt(
        [
          ["Pier of the Tern?", "Six."], ["Her colour?", "Green, with a white line."], ["Her captain?", "Halloran."],
          ["And seats?"],
        ], opening: "", most: most)
    }
  }
  Probe("where a reply ends", points: 3) {
    [
      reply(" Four.\nInstruction: To"), reply(" Ten crowns.<|endoftext|>Instruction: And"), reply("  At pier six.  \n"),
      reply(" Two lines:\nhere.\nInstruction: What<|endoftext|>"), reply(" Say Instruction: like this."), reply(""),
    ]
  }
  Probe("random conversations", points: 3) { random in
    (0..<8).map { _ in
      let words = ["pier", "ticket", "gate", "Birk", "the Tern", "at seven"]
      let said = (0..<random.integer(in: 0...5)).map { _ in [random.pick(words) + "?", random.pick(words) + "."] }
      return prompt(
        said + [[random.pick(words) + "?"]], opening: random.pick(["", "Be kind."]), most: random.integer(in: 20...220))
    }
  }
}
