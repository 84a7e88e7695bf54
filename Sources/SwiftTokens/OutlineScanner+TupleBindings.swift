// Finds `let (a, b) = …` and `let a = …, b = …` at top level, and where the statement ends: at the end of a line on
// which nothing is open and after which nothing can belong to it.

extension OutlineScanner {
  var tupleBindings: [SourceOutline.TupleBinding] {
    var bindings: [SourceOutline.TupleBinding] = []
    var index = 0
    while index < tokens.count {
      if let names = tupleNames(at: index) ?? listedNames(at: index) {
        index = lastToken(ofStatementAt: index)
        if !names.isEmpty { bindings.append(.init(names: names, end: tokens[index].range.upperBound)) }
      }
      index = behind(index)
    }
    return bindings
  }

  /// The names that a statement beginning with `let (` or `var (` binds; nil if none begins here.
  private func tupleNames(at index: Int) -> [String]? {
    guard isBinding(at: index), text(at: index + 1) == "(", let closer = closers[index + 1] else { return nil }
    return (index + 2..<closer).filter {
      tokens[$0].kind == .identifier && text(at: $0) != "_" && text(at: $0 + 1) != ":"
    }.map(text)
  }

  /// The names that `let a = …, b = …` binds; nil if it is not one of these, or binds one name only. The comma of
  /// `Dictionary<String, Int>` has no name with `=` or `:` behind it.
  private func listedNames(at index: Int) -> [String]? {
    guard isBinding(at: index), tokens[index + 1].kind == .identifier else { return nil }
    let end = lastToken(ofStatementAt: index)
    var names = [text(at: index + 1)]
    var place = index + 1
    while place + 2 <= end {
      if text(at: place) == ",", tokens[place + 1].kind == .identifier, ["=", ":"].contains(text(at: place + 2)) {
        names.append(text(at: place + 1))
      }
      place = behind(place)
    }
    return names.count > 1 ? names.filter { $0 != "_" } : nil
  }

  private func isBinding(at index: Int) -> Bool {
    ["let", "var"].contains(text(at: index)) && index + 1 < tokens.count
      && (index == 0 || isLineBreak(after: index - 1) || text(at: index - 1) == ";")
  }

  func lastToken(ofStatementAt start: Int) -> Int {
    var last = start
    while true {
      let next = behind(last)
      let end = next - 1
      guard next < tokens.count, text(at: next) != ";" else { return end }
      if isLineBreak(after: end), !goesOn(end), !continues(next) { return end }
      last = next
    }
  }

  /// The index behind a token; behind its closing one if it is an opening bracket.
  func behind(_ index: Int) -> Int { (closers[index] ?? index) + 1 }

  func isLineBreak(after index: Int) -> Bool {
    bytes[tokens[index].range.upperBound..<tokens[index + 1].range.lowerBound].contains(where: \.isNewline)
  }

  /// Whether a statement cannot end with this token.
  private func goesOn(_ index: Int) -> Bool {
    let isPostfix = ["!", "?"].contains(text(at: index))
    return (tokens[index].kind == .operatorSign && !isPostfix)
      || [",", ":", "=", ".", "try", "in", "as", "is"].contains(text(at: index))
  }

  /// Whether a statement cannot begin with this token.
  private func continues(_ index: Int) -> Bool {
    let word = text(at: index)
    if [".", "?", ":", "=", ",", "as", "is", "else", "catch"].contains(word) || word.hasPrefix(".") { return true }
    // An operator is infix when space follows it too.
    return tokens[index].kind == .operatorSign && index + 1 < tokens.count
      && tokens[index].range.upperBound < tokens[index + 1].range.lowerBound
  }
}
