// What a person at the terminal does: a key, a wish to stop, another size of the window.

/// One thing that happens at the terminal. Keys that mean the same give the same value, as readline binds them:
/// Ctrl-Left and Ctrl-Right are Alt-B and Alt-F, Ctrl-Home and Ctrl-End are Alt-< and Alt->, Ctrl-Delete is Alt-D,
/// Alt-Backspace is Ctrl-W.
public enum Key: Equatable, Sendable {
  case enter
  case character(Character)
  case up, down, left, right, home, end, pageUp, pageDown
  case backspace, delete, tab, backTab, escape
  /// With the letter in lower case; Ctrl-C is `interrupt`, Ctrl-M and Ctrl-J are `enter`, Ctrl-I is `tab`.
  case control(Character)
  /// With the letter in lower case.
  case alt(Character)
  /// What was pasted, whole, where the terminal says so; lines end in `\n`.
  case pasted(String)
  /// Ctrl-C, also when it came as a signal.
  case interrupt
  /// The window has another size, or must be drawn anew.
  case resized
  /// Something else that was waited for is ready.
  case ready
  /// The terminal is gone, or Ctrl-D.
  case endOfInput
}
