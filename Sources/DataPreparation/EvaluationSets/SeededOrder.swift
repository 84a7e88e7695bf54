// An order that a seed decides and nothing else: what else is in a list does not change which of two comes first.
internal import Hashing

package enum SeededOrder {
  /// Texts are put in the order of the hashes of seed and text; equal texts stay as they were.
  package static func shuffled<Element>(_ elements: [Element], seed: Int, by text: (Element) -> String) -> [Element] {
    let keyed = elements.enumerated().map { place, element in
      (key: SHA256.hexadecimal(of: Array("\(seed)\n\(text(element))".utf8)), place: place, element: element)
    }
    return keyed.sorted { ($0.key, $0.place) < ($1.key, $1.place) }.map(\.element)
  }
}
