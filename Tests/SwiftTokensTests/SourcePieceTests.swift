import SwiftTokens
import Testing

@Suite("Source pieces")
struct SourcePieceTests {
  private func pieces(_ source: String) -> [(kind: SourcePiece.Kind, names: [String], text: String)] {
    let bytes = Array(source.utf8)
    return SourcePiece.pieces(of: source).map { ($0.kind, $0.names, String(decoding: bytes[$0.range], as: UTF8.self)) }
  }

  @Test("declarations and statements follow each other, each with all of it")
  func order() {
    let source = """
      import Foundation
      let a = [1, 2]
        .map { $0 * 2 }
      struct S
      {
        var x = 1
      }
      extension S: CustomStringConvertible where Self: Any { var description: String { "s" } }
      infix operator **: AdditionPrecedence
      func ** (a: Int, b: Int) -> Int { a + b }
      if a.isEmpty { print(1) } else {
        print(2)
      }
      a; print(3)
      """
    let found = pieces(source)
    #expect(
      found.map(\.kind) == [
        .importing, .variable, .type, .extending, .operatorDeclaration, .operatorDeclaration, .statement, .statement,
        .statement,
      ])
    #expect(found[1].text == "let a = [1, 2]\n  .map { $0 * 2 }")
    #expect(found[2].text.hasSuffix("}") && found[2].names == ["S"])
    #expect(found[6].text.hasSuffix("print(2)\n}"))
    #expect(found[8].text == " print(3)" || found[8].text == "print(3)")
  }

  @Test("an operator's line does not reach into the next")
  func operatorLine() {
    #expect(pieces("infix operator **\nlet a = 1").map(\.kind) == [.operatorDeclaration, .variable])
  }

  @Test(
    "names that variables bind",
    arguments: [
      ("let a = 1, b: Int = 2", ["a", "b"]), ("let (c, _, d) = f()", ["c", "d"]), ("var e: Int { 1 }", ["e"]),
      ("let `in` = 1", ["in"]), ("let f: Pair<A, B> = g(x, y)", ["f"]), ("let _ = h()", []),
      ("var i, j: Int", ["i", "j"]),
    ])
  func variables(source: String, names: [String]) {
    #expect(pieces(source).map(\.names) == [names])
  }

  @Test("functions with the same labels and types are the same, whatever their parameters are called")
  func functions() {
    let names = { (source: String) in pieces(source)[0].names }
    #expect(
      names("func f(_ a: Int, to b: [Int] = [1]) { }") == names("func f(_ x: Int, to y: [Int]) throws -> Int { 1 }"))
    #expect(names("func f(_ a: Int) { }") != names("func f(_ a: String) { }"))
    #expect(names("func f(a: Int) { }") != names("func f(b: Int) { }"))
    #expect(names("func f<T: P>(a: T) where T: Q { }") == ["f(a:T)"])
  }

  @Test("attributes, modifiers and the comments directly above belong to a declaration")
  func attributes() {
    let found = pieces(
      "let a = 1  // one\n\n// About the section.\n\n/// What S is.\n@frozen\npublic final class S { }")
    #expect(found.map(\.names) == [["a"], ["S"]])
    #expect(found[1].text == "/// What S is.\n@frozen\npublic final class S { }")
    #expect(SourcePiece.pieces(of: "@discardableResult private func f() { }")[0].accessWords == [19..<27])
  }

  @Test(
    "any text is read", arguments: ["", "}", "let", "func", "struct {", "@", "public", "let (", "func f(", "\"", ";;"])
  func anything(source: String) {
    let count = source.utf8.count
    #expect(SourcePiece.pieces(of: source).allSatisfy { $0.range.upperBound <= count })
  }
}
