// What was changed in a text, to go back and forth: words that were typed, runs of deletions, single edits.

struct EditHistory: Equatable, Sendable {
  /// Lines of a text that became other lines.
  struct Change: Equatable, Sendable {
    var start: Int
    var removed: [String]
    var inserted: [String]
    var cursorBefore: TextBuffer.Position
    var cursorBehind: TextBuffer.Position
  }

  enum Kind: Equatable, Sendable { case typing, deleting, other }

  private var done: [Change] = []
  private var undone: [Change] = []
  /// What the last change was, while it may go on.
  private var open: Kind?
  private var endsInSpace = false

  /// Changes kept; what is older cannot be undone.
  private static let limit = 1000

  /// - Parameter text: what was put in
  mutating func add(_ change: Change, _ kind: Kind, _ text: String) {
    undone = []
    let startsWord = kind == .typing && endsInSpace && text != " "
    if kind != .other, kind == open, !startsWord, let last = done.last, last.cursorBehind == change.cursorBefore,
      last.start == change.start, last.inserted.count == change.removed.count
    {
      done[done.count - 1].inserted = change.inserted
      done[done.count - 1].cursorBehind = change.cursorBehind
    } else {
      done.append(change)
      if done.count > Self.limit { done.removeFirst() }
    }
    open = kind
    endsInSpace = text == " "
  }

  /// The next change is one of its own.
  mutating func close() { open = nil }

  mutating func undo() -> Change? {
    close()
    guard let change = done.popLast() else { return nil }
    undone.append(change)
    return change
  }

  mutating func redo() -> Change? {
    close()
    guard let change = undone.popLast() else { return nil }
    done.append(change)
    return change
  }
}
