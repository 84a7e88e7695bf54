// Swift source in colours, line by line as it stands: for listings, and for an editor that draws a few lines often.
import SwiftTokens

/// Source that was read once; each line is drawn when it is asked for.
public struct HighlightedSource: Sendable {
  private let bytes: [UInt8]
  private let pieces: [SwiftHighlighting.Piece]
  /// Where each line begins, and one more for the end.
  private let starts: [Int]

  /// Linear in the length of the source.
  public init(_ source: String) {
    let bytes = Array(source.utf8)
    let ends = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") } + [bytes.count]
    self.bytes = bytes
    pieces = SwiftHighlighting.pieces(of: source, bytes)
    starts = [0] + ends.map { $0 + 1 }
  }

  /// At least one. A newline at the end is followed by an empty line.
  public var lineCount: Int { starts.count - 1 }

  /// A line from 0, however long, with tabs expanded and control characters visible.
  public func line(_ index: Int, options: TextOptions) -> StyledLine {
    var end = starts[index + 1] - 1
    if end > starts[index], bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    var line = StyledLine()
    var column = 0
    var offset = starts[index]
    var piece = pieceIndex(at: offset)
    for character in String(decoding: bytes[offset..<end], as: UTF8.self) {
      while piece + 1 < pieces.count, pieces[piece].range.upperBound <= offset { piece += 1 }
      let drawn = options.drawn(character, at: column)
      line.append(drawn, pieces[piece].role.style)
      column += drawn.displayWidth
      offset += character.utf8.count
    }
    return line
  }

  /// The piece that holds a byte, by halving.
  private func pieceIndex(at offset: Int) -> Int {
    var (low, high) = (0, pieces.count)
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
