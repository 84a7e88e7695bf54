// Cuts a source into its top-level declarations and statements.

extension OutlineScanner {
  var pieces: [SourcePiece] {
    var pieces: [SourcePiece] = []
    var index = 0
    var end = 0
    while index < tokens.count {
      if text(at: index) == ";" {
        end = tokens[index].range.upperBound
        index += 1
        continue
      }
      let (piece, last) = piece(at: index, behind: end)
      pieces.append(piece)
      end = piece.range.upperBound
      index = last + 1
    }
    return pieces
  }

  /// - Parameter end: where the piece before it ends.
  /// - Returns: the piece, and the index of its last token.
  private func piece(at start: Int, behind end: Int) -> (SourcePiece, last: Int) {
    let (keyword, accessWords) = keyword(at: start)
    var kind = SourcePiece.Kind.statement
    var names: [String] = []
    var last = lastToken(ofStatementAt: keyword)
    switch text(at: keyword) {
    case "import": kind = .importing
    case "extension":
      kind = .extending
      last = closingBrace(from: keyword)
    case "operator":
      kind = .operatorDeclaration
      last = lastTokenOfLine(from: keyword)
    case "precedencegroup":
      kind = .operatorDeclaration
      last = closingBrace(from: keyword)
    case "struct", "class", "enum", "actor", "protocol":
      guard keyword + 1 < tokens.count, tokens[keyword + 1].kind == .identifier else { break }
      kind = .type
      names = [name(at: keyword + 1)]
      last = closingBrace(from: keyword)
    case "typealias" where keyword + 1 < tokens.count:
      kind = .type
      names = [name(at: keyword + 1)]
    case "func" where keyword + 1 < tokens.count:
      kind = tokens[keyword + 1].kind == .operatorSign ? .operatorDeclaration : .function
      names = [name(at: keyword + 1) + parameters(ofFunctionAt: keyword)]
      last = closingBrace(from: keyword)
    case "let", "var":
      kind = .variable
      names = variables(from: keyword + 1, through: last)
    default: break
    }
    let identifiers = (start...last).filter { tokens[$0].kind == .identifier }.map(name)
    let range = beginning(of: start, behind: end)..<tokens[last].range.upperBound
    return (
      SourcePiece(
        kind: kind, names: names, range: range, accessWords: accessWords, identifiers: Set(identifiers)), last
    )
  }

  private static let modifiers: Set<String> = [
    "final", "indirect", "infix", "prefix", "postfix", "nonisolated", "dynamic", "lazy", "weak", "unowned",
    "distributed",
  ]
  private static let accessModifiers: Set<String> = [
    "public", "internal", "private", "fileprivate", "open", "package",
  ]

  /// The index of the word that says what begins at `index`, behind attributes and modifiers.
  private func keyword(at index: Int) -> (Int, accessWords: [Range<Int>]) {
    var index = index
    var access: [Range<Int>] = []
    while index + 1 < tokens.count {
      let word = text(at: index)
      let isAccess = Self.accessModifiers.contains(word) && tokens[index].kind == .keyword
      guard tokens[index].kind == .attribute && word.hasPrefix("@") || isAccess || isModifier(at: index) else { break }
      var next = index + 1
      // Arguments stand right behind the word; a space makes them a tuple.
      if text(at: next) == "(", tokens[index].range.upperBound == tokens[next].range.lowerBound {
        next = behind(next)
      }
      guard next < tokens.count else { break }
      if isAccess { access.append(tokens[index].range.lowerBound..<tokens[next].range.lowerBound) }
      index = next
    }
    return (index, access)
  }

  private func isModifier(at index: Int) -> Bool {
    tokens[index].kind == .keyword && Self.modifiers.contains(text(at: index))
  }

  /// The index of the `}` of the first block behind `index`; of the last token if there is none.
  private func closingBrace(from index: Int) -> Int {
    var index = index
    while index < tokens.count {
      if text(at: index) == "{" { return closers[index] ?? tokens.count - 1 }
      index = behind(index)
    }
    return tokens.count - 1
  }

  private func lastTokenOfLine(from index: Int) -> Int {
    var index = index
    while index + 1 < tokens.count, !isLineBreak(after: index), text(at: index + 1) != ";" { index += 1 }
    return index
  }

  /// `x`, also for `` `x` ``.
  private func name(at index: Int) -> String { text(at: index).filter { $0 != "`" } }

  /// The names that a `let` or `var` binds: `a, b` of `let a = 1, b = 2` and of `let (a, b) = pair`.
  private func variables(from start: Int, through last: Int) -> [String] {
    var names: [String] = []
    var index = start
    var isDue = true
    while index <= last {
      if isDue, text(at: index) == "(", let closer = closers[index] {
        names += (index + 1..<closer).filter {
          tokens[$0].kind == .identifier && text(at: $0) != "_" && text(at: $0 + 1) != ":"
        }.map(name)
      } else if isDue, tokens[index].kind == .identifier, text(at: index) != "_", isBound(index, last: last) {
        names.append(name(at: index))
      }
      isDue = text(at: index) == ","
      index = behind(index)
    }
    return names
  }

  /// Whether a name may be what is bound, and is not a part of a type such as `Pair<A, B>`.
  private func isBound(_ index: Int, last: Int) -> Bool {
    index == last || [":", "=", ",", "{"].contains(text(at: index + 1))
  }

  /// `(label:Type,…)`: the labels and types of a function's parameters.
  private func parameters(ofFunctionAt keyword: Int) -> String {
    guard let open = (keyword..<tokens.count).first(where: { text(at: $0) == "(" }), let closer = closers[open] else {
      return ""
    }
    var parameters: [String] = []
    var index = open + 1
    while index < closer {
      var label = ""
      var type = ""
      var isName = true
      var isDefault = false
      while index < closer, text(at: index) != "," {
        let word = text(at: index)
        if isName {
          if word == ":" { isName = false } else if label.isEmpty { label = name(at: index) }
        } else if word == "=" {
          isDefault = true
        } else if !isDefault {
          type += (index..<behind(index)).map(text).joined()
        }
        index = behind(index)
      }
      parameters.append("\(label):\(type)")
      index += 1
    }
    return "(\(parameters.joined(separator: ",")))"
  }

  /// Where the comments above a piece begin: behind the line of the piece before, and behind the last empty line.
  private func beginning(of index: Int, behind end: Int) -> Int {
    let start = tokens[index].range.lowerBound
    let between = bytes[min(end, start)..<start]
    var beginning = end == 0 ? 0 : between.firstIndex(where: \.isNewline).map { $0 + 1 } ?? start
    var isEmptyLine = true
    for offset in between.indices where offset >= beginning {
      if bytes[offset].isNewline {
        if isEmptyLine { beginning = offset + 1 }
        isEmptyLine = true
      } else if bytes[offset] != .space && bytes[offset] != .tab {
        isEmptyLine = false
      }
    }
    return min(beginning, start)
  }
}
