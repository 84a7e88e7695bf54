// A hash table keyed by two neighbouring tokens. Looking up pairs is most of what byte-pair encoding does, and Swift's
// dictionary hashes against attackers, which costs ten times as much.

/// Open addressing with linear probing, at most half full.
struct PairTable<Value: Sendable>: Sendable {
  private struct Slot: Sendable {
    var pair: UInt64
    var value: Value
  }

  /// No pair: ids are not negative.
  private static var free: UInt64 { .max }

  private var slots: [Slot]
  private var shift: Int
  private let absent: Value
  private(set) var count = 0

  /// - Parameter absent: what a pair that is not in the table has.
  init(absent: Value, minimumCapacity: Int = 8) {
    self.absent = absent
    var bits = 4
    while 1 << bits < minimumCapacity * 2 { bits += 1 }
    slots = [Slot](repeating: Slot(pair: Self.free, value: absent), count: 1 << bits)
    shift = 64 - bits
  }

  @inline(__always)
  static func key(_ left: Int32, _ right: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: left)) << 32 | UInt64(UInt32(bitPattern: right))
  }

  static func pair(_ key: UInt64) -> (left: Int32, right: Int32) {
    (Int32(truncatingIfNeeded: key >> 32), Int32(truncatingIfNeeded: key))
  }

  @inline(__always)
  subscript(left: Int32, right: Int32) -> Value { self[Self.key(left, right)] }

  @inline(__always)
  subscript(pair: UInt64) -> Value {
    get {
      let slot = slots[index(of: pair)]
      return slot.pair == pair ? slot.value : absent
    }
    set {
      var index = index(of: pair)
      if slots[index].pair != pair {
        count += 1
        if count * 2 > slots.count {
          grow()
          index = self.index(of: pair)
        }
      }
      slots[index] = Slot(pair: pair, value: newValue)
    }
  }

  /// Where the pair is, or where it would go.
  @inline(__always)
  private func index(of pair: UInt64) -> Int {
    var index = Int(truncatingIfNeeded: (pair &* 0x9E37_79B9_7F4A_7C15) >> UInt64(shift))
    while slots[index].pair != pair, slots[index].pair != Self.free { index = (index &+ 1) & (slots.count &- 1) }
    return index
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(pair: Self.free, value: absent), count: old.count * 2)
    shift -= 1
    for slot in old where slot.pair != Self.free { slots[index(of: slot.pair)] = slot }
  }
}
