// A lesson as one plain Swift program: its steps in order, its prose as comments.
import LessonDocuments
import StepRecords

public enum LessonProgram {
  /// The program's text. Compiled against the library it prints what the steps print. A step that is not run, that is
  /// meant to fail, or that failed stands in it as a comment; so do those below a failure, which did not run.
  ///
  /// - Parameter outputs: one for each step, in order; none for those that have not run.
  public static func text(_ lesson: Lesson, outputs: [StepOutput], origin: ExportOrigin) -> String {
    ProgramWriting(lesson: lesson, outputs: outputs, origin: origin).text
  }
}

private struct ProgramWriting {
  let lesson: Lesson
  let outputs: [StepOutput]
  let origin: ExportOrigin

  /// Of a comment's text.
  private static let options = TextOptions(width: 97)

  var text: String {
    let codes = lesson.steps.filter { reasonToLeaveOut($0) == nil }
    let scopes = ProgramScopes(codes.map(\.source.text))
    let parts = Dictionary(uniqueKeysWithValues: zip(codes.map(\.number), scopes.parts))
    var blocks = [head, (scopes.imports + ["import StepSupport", "import Transformers"]).joined(separator: "\n")]
    if let seed = lesson.frontMatter.seed {
      blocks.append("/// The lesson's seed.\nlet lessonSeed = \(Int(truncatingIfNeeded: seed))")
    }
    for item in LessonFlow.items(of: lesson) {
      switch item {
      case .prose(let node): blocks += prose(node)
      case .step(let index): blocks.append(step(lesson.steps[index], parts[lesson.steps[index].number]))
      case .quiz(let index):
        blocks.append(comment(QuizPicture.lines(for: lesson.quizzes[index], options: Self.options)))
      case .notes(let index):
        if origin.hasNotes { blocks.append(comment("Notes: " + lesson.notes[index].text)) }
      case .expectation: break
      }
    }
    if scopes.blocks > 0 {
      blocks.append(Array(repeating: "}", count: scopes.blocks).joined(separator: "\n"))
    }
    let moved = codes.flatMap { parts[$0.number]?.moved ?? [] }
    if !moved.isEmpty {
      blocks.append("// MARK: - What Swift takes at file level only, from the steps above")
      blocks += moved
    }
    blocks += answers
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  /// What this is, and how it is compiled.
  private var head: String {
    let program = origin.file.hasSuffix(".swift") ? String(origin.file.dropLast(6)) : origin.file
    let name = ShellWord.quoted(origin.file)
    let lines =
      [lesson.title] + (lesson.frontMatter.summary.map { [$0] } ?? [])
      + [
        "", origin.sentence + ".", "It reads the course's files: compile and run it in the course's folder.", "",
        "    swiftc -O -swift-version 5 \(name) -o \(ShellWord.quoted(program)) \\",
        "      -I .build/release/Modules -L .build/release -lTransformers \\",
        "      -Xlinker -rpath -Xlinker \"$PWD/.build/release\"",
        "    \(ShellWord.quoted("./" + program))",
      ]
    return comment(
      lines.flatMap { line in
        // Commands and the check must stay in one piece.
        line.hasPrefix(" ") || line.hasPrefix(origin.sentence)
          ? [StyledLine(line)] : StyledLine(Self.options.oneLine(line)).wrapped(to: 97)
      })
  }

  private func prose(_ node: MarkdownNode) -> [String] {
    switch node.kind {
    // The title stands in the head.
    case .heading(level: 1) where node.plainText == lesson.title: return []
    // Editors list these.
    case .heading(level: 1), .heading(level: 2): return ["// MARK: - " + Self.options.oneLine(node.plainText)]
    default: return [comment(ProsePicture.lines(for: node, options: Self.options))]
    }
  }

  private func step(_ step: Step, _ part: ProgramScopes.Part?) -> String {
    var name = "Step \(step.number)"
    if let id = step.id { name += " · \(id)" }
    if let title = step.title { name += " · \(title)" }
    guard let part else {
      let source = step.source.text.split(separator: "\n", omittingEmptySubsequences: false)
      return comment("\(name)\n\(reasonToLeaveOut(step) ?? "")")
        + "\n" + comment(source.map { StyledLine($0.isEmpty ? "" : "    " + Self.options.oneLine(String($0))) })
    }
    var lines = [comment(name)]
    if !part.declaredAgain.isEmpty {
      let names = part.declaredAgain.map { "\"\($0)\"" }
      let list = names.count > 1 ? names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "") : names[0]
      lines += [
        comment(
          "\(list) \(names.count > 1 ? "are" : "is") declared again, so a block begins here; it reaches to the end."),
        "do {",
      ]
    }
    if !part.moved.isEmpty { lines.append(comment("A part of this step stands at the end of the file.")) }
    if !part.text.isEmpty { lines.append(part.text) }
    return lines.joined(separator: "\n")
  }

  /// Why a step is a comment; nil if it is code.
  private func reasonToLeaveOut(_ step: Step) -> String? {
    if !step.isRun { return "It is only shown, not run:" }
    switch step.expectation {
    case .compileError: return "It does not compile, and is not meant to:"
    case .failure: return "It ends in a failure, and is meant to:"
    case .success: break
    }
    let index = step.number - 1
    guard outputs.indices.contains(index) else { return nil }
    switch outputs[index].end?.status {
    case .skipped: return "It did not run, because a step above it failed:"
    case .failed where !isMismatch(outputs[index]): return "It failed when the lesson was exported:"
    default: return nil
    }
  }

  /// Whether all that went wrong is that it printed something else than expected.
  private func isMismatch(_ output: StepOutput) -> Bool {
    output.records.allSatisfy { record in
      if case .failure(let failure) = record.content { failure.reason == .mismatch } else { true }
    }
  }

  /// The answers of the quizzes, far from the questions.
  private var answers: [String] {
    guard !lesson.quizzes.isEmpty else { return [] }
    return ["// MARK: - Answers"]
      + lesson.quizzes.map { quiz in
        let reasons = quiz.choices.enumerated().map { index, choice in
          "\(QuizPicture.letter(index))) \(choice.isRight ? "right" : "wrong")"
            + (choice.reason.isEmpty ? "" : ": \(choice.reason)")
        }
        return comment(([quiz.question] + reasons).joined(separator: "\n"))
      }
  }

  private func comment(_ text: String) -> String {
    comment(Self.options.lines(of: text).flatMap { StyledLine($0).wrapped(to: Self.options.width) })
  }

  private func comment(_ lines: [StyledLine]) -> String {
    lines.map { line in
      let text = line.encoded(Self.options)
      return text.isEmpty ? "//" : "// " + text
    }.joined(separator: "\n")
  }
}

/// A word of a command as a shell reads it.
enum ShellWord {
  static func quoted(_ word: String) -> String {
    let plain = word.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
        || Array("-_./+".utf8).contains(byte)
    }
    return plain && !word.isEmpty && !word.hasPrefix("-") ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
