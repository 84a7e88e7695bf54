// A fast hash of short byte strings, for the tables of this module. It is no defence against chosen collisions: a text
// made to collide is encoded slowly, not wrongly.

enum ByteHash {
  private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Eight bytes at a time; the last eight overlap the ones before. The low bits are well mixed.
  @inline(__always)
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard let base = bytes.baseAddress else { return 0 }
    let memory = UnsafeRawPointer(base)
    let count = bytes.count
    var hash = UInt64(truncatingIfNeeded: count) &* multiplier
    if count >= 8 {
      var offset = 0
      while offset + 8 <= count {
        hash = mix(hash ^ memory.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        offset += 8
      }
      if offset < count { hash = mix(hash ^ memory.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)) }
    } else if count >= 4 {
      let low = UInt64(memory.loadUnaligned(as: UInt32.self))
      let high = UInt64(memory.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
      hash = mix(hash ^ (high << 32 | low))
    } else if count > 0 {
      let ends = UInt64(base[0]) | UInt64(base[count / 2]) << 8 | UInt64(base[count - 1]) << 16
      hash = mix(hash ^ ends)
    }
    return hash
  }

  @inline(__always)
  static func mix(_ word: UInt64) -> UInt64 {
    let (high, low) = word.multipliedFullWidth(by: multiplier)
    return high ^ low
  }
}
