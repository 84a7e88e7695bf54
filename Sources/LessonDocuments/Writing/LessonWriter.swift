// From a lesson to a file (LESSON_FORMAT rule 14): reading what is written gives the same lesson again.
// How lines were wrapped and which of CommonMark's spellings were used is not kept.

import Yams

public enum LessonWriter {
  /// The lesson as the text of a file, in UTF-8 with `\n` endings.
  public static func text(of lesson: Lesson) -> String {
    let frontMatter = frontMatterText(lesson.frontMatter)
    let document = MarkdownWriter.text(of: lesson.document)
    return frontMatter.isEmpty || document.isEmpty ? frontMatter + document : frontMatter + "\n" + document
  }

  private static func frontMatterText(_ frontMatter: FrontMatter) -> String {
    var pairs: [(String, Node)] = []
    if let title = frontMatter.title { pairs.append(("title", text(title))) }
    if let summary = frontMatter.summary { pairs.append(("summary", text(summary))) }
    if let minutes = frontMatter.minutes { pairs.append(("minutes", Node("\(minutes)"))) }
    if !frontMatter.objectives.isEmpty { pairs.append(("objectives", Node(frontMatter.objectives.map(text)))) }
    if !frontMatter.needs.isEmpty { pairs.append(("needs", Node(frontMatter.needs.map(text)))) }
    if let seed = frontMatter.seed { pairs.append(("seed", Node("\(seed)"))) }
    if let timeout = frontMatter.timeout { pairs.append(("timeout", Node("\(timeout)"))) }
    guard !pairs.isEmpty else { return "" }
    let mapping = Node(pairs.map { (Node($0), $1) })
    // Strings and numbers: there is nothing that the emitter could refuse.
    guard let yaml = try? Yams.serialize(node: mapping, width: -1, allowUnicode: true) else { return "" }
    return "---\n\(yaml)---\n"
  }

  /// In quotation marks, so that nothing in it means anything to YAML.
  private static func text(_ text: String) -> Node { Node(text, .implicit, .doubleQuoted) }
}
