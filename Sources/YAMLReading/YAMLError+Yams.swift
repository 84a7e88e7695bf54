// What libyaml says of a text that is no YAML, in words of people who do not know its grammar, at the place it means.
import YAMLTrees
import Yams

extension YAMLError {
  init(_ error: YamlError, in text: String) {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let said = [context?.text, problem].compactMap { $0 }.joined(separator: " ")
      // A quotation mark or bracket that is never closed is noticed at the end of the file; it is wanted where it opens.
      let opening = Self.isUnclosed(said) ? context?.mark : nil
      self.init(
        line: (opening ?? mark).line, column: (opening ?? mark).column, message: Self.explanation(of: said, problem))
    case .duplicatedKeysInMapping(let keys, let context):
      let place = Self.secondPlace(of: keys.first ?? "", in: text) ?? (context.mark.line, context.mark.column)
      self.init(
        line: place.line, column: place.column,
        message: "\(keys.joined(separator: ", ")) stands here twice; keep one of them")
    case .reader(let problem, let offset, _, let yaml):
      let before = yaml.prefix(offset ?? 0)
      let line = before.count { $0.isNewline } + 1
      let column = before.reversed().prefix { !$0.isNewline }.count + 1
      self.init(line: line, column: column, message: "a character that YAML does not allow (\(problem))")
    default: self.init(line: 1, column: 1, message: "it cannot be read as YAML (\(error))")
    }
  }

  private static func isUnclosed(_ said: String) -> Bool {
    said.contains("while scanning a quoted scalar") || said.contains("while parsing a flow")
  }

  private static func explanation(of said: String, _ problem: String) -> String {
    let hints: [(sign: String, hint: String)] = [
      (
        "cannot start any token",
        "a tab, or a character such as @ or `, stands where a value begins: indent with spaces, and quote the value"
      ),
      ("found a tab", "a tab; YAML is indented with spaces"),
      (
        "mapping values are not allowed",
        "a colon too many, or lines that are not indented alike; quote a value that has a colon in it"
      ),
      ("while scanning a quoted scalar", "a quotation mark that is not closed"),
      ("while parsing a flow sequence", "a list that is not closed; lists are written as in [one, two]"),
      ("while parsing a flow mapping", "a brace that is not closed"),
      ("did not find expected key", "this line is indented otherwise than those it belongs to"),
      ("did not find expected '-' indicator", "this line is indented otherwise than the list it belongs to"),
      ("could not find expected ':'", "a key without a colon; settings are written as in key: value"),
      ("found undefined alias", "a reference (*name) to nothing; quote a value that begins with *"),
    ]
    return hints.first { said.contains($0.sign) }.map { "\($0.hint) (libyaml: \(problem))" } ?? "it is no YAML: \(said)"
  }

  /// Where a key stands for the second time.
  private static func secondPlace(of key: String, in text: String) -> (line: Int, column: Int)? {
    var isSecond = false
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let indentation = line.prefix { $0 == " " || $0 == "-" }.count
      guard line.dropFirst(indentation).hasPrefix("\(key):") else { continue }
      if isSecond { return (number + 1, indentation + 1) }
      isSecond = true
    }
    return nil
  }
}
