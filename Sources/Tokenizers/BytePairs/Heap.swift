// A priority queue: the smallest element first.

/// A binary heap in an array. Adding and taking are O(log count), building is O(count).
struct Heap<Element: Comparable> {
  private var elements: [Element]

  init(_ elements: [Element] = []) {
    self.elements = elements
    for index in (0..<elements.count / 2).reversed() { sink(from: index) }
  }

  mutating func insert(_ element: Element) {
    var index = elements.count
    elements.append(element)
    while index > 0, element < elements[(index - 1) / 2] {
      elements[index] = elements[(index - 1) / 2]
      index = (index - 1) / 2
    }
    elements[index] = element
  }

  mutating func removeFirst() -> Element? {
    guard let first = elements.first, let last = elements.popLast() else { return nil }
    if !elements.isEmpty {
      elements[0] = last
      sink(from: 0)
    }
    return first
  }

  private mutating func sink(from start: Int) {
    let element = elements[start]
    var index = start
    while true {
      var child = 2 * index + 1
      guard child < elements.count else { break }
      if child + 1 < elements.count, elements[child + 1] < elements[child] { child += 1 }
      guard elements[child] < element else { break }
      elements[index] = elements[child]
      index = child
    }
    elements[index] = element
  }
}
