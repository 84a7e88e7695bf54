// Keys from the bytes of several terminals, whole and in pieces.
import Foundation
import Testing

@testable import TextEditing

struct KeyDecoderTests {
  private static let esc = "\u{1b}"

  private func keys(_ bytes: [UInt8]) -> [Key] {
    var decoder = KeyDecoder()
    decoder.add(bytes)
    var keys: [Key] = []
    while let key = decoder.next() { keys.append(key) }
    return keys
  }

  private func keys(_ text: String) -> [Key] { keys(Array(text.utf8)) }

  @Test(
    "arrows, Home, End and the keys beside them",
    arguments: [
      // xterm, tmux, screen; in the modes of full screens; Linux console; rxvt
      ("[A", Key.up), ("[B", .down), ("[C", .right), ("[D", .left), ("OA", .up), ("OB", .down), ("OC", .right),
      ("OD", .left), ("[H", .home), ("[F", .end), ("OH", .home), ("OF", .end), ("[1~", .home), ("[4~", .end),
      ("[7~", .home), ("[8~", .end), ("[3~", .delete), ("[5~", .pageUp), ("[6~", .pageDown), ("[Z", .backTab),
      ("OM", .enter), ("Oj", .character("*")), ("Ok", .character("+")), ("Op", .character("0")),
      ("Oy", .character("9")), ("[a", .up), ("[3$", .delete), ("[7$", .home),
    ])
  func plainKeys(_ sequence: String, _ key: Key) {
    #expect(keys(Self.esc + sequence) == [key])
  }

  @Test(
    "with Ctrl and Alt arrows move by words, Home and End go to the ends",
    arguments: [
      ("[1;5D", Key.alt("b")), ("[1;5C", .alt("f")), ("[1;3D", .alt("b")), ("[1;3C", .alt("f")), ("[1;2C", .right),
      ("[1;5A", .up), ("[1;5H", .alt("<")), ("[1;5F", .alt(">")), ("Od", .alt("b")), ("Oc", .alt("f")),
      ("O5D", .alt("b")), ("\u{1b}[D", .alt("b")), ("\u{1b}[C", .alt("f")), ("\u{1b}OD", .alt("b")),
      ("[3;5~", .alt("d")), ("[3^", .alt("d")), ("[7^", .alt("<")), ("[8@", .alt(">")), ("[5;5~", .pageUp),
      ("\u{7f}", .control("w")), ("\u{8}", .control("w")),
    ])
  func modifiedKeys(_ sequence: String, _ key: Key) {
    #expect(keys(Self.esc + sequence) == [key])
  }

  @Test(
    "keys by their characters' numbers, as kitty and xterm may send them",
    arguments: [
      ("[97;5u", Key.control("a")), ("[99;5u", .interrupt), ("[98;3u", .alt("b")), ("[27u", .escape),
      ("[13;2u", .enter),
      ("[9;2u", .backTab), ("[127u", .backspace), ("[127;3u", .control("w")), ("[228u", .character("ä")),
      ("[27;5;115~", .control("s")), ("[27;2;13~", .enter), ("[97;5:1u", .control("a")),
    ])
  func numberedKeys(_ sequence: String, _ key: Key) {
    #expect(keys(Self.esc + sequence) == [key])
  }

  @Test("control characters are keys")
  func controls() {
    #expect(
      keys([0x00, 0x01, 0x03, 0x04, 0x08, 0x09, 0x0A, 0x0D, 0x13, 0x1A, 0x1F, 0x7F]) == [
        .control(" "), .control("a"), .interrupt, .endOfInput, .backspace, .tab, .enter, .enter, .control("s"),
        .control("z"), .control("_"), .backspace,
      ])
  }

  @Test("Alt with a character, in lower case")
  func alt() {
    #expect(
      keys("\u{1b}b\u{1b}F\u{1b}<\u{1b}1\u{1b}ö") == [.alt("b"), .alt("f"), .alt("<"), .alt("1"), .alt("ö")])
  }

  @Test(
    "what is no key of ours is passed over, whole",
    arguments: [
      "OP", "OS", "[15~", "[[A", "[[E", "[I", "[O", "[?1;2c", "[>0;276;0c", "[?2026;2$y", "[57441;1u", "[2;1R", "[1;1",
      "[\(String(repeating: "1;", count: 40))A",
    ])
  func unknown(_ sequence: String) {
    let found = keys(Self.esc + sequence + "\rx")
    #expect(found.last == .character("x"))
    #expect(!found.contains(.character("[")) && !found.contains(.escape))
  }

  @Test("characters of all lengths, and what is not UTF-8 is dropped")
  func characters() {
    #expect(keys("aé漢👍") == [.character("a"), .character("é"), .character("漢"), .character("👍")])
    for broken: [UInt8] in [[0xFF], [0x80], [0xC3], [0xE2, 0x82], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x9F]] {
      #expect(keys(broken + Array("x".utf8)) == [.character("x")], "\(broken)")
    }
    // C1 controls
    #expect(keys([0xC2, 0x9B, 0x61]) == [.character("a")])
  }

  @Test(
    "a sequence in pieces is the key it is whole",
    arguments: [
      "\u{1b}[1;5D", "\u{1b}OA", "\u{1b}[3~", "漢", "👍", "\u{1b}b", "\u{1b}\u{1b}[D", "\u{1b}[200~a\rb\u{1b}[201~",
    ])
  func pieces(_ text: String) {
    var decoder = KeyDecoder()
    let bytes = Array(text.utf8)
    for byte in bytes.dropLast() {
      decoder.add([byte])
      #expect(decoder.next() == nil)
      #expect(decoder.patience != nil)
    }
    decoder.add(bytes.suffix(1))
    #expect(decoder.next() == keys(text).first)
    #expect(decoder.next() == nil)
    #expect(decoder.patience == nil)
  }

  @Test("an escape alone is the key, and waits for less time than the rest of a sequence")
  func escape() {
    var decoder = KeyDecoder()
    decoder.add([0x1B])
    #expect(decoder.next() == nil)
    let short = decoder.patience ?? .max
    #expect(decoder.giveUp() == .escape)
    #expect(decoder.patience == nil)

    decoder.add([0x1B, 0x1B])
    #expect(decoder.next() == nil)
    #expect(decoder.giveUp() == .escape)
    #expect(decoder.giveUp() == .escape)

    decoder.add(Array("\u{1b}[1;".utf8))
    #expect(decoder.next() == nil)
    #expect(short < decoder.patience ?? 0)
    // What does not go on is nothing: never an escape and text.
    #expect(decoder.giveUp() == nil)
    decoder.add(Array("x".utf8))
    #expect(decoder.next() == .character("x"))
    #expect(keys("\u{1b}\r") == [.escape, .enter])
  }

  @Test("a half character that does not go on is dropped")
  func halfCharacter() {
    var decoder = KeyDecoder()
    decoder.add([0xE6, 0xBC])
    #expect(decoder.next() == nil)
    while decoder.patience != nil { #expect(decoder.giveUp() == nil) }
    decoder.add(Array("x".utf8))
    #expect(decoder.next() == .character("x"))
  }

  @Test("pasted text comes whole, with newlines, and its escape sequences are text")
  func paste() {
    #expect(
      keys("a\u{1b}[200~x\r\ny\rz\n\u{1b}[A\u{1b}[201~b") == [
        .character("a"), .pasted("x\ny\nz\n\u{1b}[A"), .character("b"),
      ])
    #expect(keys("\u{1b}[200~\u{1b}[201~b") == [.character("b")])
    #expect(keys("\u{1b}[201~b") == [.character("b")])
  }

  @Test("a paste without end is given up, with what came of it")
  func endlessPaste() {
    var decoder = KeyDecoder()
    decoder.add(Array("\u{1b}[200~some \u{1b}[20".utf8))
    #expect(decoder.next() == nil)
    #expect(decoder.giveUp() == .pasted("some \u{1b}[20"))
    decoder.add(Array("x".utf8))
    #expect(decoder.next() == .character("x"))
  }

  @Test("of a huge paste the beginning is kept, in bounded memory, and the keys behind it come")
  func hugePaste() {
    var decoder = KeyDecoder()
    decoder.add(Array("\u{1b}[200~".utf8))
    let block = [UInt8](repeating: UInt8(ascii: "a"), count: 4096)
    for _ in 0..<300 {
      decoder.add(block)
      #expect(decoder.next() == nil)
    }
    decoder.add(Array("\u{1b}[201~q".utf8))
    guard case .pasted(let text) = decoder.next() else {
      Issue.record("no paste")
      return
    }
    #expect(text.utf8.count == KeyDecoder.longestPaste)
    #expect(decoder.next() == .character("q"))
  }

  @Test("any bytes in any pieces end in keys, and nothing is held for ever")
  func noise() {
    var random = SystemRandomNumberGenerator()
    let likely = Array("\u{1b}[O0123456789;~$ABu?".utf8)
    for _ in 0..<200 {
      var decoder = KeyDecoder()
      for _ in 0..<20 {
        let count = Int.random(in: 0..<8, using: &random)
        decoder.add(
          (0..<count).map { _ in
            Bool.random(using: &random)
              ? likely.randomElement(using: &random) ?? 0 : UInt8.random(in: 0...255, using: &random)
          })
        while decoder.next() != nil {}
      }
      var turns = 0
      while decoder.patience != nil, turns < 1000 {
        _ = decoder.giveUp()
        while decoder.next() != nil {}
        turns += 1
      }
      #expect(turns < 1000)
    }
  }
}
