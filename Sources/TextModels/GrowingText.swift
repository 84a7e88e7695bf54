// A text that grows by tokens: what of it can be shown already.
import Tokenizers

/// Holds back characters that are not whole yet, and what may become a stop.
struct GrowingText {
  let tokenizer: any Tokenizer
  let stops: [String]
  private(set) var isStopped = false
  /// What has been given out.
  private(set) var given = ""
  private var ids: [Int] = []
  private var givenBytes = 0
  private var bytes: [UInt8] = []

  init(tokenizer: any Tokenizer, stops: [String]) {
    self.tokenizer = tokenizer
    self.stops = stops.filter { !$0.isEmpty }
  }

  /// What is new of the text and certain to stay.
  mutating func add(_ id: Int) throws -> String {
    // A model may have tokens that its tokenizer has not.
    guard tokenizer.token(for: id) != nil else { return "" }
    ids.append(id)
    bytes = try tokenizer.decodeBytes(ids, skippingSpecialTokens: true)
    var end = bytes.count - bytes.unfinishedCount
    if let stop = stops.compactMap({ bytes.firstPlace(of: Array($0.utf8)) }).min() {
      isStopped = true
      bytes.removeSubrange(stop...)
      end = stop
    } else {
      end -= stops.map { bytes[..<end].overlap(withStartOf: Array($0.utf8)) }.max() ?? 0
    }
    return give(upTo: end)
  }

  /// What has been held back, when no more tokens come.
  mutating func rest() -> String { give(upTo: bytes.count) }

  private mutating func give(upTo end: Int) -> String {
    guard end > givenBytes else { return "" }
    let piece = String(decoding: bytes[givenBytes..<end], as: UTF8.self)
    givenBytes = end
    given += piece
    return piece
  }
}

extension [UInt8] {
  fileprivate func firstPlace(of pattern: [UInt8]) -> Int? {
    guard !pattern.isEmpty, count >= pattern.count else { return nil }
    return (0...count - pattern.count).first { self[$0..<$0 + pattern.count].elementsEqual(pattern) }
  }
}

extension ArraySlice<UInt8> {
  /// The length of the longest end of these bytes that a pattern begins with.
  fileprivate func overlap(withStartOf pattern: [UInt8]) -> Int {
    (0..<Swift.max(1, pattern.count)).reversed().first { suffix($0).elementsEqual(pattern.prefix($0)) } ?? 0
  }
}
