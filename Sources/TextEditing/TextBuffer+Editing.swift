// Putting text in and taking it out. Indentation is in TextBuffer+Indentation.swift.

extension TextBuffer {
  /// Puts text in at the cursor as it is, but for control characters other than tabs and newlines, which are no text.
  public mutating func insert(_ text: String) {
    insert(text, as: .other)
  }

  mutating func insert(_ text: String, as kind: EditHistory.Kind) {
    let clean = text.withNewlines.withoutControls
    guard !clean.isEmpty else { return }
    replace(cursor, cursor, with: clean, as: kind)
  }

  /// Deletes the character before the cursor, or joins its line to the one above.
  public mutating func backspace() {
    guard let start = position(before: cursor) else { return }
    replace(start, cursor, with: "", as: .deleting)
  }

  /// Deletes the character at the cursor, or joins the line below to this one.
  public mutating func delete() {
    guard let next = position(behind: cursor) else { return }
    replace(cursor, next, with: "", as: .deleting)
  }

  // MARK: Cutting

  /// Cuts to the end of the line, or the newline if the cursor stands there.
  public mutating func killToEndOfLine() {
    let end = Position(line: cursor.line, column: lines[cursor.line].count)
    kill(cursor, cursor < end ? end : position(behind: cursor) ?? cursor)
  }

  /// Cuts to the beginning of the line.
  public mutating func killToBeginningOfLine() { kill(Position(line: cursor.line, column: 0), cursor) }

  public mutating func killWordBefore() { kill(wordBefore(cursor), cursor) }
  public mutating func killWordBehind() { kill(cursor, wordBehind(cursor)) }

  /// Puts in what was cut last.
  public mutating func yank() { insert(killed, as: .other) }

  /// What is cut right after another cut, with the cursor where that left it, is added to it.
  private mutating func kill(_ start: Position, _ end: Position) {
    guard start < end else { return }
    let text = self.text(from: start, to: end)
    let goesOn = lastKill == cursor
    if !goesOn { killed = text } else if end == cursor { killed = text + killed } else { killed += text }
    replace(start, end, with: "", as: .other)
    lastKill = cursor
  }

  func text(from start: Position, to end: Position) -> String {
    if start.line == end.line { return String(lines[start.line].prefix(end.column).dropFirst(start.column)) }
    let middle = lines[(start.line + 1)..<end.line]
    return ([String(lines[start.line].dropFirst(start.column))] + middle + [String(lines[end.line].prefix(end.column))])
      .joined(separator: "\n")
  }

  // MARK: Undoing

  public mutating func undo() {
    guard let change = history.undo() else { return }
    lines.replaceSubrange(change.start..<change.start + change.inserted.count, with: change.removed)
    settle(at: change.cursorBefore)
  }

  public mutating func redo() {
    guard let change = history.redo() else { return }
    lines.replaceSubrange(change.start..<change.start + change.removed.count, with: change.inserted)
    settle(at: change.cursorBehind)
  }

  // MARK: The one way in which lines change

  /// Puts `text` in place of what stands between two places; the cursor goes behind it.
  mutating func replace(_ start: Position, _ end: Position, with text: String, as kind: EditHistory.Kind) {
    let before = lines[start.line].prefix(start.column) + text[...]
    let new = Self.split(String(before + Substring(lines[end.line]).dropFirst(end.column)))
    let added = Self.split(String(before))
    let line = start.line + added.count - 1
    // A mark may have joined the character before it.
    let behind = Position(line: line, column: min(added[added.count - 1].count, new[added.count - 1].count))
    let change = EditHistory.Change(
      start: start.line, removed: Array(lines[start.line...end.line]), inserted: new, cursorBefore: cursor,
      cursorBehind: behind)
    lines.replaceSubrange(start.line...end.line, with: new)
    settle(at: behind)
    history.add(change, kind, text)
  }

  private mutating func settle(at position: Position) {
    cursor = position
    goal = nil
    lastKill = nil
  }
}

extension String {
  fileprivate var withoutControls: String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars
    where scalar == "\n" || scalar == "\t" || (scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value)) {
      result.append(scalar)
    }
    return String(result)
  }
}
