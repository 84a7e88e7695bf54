// Bytes from a terminal become keys, however they are cut into reads. What a sequence means is in KeySequence.swift.

/// Collects bytes and gives keys. Holds a bounded number of bytes, whatever is sent.
public struct KeyDecoder: Sendable {
  /// Bytes that are kept of one paste; the rest of it is dropped.
  public static let longestPaste = 1 << 20

  private var pending: ArraySlice<UInt8> = []
  private var paste: Paste?

  public init() {}

  public mutating func add(_ bytes: some Sequence<UInt8>) { pending += bytes }

  /// The next key; nil until more bytes come.
  public mutating func next() -> Key? {
    while !pending.isEmpty {
      if paste != nil {
        if let key = pasted() { return key }
        continue
      }
      switch KeySequence.first(in: pending) {
      case .key(let key, let count):
        pending = pending.dropFirst(count)
        return key
      case .nothing(let count): pending = pending.dropFirst(count)
      case .paste(let count):
        pending = pending.dropFirst(count)
        paste = Paste()
      case .unfinished: return nil
      }
    }
    return nil
  }

  /// Milliseconds to wait for more bytes before `giveUp`; nil when nothing has begun. The rest of a sequence comes at
  /// once, but an escape alone is a key that someone waits for, and a paste may stutter.
  public var patience: Int? {
    if paste != nil { return 2000 }
    if pending.isEmpty { return nil }
    return pending.allSatisfy { $0 == KeySequence.escape } ? 30 : 500
  }

  /// What was begun and does not go on: an escape is the key of that name, a paste without end is what came of it,
  /// anything else is nothing.
  public mutating func giveUp() -> Key? {
    if let unended = paste {
      paste = nil
      return unended.ended().key
    }
    guard pending.first == KeySequence.escape else {
      pending = pending.dropFirst()
      return nil
    }
    let rest = pending.dropFirst()
    if rest.isEmpty || rest.first == KeySequence.escape {
      pending = rest
      return .escape
    }
    pending = []
    return rest.elementsEqual([UInt8(ascii: "O")]) ? .alt("o") : nil
  }

  /// Takes what there is of a paste.
  private mutating func pasted() -> Key? {
    guard let rest = paste?.take(pending) else {
      pending = []
      return nil
    }
    pending = rest
    defer { paste = nil }
    return paste?.key
  }
}

/// What has come of a pasted text.
private struct Paste {
  private var kept: [UInt8] = []
  /// May be the beginning of the mark that ends the paste.
  private var recent: ArraySlice<UInt8> = []

  private static let mark = Array("\u{1b}[201~".utf8)

  /// - Returns: what stands behind the end of the paste; nil if it goes on.
  mutating func take(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    recent += bytes
    if let end = recent.firstRange(of: Self.mark) {
      keep(recent[..<end.lowerBound])
      return recent[end.upperBound...]
    }
    let known = max(0, recent.count - (Self.mark.count - 1))
    keep(recent.prefix(known))
    recent = recent.dropFirst(known)
    return nil
  }

  /// As if its end had come.
  func ended() -> Paste {
    var paste = self
    paste.keep(recent)
    return paste
  }

  private mutating func keep(_ bytes: ArraySlice<UInt8>) {
    kept += bytes.prefix(KeyDecoder.longestPaste - kept.count)
  }

  /// Nil if nothing was pasted. Terminals send the return key for a newline.
  var key: Key? {
    guard !kept.isEmpty else { return nil }
    return .pasted(String(decoding: kept, as: UTF8.self).withNewlines)
  }
}

extension String {
  /// With `\n` for `\r\n` and `\r`.
  var withNewlines: String {
    guard utf8.contains(0x0d) else { return self }
    return String(map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 })
  }
}
