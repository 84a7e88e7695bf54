// One item of a task, as a row and the templates make it.

/// What is asked once, and what would be right.
public struct TaskItem: Equatable, Sendable {
  /// Where its row begins in the data file, from 1.
  public var line: Int
  /// Without the examples before it; empty for whole texts.
  public var prompt: String
  /// What should follow: one text, or several that are as good. Of a choice the right one; of `rolling` the text.
  public var targets: [String]
  /// Empty unless the task is a choice.
  public var choices: [String]
  /// The place of the right one among the choices.
  public var right: Int?
  /// What its row says, without the words of the templates: what a leak is looked for in.
  public var material: String

  /// - Parameter material: prompt and first target if left out.
  public init(
    line: Int = 0, prompt: String, targets: [String], choices: [String] = [], right: Int? = nil,
    material: String? = nil
  ) {
    self.material = material ?? prompt + "\n" + (targets.first ?? "")
    self.line = line
    self.prompt = prompt
    self.targets = targets
    self.choices = choices
    self.right = right
  }

  /// A choice whose right answer is at a place. Stops unless there is such a place.
  public init(line: Int = 0, prompt: String, choices: [String], right: Int, material: String? = nil) {
    self.init(
      line: line, prompt: prompt, targets: [choices[right]], choices: choices, right: right, material: material)
  }

  /// With its right answer, as it stands before another as an example.
  var solved: String { prompt + (targets.first ?? "") }
}

extension TaskItem {
  /// The place of the choice that an answer names: by its text, white space at the ends aside; else by its letter, A to
  /// Z; else by its place, from 0. Nil if it names none.
  static func place(of answer: String, among choices: [String]) -> Int? {
    let name = trimmed(answer)
    if let place = choices.firstIndex(where: { trimmed($0) == name }) { return place }
    if name.utf8.count == 1, let letter = name.uppercased().utf8.first, (65...90).contains(letter) {
      return choices.indices.contains(Int(letter) - 65) ? Int(letter) - 65 : nil
    }
    return Int(name).flatMap { choices.indices.contains($0) ? $0 : nil }
  }

  private static func trimmed(_ text: String) -> Substring {
    var text = text[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
