// A tensor that grows at its end without being copied.

/// Numbers `[batch, time, channels]` to which times are added, in memory with room to spare: adding costs what is added,
/// but for a copy whenever the room is used up, which then doubles. A value: a copy goes its own way. No gradients.
package struct GrowingTensor {
  package let channels: Int
  package private(set) var batch, time: Int
  /// `[batch, capacity, channels]`
  private(set) var storage: Storage
  private(set) var capacity: Int

  /// Begins with `[batch, time, channels]`.
  package init(_ first: Tensor) {
    guard first.rank == 3 else {
      stop("a growing tensor is [batch, time, channels]; it cannot begin with \(first.shape)")
    }
    (batch, time, channels) = (first.shape[0], first.shape[1], first.shape[2])
    // The same memory: nothing is copied before the first time is added.
    (storage, capacity) = (first.storage, first.shape[1])
  }

  /// Adds `[batch, newTime, channels]`.
  package mutating func append(_ new: Tensor) {
    guard new.rank == 3, new.shape[0] == batch, new.shape[2] == channels else {
      stop("a tensor of \(batch) sequences with \(channels) channels cannot grow by the shape \(new.shape)")
    }
    let newTime = new.shape[1]
    if time + newTime > capacity {
      makeRoom(for: max(time + newTime, 2 * capacity), rows: Array(0..<batch))
    } else if !isKnownUniquelyReferenced(&storage) {
      makeRoom(for: capacity, rows: Array(0..<batch))
    }
    ck_copy(
      2, [batch, newTime * channels], new.memory, [newTime * channels, 1], storage.memory + time * channels,
      [capacity * channels, 1])
    time += newTime
  }

  /// Keeps the sequences with these numbers, in this order, also more than once.
  package mutating func select(_ rows: [Int]) { makeRoom(for: capacity, rows: rows) }

  /// All of it: a copy.
  package var tensor: Tensor {
    Tensor(shape: [batch, time, channels]) { target in
      ck_copy(
        2, [batch, time * channels], storage.memory, [capacity * channels, 1], target, [time * channels, 1])
    }
  }

  /// Moves the rows to memory of their own.
  private mutating func makeRoom(for newCapacity: Int, rows: [Int]) {
    let new = Storage(count: rows.count * newCapacity * channels)
    for (place, row) in rows.enumerated() {
      ck_copy(
        1, [time * channels], storage.memory + row * capacity * channels, [1],
        new.memory + place * newCapacity * channels, [1])
    }
    (storage, capacity, batch) = (new, newCapacity, rows.count)
  }
}
