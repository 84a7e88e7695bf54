// The keys that mean the same in an editor and in a line: those of readline and emacs.

extension TextBuffer {
  /// Does what a key says. Leaves out what ends the editing, and Enter and Tab, which mean more than text.
  ///
  /// - Returns: false if the key means nothing here.
  @discardableResult
  public mutating func press(_ key: Key) -> Bool {
    switch key {
    case .character(let character): type(character)
    case .pasted(let text): insert(text)
    case .backspace: backspace()
    case .delete: delete()
    case .left, .control("b"): moveLeft()
    case .right, .control("f"): moveRight()
    case .up, .control("p"): moveDown(-1)
    case .down, .control("n"): moveDown(1)
    case .home, .control("a"): moveToBeginningOfLine()
    case .end, .control("e"): moveToEndOfLine()
    case .alt("b"): moveWordLeft()
    case .alt("f"): moveWordRight()
    case .alt("<"): moveToTop()
    case .alt(">"): moveToBottom()
    case .control("k"): killToEndOfLine()
    case .control("u"): killToBeginningOfLine()
    case .control("w"): killWordBefore()
    case .alt("d"): killWordBehind()
    case .control("y"): yank()
    case .control("z"), .control("_"): undo()
    case .alt("z"), .control("r"): redo()
    default: return false
    }
    return true
  }
}
