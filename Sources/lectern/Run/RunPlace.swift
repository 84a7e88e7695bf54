// Where the reader of an interactive run stands, and what each key does there. A pure value.

struct RunPlace: Equatable {
  /// The names of the lesson's steps.
  var steps: [String]
  /// The step that Enter runs, as an index; the number of steps behind the last.
  var next = 0
  /// The step that `r` runs again.
  var latest: Int?
  /// The steps that say something else than their file.
  var edited: Set<Int> = []
  /// Whether a variation waits to be kept.
  var hasVariation = false
  var isSearching = false

  init(steps: [String]) { self.steps = steps }

  var isAtEnd: Bool { next >= steps.count }

  /// The step on the screen; behind the last step, the one that ran last.
  var atHand: Int? { isAtEnd ? latest ?? steps.indices.last : next }

  var isEditedAtHand: Bool { atHand.map(edited.contains) ?? false }

  /// What a key does here; nil for one that does nothing.
  func action(for key: Key) -> RunAction? {
    switch key {
    case .enter, .character(" "): .next
    case .character("n"): isSearching ? .nextHit : .next
    case .character("r"): latest == nil ? nil : .again
    case .character("b"): next > 0 ? .back : nil
    case .character("f"): isAtEnd ? nil : .forth
    case .character("g"): steps.isEmpty ? nil : .goTo(nil)
    case .character("e"): atHand == nil ? nil : .edit(nil)
    case .character("E"): atHand == nil ? nil : .editOutside(nil)
    case .character("v"): atHand == nil ? nil : .vary(nil)
    case .character("k"): hasVariation ? .keep : nil
    case .character("o"): isEditedAtHand ? .original : nil
    case .character("w"): edited.isEmpty ? nil : .write
    case .character(":"): .line
    case .character("/"): .search(nil)
    case .character("?"), .character("h"): .keys
    case .escape: hasVariation || isSearching ? .dismiss : nil
    case .character("q"), .endOfInput: .quit
    case .interrupt: .interrupted
    default: nil
    }
  }

  /// What the prompt offers, in the order in which it is read.
  var offers: [KeyOffer] {
    var offers: [KeyOffer] = []
    func offer(_ key: String, _ does: String, rank: Int, if isThere: Bool = true) {
      if isThere { offers.append(KeyOffer(key: key, does: does, rank: rank)) }
    }
    offers.append(
      isAtEnd
        ? KeyOffer(key: "Enter", does: "ends", rank: 0)
        : KeyOffer(key: "Enter", does: "runs step \(steps[next])", short: "runs", rank: 0))
    offer("k", "keep the variation", rank: 1, if: hasVariation)
    offer("n", "next hit", rank: 1, if: isSearching)
    offer("w", "write", rank: 3, if: !edited.isEmpty)
    offer("o", "original", rank: 4, if: isEditedAtHand)
    offer("r", "again", rank: 5, if: latest != nil)
    offer("e", "edit", rank: 6, if: atHand != nil)
    offer("v", "vary", rank: 8, if: atHand != nil)
    offer("b", "back", rank: 7, if: next > 0)
    offer(":", "look", rank: 9, if: !steps.isEmpty)
    offer("q", "quit", rank: 3)
    offer("?", "keys", rank: 2)
    return offers
  }
}
