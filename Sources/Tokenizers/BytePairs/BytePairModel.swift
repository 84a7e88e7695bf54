// The tables of byte-pair encoding: bytes, merges, and what each token stands for.

struct BytePairModel: Sendable {
  struct Unknown: Sendable {
    let id: Int32
    let content: String
    /// Whether neighbouring unknown bytes become one token.
    let isFused: Bool
  }

  /// Tokens as files write them.
  let vocabulary: ByteStrings
  /// The bytes that each token stands for.
  let pieces: BytePieces
  /// The token of each byte; -1 if there is none.
  let byteIDs: [Int32]
  let merges: PairTable<Merge>
  /// The merges as files write them, by rank.
  let mergeList: [(left: Int32, right: Int32)]
  let unknown: Unknown?

  /// - Parameters:
  ///   - vocabulary: tokens in ``ByteLevelAlphabet`` and their ids.
  ///   - merges: the pairs in the order in which they were learnt. If one stands twice, its last place counts.
  ///   - unknownToken: stands for bytes that are not in the vocabulary.
  /// - Throws: ``FileProblem`` if ids or tokens repeat, or a merge speaks of tokens that are not in the vocabulary.
  init(
    vocabulary: ByteStrings, merges: [(left: String, right: String)], unknownToken: String? = nil,
    fusesUnknown: Bool = false
  ) throws {
    guard vocabulary.count > 0 else { throw FileProblem.emptyVocabulary }
    self.vocabulary = vocabulary
    pieces = BytePieces(vocabulary)
    byteIDs = ByteLevelAlphabet.characters.map { character in
      vocabulary.id(of: String(character)).map { Int32($0) } ?? -1
    }
    unknown = try unknownToken.map { token in
      guard let id = vocabulary.id(of: token) else { throw FileProblem.missingToken(token, role: "the unknown token") }
      return Unknown(id: Int32(id), content: token, isFused: fusesUnknown)
    }
    var table = PairTable(absent: Merge.none, minimumCapacity: merges.count)
    var list: [(left: Int32, right: Int32)] = []
    list.reserveCapacity(merges.count)
    for (rank, merge) in merges.enumerated() {
      func id(of token: String) throws -> Int32 {
        guard let id = vocabulary.id(of: token) else {
          throw FileProblem.mergeOutsideVocabulary(
            rank: rank + 1, left: merge.left, right: merge.right, missing: token)
        }
        return Int32(id)
      }
      let (left, right) = (try id(of: merge.left), try id(of: merge.right))
      table[PairTable<Merge>.key(left, right)] = Merge(rank: UInt32(rank), id: try id(of: merge.left + merge.right))
      list.append((left, right))
    }
    self.merges = table
    mergeList = list
  }
}
