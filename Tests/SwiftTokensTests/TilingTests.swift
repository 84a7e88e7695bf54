import SwiftTokens
import Testing

/// Seeded, so that a failure repeats.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

@Suite("Any text at all")
struct TilingTests {
  private static let pieces = [
    "\"", "\"\"\"", "#", "##", "\\", "\\(", "\\#(", "(", ")", "[", "]", "{", "}", "/", "/*", "*/", "//", "\n", "\r\n",
    "\r", " ",
    "\t", "`", "@", "@a", "#if", "if", "else", "for", "while", "repeat", "func", "switch", "case", "import", "await",
    "async", "let",
    "x", "é", "≈", "🙂", "\u{0}", "\u{FEFF}", "0", "0x", ".5", "1e", ".", "..<", "=", "!", "$", "'", ";", ",", ":",
    "a.b", "\u{301}",
  ]

  private func expectTiles(_ source: String, sourceLocation: SourceLocation = #_sourceLocation) {
    var end = 0
    for token in SwiftLexer.tokens(of: source) {
      guard token.range.lowerBound == end, !token.range.isEmpty else {
        Issue.record(
          "token \(token) does not start at \(end) in \(source.debugDescription)", sourceLocation: sourceLocation)
        return
      }
      end = token.range.upperBound
    }
    #expect(end == source.utf8.count, "\(source.debugDescription)", sourceLocation: sourceLocation)
  }

  @Test("tokens tile the source", arguments: UInt64(0)..<40)
  func tokensTile(seed: UInt64) {
    var random = SplitMix(state: seed)
    for _ in 0..<50 {
      let source = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        Self.pieces.randomElement(using: &random) ?? ""
      }
      expectTiles(source.joined())
    }
  }

  @Test("every beginning of a real source tiles")
  func prefixesTile() {
    let source = """
      import Foundation
      /* a /* b */ */ let r = #/a\\/#/# ; let s = #"x \\#(y + "\\(z)")"#
      for await x in xs where x > 0 { print("\\(x.map { $0 / 2 }) /* \\(")") }
      let t = \"""
        a \\(b)
        \"""
      """
    var prefix = ""
    for character in source {
      prefix.append(character)
      expectTiles(prefix)
    }
  }

  @Test("function bodies are ascending, disjoint and inside the source", arguments: UInt64(100)..<130)
  func bodiesAreDisjoint(seed: UInt64) {
    var random = SplitMix(state: seed)
    for _ in 0..<50 {
      let source = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        Self.pieces.randomElement(using: &random) ?? ""
      }
      .joined()
      var end = 0
      for body in SourceOutline(of: source).functionBodies {
        #expect(body.lowerBound >= end && !body.isEmpty, "\(source.debugDescription)")
        end = body.upperBound
      }
      #expect(end <= source.utf8.count, "\(source.debugDescription)")
    }
  }

  // A quadratic lexer would not come back from these.
  @Test(
    "a megabyte of anything is read in one go",
    arguments: [
      "{", "([", "#", "\"\\(", "#\"\"\"\\#(", "/*", "=/\\/", "##/", "repeat { } while x ", "{ ( }", "\u{301}",
      "import a\n",
    ])
  func longSources(piece: String) {
    let source = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
    #expect(SwiftLexer.tokens(of: source).last?.range.upperBound == source.utf8.count)
    #expect(SourceOutline(of: source).functionBodies.allSatisfy { $0.upperBound <= source.utf8.count })
  }
}
