import SwiftTokens
import Testing

@Suite("Source outline")
struct SourceOutlineTests {
  private func bodies(_ source: String) -> [String] {
    let bytes = Array(source.utf8)
    return SourceOutline(of: source).functionBodies.map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test("a function has a parameter list and a body")
  func function() {
    #expect(
      bodies("func f<T>(_ x: T = g { 1 }, n: (Int) -> Int) async throws -> T where T: P { if a { b } }")
        == ["(_ x: T = g { 1 }, n: (Int) -> Int)", "{ if a { b } }"])
    #expect(bodies("func == (a: Int, b: Int) -> Bool { a }; f(x)") == ["(a: Int, b: Int)", "{ a }"])
  }

  @Test(
    "a type is a body as a whole",
    arguments: [
      "struct S: P { var x = 1; func f() { } }", "final class C { init() { } }", "enum E { case a(Int) }",
      "extension Array where Element == Int { func f() { } }", "protocol P { var x: Int { get } }",
      "actor A { var x = 1 }",
    ])
  func types(source: String) {
    #expect(bodies(source) == [String(source[source.firstIndex(of: "{")!...])])
  }

  @Test("accessors, observers and initialising closures are bodies")
  func accessors() {
    #expect(bodies("var x: Int { y + 1 }") == ["{ y + 1 }"])
    #expect(bodies("var x = 1 { didSet { p() } }\nlet z = 2") == ["{ didSet { p() } }"])
    #expect(bodies("let x: Int = { 3 }()") == ["{ 3 }"])
  }

  @Test(
    "top-level control flow is not a body",
    arguments: [
      "if a { x = 1 } else if let b = c { y } else { z }",
      "guard let a = f(b) else { throw E() }",
      "for i in 0..<10 where i % 2 == 0 { let x = i }",
      "for case .some(let x) in xs { x }",
      "for try await x in xs { x }",
      "outer: while true { repeat { x } while y < 3 }",
      "do throws(E) { try f() } catch let e as E where e.x { a } catch { b }",
      "switch (a, b) { case (1, _): let x = 1\ncase (_, let y) where y > 2: do { y } default: break }",
      "defer { x }",
      "let x = if a { 1 } else { 2 }",
      "let y: Int = switch x { case .a: 1 default: 2 }",
      "if #available(macOS 15, *) { x }",
      "if case .a(let x) = y, x > 2 { x }",
      "#if os(Linux)\nif x { y }\n#endif",
    ])
  func controlFlow(source: String) {
    #expect(bodies(source) == [])
  }

  @Test("outermost braces of every kind are brace blocks, and what is in them is not listed again")
  func braceBlocks() {
    let source = "for i in xs { if i > 0 { a } }\nlet s = \"{\" // {\nfunc f() { g { 1 } }\nif open {"
    let bytes = Array(source.utf8)
    #expect(
      SourceOutline(of: source).braceBlocks.map { String(decoding: bytes[$0], as: UTF8.self) }
        == ["{ if i > 0 { a } }", "{ g { 1 } }", "{"])
  }

  @Test("a byte offset has a line and a column, both from 1")
  func positions() {
    let outline = SourceOutline(of: "é1\r\nb\n")
    #expect(outline.position(of: 0) == (1, 1))
    #expect(outline.position(of: 2) == (1, 3))
    #expect(outline.position(of: 5) == (2, 1))
    #expect(outline.position(of: 7) == (3, 1))
  }

  @Test("closures are bodies, inside control flow and in its conditions too")
  func closures() {
    #expect(bodies("xs.map { $0 + 1 }.filter({ $0 > 1 })") == ["{ $0 + 1 }", "{ $0 > 1 }"])
    #expect(bodies("for x in xs { ys.append(xs.map { $0 }) }") == ["{ $0 }"])
    #expect(bodies("if xs.contains(where: { $0 > 1 }) { x }") == ["{ $0 > 1 }"])
    #expect(bodies("while let x = [f { 1 }].first { x }") == ["{ 1 }"])
    #expect(bodies("f { 1 } onFailure: { 2 }") == ["{ 1 }", "{ 2 }"])
    #expect(bodies("let f = if a { { $0 + 1 } } else { g }") == ["{ $0 + 1 }"])
    #expect(bodies("f(if: 1, for: { 2 })") == ["{ 2 }"])
  }

  @Test("a closure that the compiler only warns of in a condition is a body")
  func confusableClosures() {
    #expect(bodies("if xs.contains { $0 > 1 } { y }") == ["{ $0 > 1 }"])
    #expect(bodies("for x in xs.filter { $0 > 1 }.sorted() { y }") == ["{ $0 > 1 }"])
    #expect(bodies("guard xs.allSatisfy { $0 } else { return }") == ["{ $0 }"])
    #expect(bodies("if a { b }\n[1].map { $0 }") == ["{ $0 }"])
  }

  @Test("the while of a repeat has no block")
  func repeatWhile() {
    #expect(bodies("repeat { x } while y < 3\nf { 1 }") == ["{ 1 }"])
    #expect(bodies("repeat { while a { b } } while y\nf { 1 }") == ["{ 1 }"])
  }

  @Test("a closure in an interpolation is a body, braces in strings and comments are nothing")
  func strings() {
    #expect(bodies("if \"{ \\(xs.map { $0 }) }\" == s { y } // {") == ["{ $0 }"])
    #expect(bodies("if s == #\"{\"# /* { */ { y }") == [])
  }

  @Test("an unclosed body reaches to the end")
  func unclosed() {
    #expect(bodies("let x = 1\nfunc f() {\n  let y = 2") == ["()", "{\n  let y = 2"])
    #expect(bodies("if x {\n  f { 1 }") == ["{ 1 }"])
  }

  @Test("places are asked for by line and UTF-8 column")
  func places() {
    let outline = SourceOutline(of: "let é = 1\r\nfunc f(n: Int) {\n  let x = n\n}\nlet z = 2")
    #expect(!outline.isInFunctionBody(line: 1, column: 5))
    #expect(!outline.isInFunctionBody(line: 2, column: 6))
    #expect(outline.isInFunctionBody(line: 2, column: 8))
    #expect(!outline.isInFunctionBody(line: 2, column: 15))
    #expect(outline.isInFunctionBody(line: 2, column: 16))
    #expect(outline.isInFunctionBody(line: 3, column: 7))
    #expect(outline.isInFunctionBody(line: 4, column: 1))
    #expect(!outline.isInFunctionBody(line: 5, column: 1))
  }

  @Test("a place outside the source is in no body")
  func placesOutside() {
    let outline = SourceOutline(of: "f {\n1 }\n")
    #expect(!outline.isInFunctionBody(line: 0, column: 1))
    #expect(!outline.isInFunctionBody(line: 1, column: 0))
    #expect(!outline.isInFunctionBody(line: 1, column: 9))
    #expect(!outline.isInFunctionBody(line: 9, column: 1))
  }

  @Test(
    "the first await of the top level is found",
    arguments: [
      ("let x = 1\nlet y = try await f()", 2, 13), ("for await x in xs { }", 1, 5),
      ("if a {\n  async let b = c\n}", 2, 3),
      ("print(\"\\(await f())\")", 1, 10), ("f(await g())", 1, 3),
    ])
  func topLevelAwait(source: String, line: Int, column: Int) {
    let place = SourceOutline(of: source).topLevelAwait
    #expect(place?.line == line && place?.column == column)
  }

  @Test(
    "an await inside a function, a closure, a string or a name is not at top level",
    arguments: [
      "func f() async { await g() }", "Task { await g() }", "\"await\" // await", "x.await", "f(await: 1)",
      "struct S { func f() async { await g() } }",
      "let async = 1",
    ])
  func noTopLevelAwait(source: String) {
    #expect(SourceOutline(of: source).topLevelAwait == nil)
  }

  @Test("imports name their module, once each")
  func imports() {
    let source = """
      import Foundation
      @testable import Step_1; public import Tensors
      import struct Foundation.Date
      import func Glibc.fputs
      @_exported import class `Odd`.Name
      func f() { }
      x.import(y)
      """
    #expect(SourceOutline(of: source).importsModules == ["Foundation", "Step_1", "Tensors", "Glibc", "Odd"])
    #expect(SourceOutline(of: "import func Glibc.fputs\nf(x)").functionBodies == [])
  }

  @Test("a binding of several names has its names, and ends where its statement ends")
  func tupleBindings() {
    let source = """
      let (a, b) = f()
      var (x, (y, _)): (Int, (Int, Int)) =
        (1,
         (2, 3))
      let (label: c, other: d) = g { z in
        z
      }
        .h
      if let (e, f) = pair { e }
      func i() { let (j, k) = f() }
      let (l, m) = n ? o : p; let (q, r) = s
        + t
      let u = [1, 2], v: Int = f(w, x: 3),
        y = 4
      let z: Dictionary<String, Int> = [:]
      """
    let bytes = Array(source.utf8)
    let bindings = SourceOutline(of: source).tupleBindings.map { binding in
      let line = bytes[..<binding.end].split(separator: 0x0A).last.map { String(decoding: $0, as: UTF8.self) }
      return "\(binding.names.joined(separator: " ")) | \(line ?? "")"
    }
    #expect(
      bindings == [
        "a b | let (a, b) = f()", "x y |    (2, 3))", "c d |   .h", "l m | let (l, m) = n ? o : p", "q r |   + t",
        "u v y |   y = 4",
      ])
  }
}
