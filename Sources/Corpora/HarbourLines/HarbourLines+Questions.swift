// Questions about the world with their answers, one pair a document.

extension HarbourLines {
  /// "Question: … Answer: …" about the facts of this world, `facts`. The question leaves no choice for the answer.
  /// Labels: kind and subject of the fact; parts: "question", "answer".
  public var questions: Corpus { Corpus("questions", [questionRule] + questionRules) }

  var questionRule: Rule { Rule("exchange", facts.map { "[ask \($0.kind), \($0.subject)]\n\n" }) }

  var questionRules: [Rule] {
    facts.flatMap { fact in
      exchange(
        "ask", "\(fact.kind), \(fact.subject)", fact.questions, fact.answer,
        labels: ["kind": fact.kind, "subject": fact.subject])
    }
  }

  /// The rules of a question and its answer; the first of them writes both.
  func exchange(
    _ name: String, _ key: String, _ questions: [String], _ answer: String, labels: [String: String] = [:]
  ) -> [Rule] {
    [
      Rule(
        "\(name) \(key)", labels: labels,
        ["Question: [question \(name) \(key)]\nAnswer: [answer \(name) \(key)]"]),
      Rule("question \(name) \(key)", questions),
      Rule("answer \(name) \(key)", [answer]),
    ]
  }
}
