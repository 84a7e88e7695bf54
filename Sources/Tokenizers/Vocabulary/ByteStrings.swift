// Byte strings numbered by id, found again by their bytes. Strings are compared byte by byte, never by Swift's ==,
// which holds canonically equivalent strings equal.

/// A vocabulary's strings in one block of memory, with a hash table (open addressing, at most half full) beside it.
struct ByteStrings: Sendable {
  /// Ids above this are refused: a table that long for a file of a few bytes is a mistake or an attack.
  static let largestID = 1 << 20 - 1

  private var bytes: [UInt8] = []
  /// By id; an id that nothing uses has a length of -1.
  private var starts: [Int32] = []
  private var lengths: [Int32] = []
  /// Ids; -1 is free. The number of slots is a power of two.
  private var slots: [Int32]

  /// How many ids are in use.
  private(set) var count = 0
  /// The length of the longest string.
  private(set) var longest = 0

  /// Throws ``FileProblem`` if an id is used twice, a string stands twice, or an id is out of range.
  init(_ entries: some Collection<(bytes: [UInt8], id: Int)>) throws {
    var capacity = 16
    while capacity < entries.count * 2 { capacity *= 2 }
    slots = [Int32](repeating: -1, count: capacity)
    for (bytes, id) in entries { try insert(bytes, id: id) }
  }

  /// Tokens numbered from 0.
  init(_ tokens: [String]) throws { try self.init(tokens.enumerated().map { (Array($0.element.utf8), $0.offset) }) }

  private mutating func insert(_ string: [UInt8], id: Int) throws {
    guard (0...Self.largestID).contains(id) else {
      throw FileProblem.idOutOfRange(token: Self.text(string), id: id, largest: Self.largestID)
    }
    if let holder = self[id] {
      throw FileProblem.duplicateID(id, first: Self.text(holder), second: Self.text(string))
    }
    if let first = string.withUnsafeBufferPointer({ self.id(of: $0) }) {
      throw FileProblem.duplicateToken(Self.text(string), first: first, second: id)
    }
    guard bytes.count + string.count < Int32.max else { throw FileProblem.vocabularyTooLarge }
    if id >= starts.count {
      let missing = id + 1 - starts.count
      starts += repeatElement(0, count: missing)
      lengths += repeatElement(-1, count: missing)
    }
    starts[id] = Int32(bytes.count)
    lengths[id] = Int32(string.count)
    bytes += string
    count += 1
    longest = max(longest, string.count)
    var slot = string.withUnsafeBufferPointer { firstSlot(of: $0) }
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(id)
  }

  private static func text(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  /// One more than the largest id.
  var idLimit: Int { starts.count }

  /// Nil for an id that nothing uses.
  subscript(id: Int) -> ArraySlice<UInt8>? {
    guard starts.indices.contains(id), lengths[id] >= 0 else { return nil }
    return bytes[Int(starts[id])..<Int(starts[id] + lengths[id])]
  }

  func id(of string: UnsafeBufferPointer<UInt8>) -> Int? {
    var slot = firstSlot(of: string)
    while slots[slot] >= 0 {
      let id = Int(slots[slot])
      if lengths[id] == string.count, holds(string, at: Int(starts[id])) { return id }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  func id(of string: String) -> Int? {
    var string = string
    return string.withUTF8 { id(of: $0) }
  }

  /// Ids and strings, by id.
  var entries: some Sequence<(id: Int, bytes: ArraySlice<UInt8>)> {
    (0..<idLimit).lazy.compactMap { id in self[id].map { (id, $0) } }
  }

  private func holds(_ string: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    for offset in 0..<string.count where bytes[start + offset] != string[offset] { return false }
    return true
  }

  private func firstSlot(of string: UnsafeBufferPointer<UInt8>) -> Int {
    Int(truncatingIfNeeded: ByteHash.hash(string)) & (slots.count - 1)
  }
}
