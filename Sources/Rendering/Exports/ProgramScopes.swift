// Steps as parts of one program. In a lesson each step is a module of its own; in a program a name that is declared again
// needs a block of its own, and what Swift allows at file level only moves out of that block.
import SwiftTokens

struct ProgramScopes {
  /// One step's share of the program.
  struct Part: Equatable {
    /// What stays where the step stands.
    var text: String
    /// The names that are declared again here, so that a block opens before the step.
    var declaredAgain: [String]
    /// What moves to file level.
    var moved: [String]
  }

  private(set) var parts: [Part] = []
  /// The lines of all imports, each once, without the two that every step has.
  private(set) var imports: [String] = []
  private(set) var blocks = 0

  /// - Parameter sources: of the steps, in order.
  init(_ sources: [String]) {
    let steps = sources.map(Step.init)
    var inBlock = Set<Int>()
    var declared = Set<String>()
    var again: [[String]] = []
    for (index, step) in steps.enumerated() {
      let names = step.declared
      let repeated = names.filter { name in declared.contains { Self.collide($0, name) } }
      if !repeated.isEmpty {
        blocks += 1
        declared = []
      }
      again.append(repeated.map { String($0.prefix { $0 != "(" }) })
      declared.formUnion(names)
      if blocks > 0 { inBlock.insert(index) }
    }
    let moved = Self.moved(steps, inBlock: inBlock)
    for (index, step) in steps.enumerated() {
      for piece in step.pieces where piece.kind == .importing {
        let line = step.text(of: piece)
        if !["import Transformers", "import StepSupport"].contains(line), !imports.contains(line) {
          imports.append(line)
        }
      }
      parts.append(
        Part(
          text: step.remaining(without: moved[index], isInBlock: inBlock.contains(index)), declaredAgain: again[index],
          moved: moved[index].map { step.text(of: step.pieces[$0]) }))
    }
  }

  /// A variable or type takes its name alone; functions may share one when their parameters differ.
  private static func collide(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    let (nameA, nameB) = (a.prefix { $0 != "(" }, b.prefix { $0 != "(" })
    return nameA == nameB && (nameA.count == a.count || nameB.count == b.count)
  }

  /// For each step the indices of its pieces that move out of a block: what may stand at file level only, and the types
  /// and functions of the blocks that it names.
  private static func moved(_ steps: [Step], inBlock: Set<Int>) -> [[Int]] {
    var moved = steps.indices.map { index in
      inBlock.contains(index)
        ? steps[index].pieces.indices.filter {
          [.extending, .operatorDeclaration].contains(steps[index].pieces[$0].kind)
        } : []
    }
    // A name that is declared twice must stay in its block.
    var counts: [String: Int] = [:]
    for name in steps.flatMap(\.declared) { counts[String(name.prefix { $0 != "(" }), default: 0] += 1 }
    var needed = Set(
      moved.enumerated().flatMap { index, pieces in
        pieces.flatMap { steps[index].pieces[$0].identifiers }
      })
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for index in inBlock.sorted() {
        for (place, piece) in steps[index].pieces.enumerated() where [.type, .function].contains(piece.kind) {
          guard let name = piece.names.first?.prefix(while: { $0 != "(" }), needed.contains(String(name)),
            counts[String(name)] == 1, !moved[index].contains(place)
          else { continue }
          moved[index].append(place)
          needed.formUnion(piece.identifiers)
          isGrowing = true
        }
      }
    }
    return moved.map { $0.sorted() }
  }

  /// A step's source and its pieces.
  private struct Step {
    let bytes: [UInt8]
    let pieces: [SourcePiece]

    init(_ source: String) {
      bytes = Array(source.utf8)
      pieces = SourcePiece.pieces(of: source)
    }

    /// What it declares, apart from what stands at file level anyway.
    var declared: [String] {
      pieces.filter { [.type, .function, .variable].contains($0.kind) }.flatMap(\.names)
    }

    func text(of piece: SourcePiece) -> String {
      String(decoding: bytes[piece.range], as: UTF8.self).trimmingNewlines
    }

    /// The source without its imports and what has moved; in a block also without the words for file level.
    func remaining(without moved: [Int], isInBlock: Bool) -> String {
      var gaps: [Range<Int>] = []
      for (index, piece) in pieces.enumerated() {
        if piece.kind == .importing || moved.contains(index) {
          gaps.append(withItsLine(piece.range))
        } else if isInBlock {
          gaps += piece.accessWords
        }
      }
      var result: [UInt8] = []
      var place = 0
      for gap in gaps where gap.lowerBound >= place {
        result += bytes[place..<gap.lowerBound]
        place = gap.upperBound
      }
      return String(decoding: result + bytes[place...], as: UTF8.self).trimmingNewlines
    }

    /// The range with the newline or semicolon that ends it.
    private func withItsLine(_ range: Range<Int>) -> Range<Int> {
      var end = range.upperBound
      while end < bytes.count, [UInt8(ascii: " "), UInt8(ascii: "\t")].contains(bytes[end]) { end += 1 }
      if end < bytes.count, [UInt8(ascii: "\n"), UInt8(ascii: ";")].contains(bytes[end]) {
        return range.lowerBound..<end + 1
      }
      return range
    }
  }
}

extension String {
  /// Without empty lines at its ends.
  fileprivate var trimmingNewlines: String {
    var lines = split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let first = lines.first, first.allSatisfy(\.isWhitespace) { lines.removeFirst() }
    while let last = lines.last, last.allSatisfy(\.isWhitespace) { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}
