// From a row to tokens: the prompt that is read, the answer that is learnt, and what is cut.
internal import DataPreparation
internal import Tokenizers

/// A template with the tokenizer that reads what it makes.
public struct TokenTemplate: Sendable {
  public let section: RunConfiguration.TemplateSection
  private let prompt: ColumnTemplate
  private let answer: ColumnTemplate
  private let tokenizer: any Tokenizer
  /// Stands before every text; nil for a model without one.
  private let endToken: Int?

  /// Throws what is wrong with the template.
  ///
  /// - Parameter endToken: the one that ends a text.
  init(
    _ section: RunConfiguration.TemplateSection, tokenizer: any Tokenizer, endToken: Int?
  ) throws(RunProblems) {
    self.section = section
    (prompt, answer) = try Self.templates(section)
    self.tokenizer = tokenizer
    self.endToken = endToken
  }

  /// Prompt and answer of a section. Throws what is wrong with both.
  static func templates(
    _ section: RunConfiguration.TemplateSection
  ) throws(RunProblems) -> (prompt: ColumnTemplate, answer: ColumnTemplate) {
    var problems: [RunProblem] = []
    func template(_ text: String, _ key: String) -> ColumnTemplate? {
      do throws(ColumnTemplateError) { return try ColumnTemplate(text) } catch {
        problems.append(RunProblem(key, "cannot be read: \(error)"))
        return nil
      }
    }
    let (prompt, answer) = (template(section.prompt, "template.prompt"), template(section.answer, "template.answer"))
    guard let prompt, let answer else { throw RunProblems(problems) }
    return (prompt, answer)
  }

  /// The text that the model goes on with. Throws if the row lacks a column.
  public func prompt(of row: RunRow) throws(RunProblem) -> String {
    do throws(ColumnTemplateError) { return try row.text(prompt) } catch {
      throw RunProblem("template.prompt", "cannot be filled from \(row.place): \(error)")
    }
  }

  /// What it is to write. Throws if the row lacks a column.
  public func answer(of row: RunRow) throws(RunProblem) -> String {
    do throws(ColumnTemplateError) { return try row.text(answer) } catch {
      throw RunProblem("template.answer", "cannot be filled from \(row.place): \(error)")
    }
  }

  /// A row as one example; a text that nothing is asked before as several, if it is longer than an example may be: each
  /// begins with the last token of the one before, so that every token is foreseen once.
  ///
  /// Throws if the answer would have to be cut, or there is nothing to learn.
  func examples(of row: RunRow) throws(RunProblem) -> [TokenExample] {
    let promptText = try prompt(of: row)
    let read = tokenizer.encode(promptText)
    let written = try answerIDs(of: row)
    let start = endToken.map { [$0] } ?? []
    guard !promptText.isEmpty else { return try pieces(start + written, of: row) }

    // One token of the prompt is left in any case, for the answer to go on from.
    let room = section.mostTokens + 1 - start.count - written.count
    guard room >= 1 else {
      throw RunProblem(
        "template.mostTokens",
        "is \(section.mostTokens), and the answer of \(row.place) alone has \(written.count) tokens: it would be cut; "
          + "take \(written.count + start.count) or more, or leave such rows out")
    }
    guard !written.isEmpty else {
      throw RunProblem("template.answer", "makes an empty answer of \(row.place), from which nothing can be learnt")
    }
    let kept = Array(read.suffix(room))
    let ids = start + kept + written
    guard ids.count >= 2 else {
      throw RunProblem("template.prompt", "makes an empty prompt of \(row.place), after which nothing can be foreseen")
    }
    let isRead = section.masksPrompt ? start.count + kept.count : start.count
    return [
      TokenExample(
        ids: ids, isLearnt: ids.indices.map { $0 >= max(1, isRead) }, cut: Array(read.dropLast(kept.count)))
    ]
  }

  private func answerIDs(of row: RunRow) throws(RunProblem) -> [Int] {
    try tokenizer.encode(answer(of: row)) + (section.endsText ? endToken.map { [$0] } ?? [] : [])
  }

  private func pieces(_ ids: [Int], of row: RunRow) throws(RunProblem) -> [TokenExample] {
    guard ids.count >= 2 else {
      throw RunProblem("template.answer", "makes \(ids.count) tokens of \(row.place); two or more can be learnt from")
    }
    return stride(from: 0, to: ids.count - 1, by: section.mostTokens).map { start in
      let piece = Array(ids[start..<min(ids.count, start + section.mostTokens + 1)])
      return TokenExample(ids: piece, isLearnt: piece.indices.map { $0 > 0 })
    }
  }

  /// An example with its tokens as text.
  func view(_ example: TokenExample, row: Int) -> ExampleView {
    func token(_ id: Int, _ isLearnt: Bool) -> ExampleView.Token {
      .init(id: id, text: (try? tokenizer.decode([id])) ?? "\u{FFFD}", isLearnt: isLearnt)
    }
    return ExampleView(
      row: row, cut: example.cut.map { token($0, false) },
      tokens: zip(example.ids, example.isLearnt).map { token($0, $1) })
  }
}
