// A `quiz` block (LESSON_FORMAT rule 10): a question, choices `- [ ]` and `- [x]`, under each an indented reason.

extension Quiz {
  /// A sentence for the author, and the line of the content that it is about, from 0; nil: the block.
  typealias Problem = (line: Int?, sentence: String)

  static func read(_ lines: [Substring], range: SourceRange) -> (quiz: Quiz, problems: [Problem]) {
    var question: [Substring] = []
    var choices: [(text: Substring, isRight: Bool, reason: [Substring])] = []
    var problems: [Problem] = []
    for (index, line) in lines.enumerated() {
      if let (text, isRight) = choice(line) {
        choices.append((text, isRight, []))
      } else if choices.isEmpty {
        question.append(line)
      } else {
        if let first = line.first, !first.isWhitespace {
          problems.append((index, "a reason is indented below its choice"))
        }
        choices[choices.count - 1].reason.append(line)
      }
    }
    let quiz = Quiz(
      question: text(of: question),
      choices: choices.map { Choice(text: String($0.text), isRight: $0.isRight, reason: text(of: $0.reason)) },
      range: range)
    if quiz.question.isEmpty { problems.append((nil, "this quiz has no question above its choices")) }
    if choices.isEmpty {
      problems.append(
        (nil, "this quiz has no choices: lines that begin with \"- [ ]\", or \"- [x]\" for the right one"))
    } else if !choices.contains(where: \.isRight) {
      problems.append((nil, "no choice of this quiz is right: mark it with \"- [x]\""))
    }
    return (quiz, problems)
  }

  /// The text of `- [ ] text` or `- [x] text`.
  private static func choice(_ line: Substring) -> (text: Substring, isRight: Bool)? {
    let indentation = line.prefix { $0 == " " }.count
    var rest = line.dropFirst(indentation)
    guard indentation < 4, let bullet = rest.popFirst(), "-*+".contains(bullet) else { return nil }
    let box = rest.drop { $0 == " " }
    guard box.count < rest.count, let mark = box.dropFirst().first, " xX".contains(mark) else { return nil }
    guard box.first == "[", box.dropFirst(2).first == "]" else { return nil }
    let text = box.dropFirst(3)
    guard text.first?.isWhitespace ?? true else { return nil }
    return (String(text).trimmingBlanks, mark != " ")
  }

  /// Lines without the indentation that all of them share, and without empty lines at both ends.
  private static func text(of lines: [Substring]) -> String {
    var lines = lines[...]
    while let first = lines.first, first.allSatisfy(\.isWhitespace) { lines.removeFirst() }
    while let last = lines.last, last.allSatisfy(\.isWhitespace) { lines.removeLast() }
    let indentation = lines.filter { !$0.allSatisfy(\.isWhitespace) }.map { $0.prefix(while: \.isWhitespace).count }
      .min()
    return lines.map { $0.dropFirst(indentation ?? 0) }.joined(separator: "\n")
  }
}
