// Questions from definitions, with the place of their answers.

/// The question that a sentence answers and the answer; empty if it is no definition.
func definition(in sentence: String) -> [String] {
  // TODO(definition-pairs): find subject and definition, or be silent.
  ["What is \(sentence)?", sentence]
}

/// Where an answer stands on a page: from which character to which, counted from 0; empty if it is not there.
func place(of answer: String, in sentence: String, of page: String) -> [Int] {
  // TODO(definition-pairs): find the sentence first, and the answer in it.
  []
}
