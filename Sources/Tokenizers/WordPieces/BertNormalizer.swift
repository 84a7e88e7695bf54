// What BERT does to a text before it cuts words: `BertNormalizer` of tokenizer.json.

public struct BertNormalizer: Sendable, Equatable {
  /// Takes control characters out and makes all white space a plain space.
  public var cleansText = true

  /// Puts spaces round ideographs, so that each is a word.
  public var separatesChinese = true

  /// Takes accents off: é → e. Nil does so if text is made lower case.
  public var stripsAccents: Bool?

  /// Makes text lower case, character by character.
  public var lowercases = true

  public init(
    cleansText: Bool = true, separatesChinese: Bool = true, stripsAccents: Bool? = nil, lowercases: Bool = true
  ) {
    self.cleansText = cleansText
    self.separatesChinese = separatesChinese
    self.stripsAccents = stripsAccents
    self.lowercases = lowercases
  }

  /// Normalises a part of a text; positions in the result count from the beginning of the whole text.
  func normalize(_ text: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> NormalizedText {
    var pass = BertNormalizerPass(self)
    var position = range.lowerBound
    while position < range.upperBound {
      let (value, length) = UTF8Scalars.decode(text, at: position)
      if let scalar = Unicode.Scalar(value) { pass.clean(scalar, from: position..<position + length) }
      position += length
    }
    return pass.finish()
  }
}

/// One character after the other through the four steps.
private struct BertNormalizerPass {
  private struct Mark {
    let scalar: Unicode.Scalar
    let combiningClass: UInt8
    /// Came out of a character that was taken apart, behind its first part.
    let isPart: Bool
  }

  private let options: BertNormalizer
  private let stripsAccents: Bool
  private var decomposition = CanonicalDecomposition()
  private var result = NormalizedText()

  /// Marks that wait for their order, and where the whole characters among them and before them lay.
  private var marks: [Mark] = []
  private var markOrigins: [Range<Int>] = []
  private var origin = 0..<0

  init(_ options: BertNormalizer) {
    self.options = options
    stripsAccents = options.stripsAccents ?? options.lowercases
  }

  mutating func clean(_ scalar: Unicode.Scalar, from origin: Range<Int>) {
    guard options.cleansText else { return separate(scalar, from: origin) }
    if scalar.value == 0 || scalar.value == 0xFFFD || scalar.isBertControl { return }
    separate(scalar.isBertSpace ? " " : scalar, from: origin)
  }

  private mutating func separate(_ scalar: Unicode.Scalar, from origin: Range<Int>) {
    guard options.separatesChinese, scalar.isChinese else { return decompose(scalar, from: origin) }
    decompose(" ", from: origin)
    decompose(scalar, from: origin)
    decompose(" ", from: origin)
  }

  private mutating func decompose(_ scalar: Unicode.Scalar, from origin: Range<Int>) {
    guard stripsAccents else { return lowercase(scalar, from: origin) }
    for (index, part) in decomposition.decompose(scalar).enumerated() {
      let combiningClass = part.bertCombiningClass
      if combiningClass == 0 {
        putMarks()
        self.origin = origin
        strip(part)
      } else {
        marks.append(Mark(scalar: part, combiningClass: combiningClass, isPart: index > 0))
        if index == 0 { markOrigins.append(origin) }
      }
    }
  }

  /// Marks in the order of their classes. Their places in the text are given out in the order of the text.
  private mutating func putMarks() {
    guard !marks.isEmpty else { return }
    // By class, then as they came: Swift does not promise that its sort is stable.
    let order = marks.indices.sorted { (marks[$0].combiningClass, $0) < (marks[$1].combiningClass, $1) }
    var origins = markOrigins.makeIterator()
    for mark in order.map({ marks[$0] }) {
      if !mark.isPart { origin = origins.next() ?? origin }
      strip(mark.scalar)
    }
    marks.removeAll(keepingCapacity: true)
    markOrigins.removeAll(keepingCapacity: true)
  }

  private mutating func strip(_ scalar: Unicode.Scalar) {
    if !scalar.isBertAccent { lowercase(scalar, from: origin) }
  }

  private mutating func lowercase(_ scalar: Unicode.Scalar, from origin: Range<Int>) {
    guard options.lowercases else { return result.append(scalar, from: origin) }
    for lower in scalar.bertLowercase { result.append(lower, from: origin) }
  }

  mutating func finish() -> NormalizedText {
    putMarks()
    return result
  }
}
