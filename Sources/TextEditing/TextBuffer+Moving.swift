// Moves of the cursor: by characters, words and lines.
import Rendering

extension TextBuffer {
  /// Goes to a place, or to the nearest that there is.
  public mutating func move(to position: Position) {
    let line = min(max(position.line, 0), lines.count - 1)
    cursor = Position(line: line, column: min(max(position.column, 0), lines[line].count))
    goal = nil
    lastKill = nil
    history.close()
  }

  public mutating func moveLeft() { if let place = position(before: cursor) { move(to: place) } }
  public mutating func moveRight() { if let place = position(behind: cursor) { move(to: place) } }
  public mutating func moveWordLeft() { move(to: wordBefore(cursor)) }
  public mutating func moveWordRight() { move(to: wordBehind(cursor)) }
  public mutating func moveToTop() { move(to: Position(line: 0, column: 0)) }
  public mutating func moveToBottom() { move(to: end) }
  public mutating func moveToEndOfLine() { move(to: Position(line: cursor.line, column: lines[cursor.line].count)) }

  /// To the first character that is no blank, or from there to the very beginning.
  public mutating func moveToBeginningOfLine() {
    let blanks = lines[cursor.line].prefix(while: \.isBlank).count
    move(to: Position(line: cursor.line, column: cursor.column == blanks ? 0 : blanks))
  }

  /// Down by a number of lines, or up by a negative one, in the same column of the screen as far as lines reach; beyond
  /// the first or last line to its end.
  public mutating func moveDown(_ count: Int) {
    let line = cursor.line + count
    if line < 0, cursor.line == 0 { return move(to: Position(line: 0, column: 0)) }
    if line >= lines.count, cursor.line == lines.count - 1 { return moveToEndOfLine() }
    let options = TextOptions()
    let column = goal ?? options.columns(of: textBeforeCursor)
    let target = min(max(line, 0), lines.count - 1)
    move(to: Position(line: target, column: Self.column(at: column, of: lines[target], options)))
    goal = column
  }

  /// The character that covers a column of the screen.
  private static func column(at column: Int, of line: String, _ options: TextOptions) -> Int {
    var used = 0
    for (index, character) in line.enumerated() {
      used += options.drawn(character, at: used).displayWidth
      if used > column { return index }
    }
    return line.count
  }

  // MARK: Places

  func position(before place: Position) -> Position? {
    if place.column > 0 { return Position(line: place.line, column: place.column - 1) }
    return place.line > 0 ? Position(line: place.line - 1, column: lines[place.line - 1].count) : nil
  }

  func position(behind place: Position) -> Position? {
    if place.column < lines[place.line].count { return Position(line: place.line, column: place.column + 1) }
    return place.line < lines.count - 1 ? Position(line: place.line + 1, column: 0) : nil
  }

  /// The beginning of the word at or before a place; on the line above if there is none.
  func wordBefore(_ place: Position) -> Position {
    if place.column == 0 { return position(before: place) ?? place }
    let before = lines[place.line].prefix(place.column).reversed()
    let gap = before.prefix { !$0.isWordPart }.count
    let word = before.dropFirst(gap).prefix(while: \.isWordPart).count
    return Position(line: place.line, column: place.column - gap - word)
  }

  /// The end of the word at or behind a place; on the line below if there is none.
  func wordBehind(_ place: Position) -> Position {
    let behind = lines[place.line].dropFirst(place.column)
    if behind.isEmpty { return position(behind: place) ?? place }
    let gap = behind.prefix { !$0.isWordPart }.count
    let word = behind.dropFirst(gap).prefix(while: \.isWordPart).count
    return Position(line: place.line, column: place.column + gap + word)
  }
}

extension Character {
  var isWordPart: Bool { isLetter || isNumber || self == "_" }
  var isBlank: Bool { self == " " || self == "\t" }
}
