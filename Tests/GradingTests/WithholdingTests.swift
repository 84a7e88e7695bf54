import Testing

@testable import Grading

@Suite struct WithholdingTests {
  /// A library as small as can be, with the shapes of names that the course's has.
  private static let librarySource = """
    public struct Tensor {
      public var scalars: [Float]
      public init(_ scalars: [Float]) { self.scalars = scalars }
      @inline(never) public func softmax(axis: Int = -1) -> Tensor { self }
      @inline(never) public func softmax(_ other: Int, over axis: Int) -> Tensor { self }
      @inline(never) public func logSoftmax() -> Tensor { self }
      public var norm: Float { @inline(never) get { scalars[0] } }
    }
    open class GPT {
      public init() {}
      open func forward(_ tokens: [Int], softmax: Bool) -> Tensor { Tensor([]) }
    }
    public final class Tokenizer {
      public init() {}
    }
    @inline(never) public func softmax(_ tensor: Tensor) -> Tensor { tensor }
    @_cdecl("ck_softmax") public func kernel() {}
    """

  private let sources: CompiledSources
  private let withholding: Withholding

  init() throws {
    sources = try CompiledSources()
    withholding = try Withholding(library: sources.library(Self.librarySource, module: "Tensors"))
  }

  private func uses(_ patterns: [String], _ source: String) throws -> [String] {
    withholding.uses(of: patterns, in: try sources.library(source, module: "Submission", imports: ["Tensors"]))
  }

  @Test func `a submission that works on its own uses nothing`() throws {
    let source = """
      import Glibc
      public func softmax(_ logits: [Float]) -> [Float] {
        let exps = logits.map { expf($0) }
        let sum = exps.reduce(0, +)
        print("executed", sum)
        return Tensor(exps.map { $0 / sum }).scalars
      }
      """
    #expect(try uses(["Tensor.softmax", "GPT", "Tokenizer", "Tensor.norm", "Tensor.logSoftmax"], source) == [])
  }

  @Test func `a withheld function is found however it is written`() throws {
    let sentence = "the submission uses Tensor.softmax, which this exercise withholds: write it yourself"
    for source in [
      "public func f(_ x: Tensor) -> Tensor { x.softmax(axis: 0) }",
      "public func f(_ x: Tensor) -> Tensor { let run = Tensor.softmax(axis:); return run(x)(1) }",
      "extension Tensor { func own() -> Tensor { softmax() } }\npublic func f(_ x: Tensor) -> Tensor { x.own() }",
    ] {
      #expect(try uses(["GPT", "Tensor.softmax"], source) == [sentence], "\(source)")
    }
  }

  @Test func `labels say which function is meant`() throws {
    let source = "public func f(_ x: Tensor) -> Tensor { x.softmax(1, over: 2) }"
    #expect(try uses(["Tensor.softmax(axis:)"], source) == [])
    #expect(try uses(["Tensor.softmax(_:over:)"], source).count == 1)
    #expect(try uses(["Tensor.softmax"], source).count == 1)
  }

  @Test func `properties, types, free functions and modules can be withheld`() throws {
    #expect(try uses(["Tensor.norm"], "public func f(_ x: Tensor) -> Float { x.norm }").count == 1)
    #expect(try uses(["Tensor.norm"], #"public func f(_ x: Tensor) -> Float { x[keyPath: \.norm] }"#).count == 1)
    #expect(try uses(["GPT"], "public func f() -> Any { GPT() }").count == 1)
    #expect(try uses(["GPT"], "public func f() -> Any.Type { GPT.self }").count == 1)
    #expect(try uses(["GPT"], "public class Mine: GPT {}").count == 1)
    #expect(try uses(["Tokenizer"], "public func f() -> Any { GPT() }") == [])
    #expect(try uses(["softmax"], "public func f(_ x: Tensor) -> Tensor { softmax(x) }").count == 1)
    #expect(try uses(["Tensors"], "public func f(_ x: Tensor) -> Tensor { x.logSoftmax() }").count == 1)
  }

  @Test func `a label, a longer name and a name of the submission's own are not what is withheld`() throws {
    let source = """
      public func own(_ x: GPT) -> Tensor { x.forward([1], softmax: true).logSoftmax() }
      public struct Mine { public func softmax(axis: Int) -> Int { axis } }
      """
    #expect(try uses(["softmax", "Tensor.softmax"], source) == [])
  }

  @Test(arguments: [
    "dlsym", "dlopen", "execve", "posix_spawnp", "process_vm_readv", "mprotect", "syscall", "ck_softmax",
  ])
  func `some C functions are withheld from everyone`(name: String) throws {
    let found = try uses([], "@_silgen_name(\"\(name)\") func f() -> Int\npublic func g() -> Int { f() }")
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("the submission calls \(name), which") == true)
  }

  @Test func `a type cannot be had by its name`() throws {
    #expect(try uses(["GPT"], "public func f() -> Any.Type? { _typeByName(\"7Tensors3GPTC\") }").count == 1)
  }

  @Test func `an object file tells as much as a library`() throws {
    let object = try sources.object(
      "public func f(_ x: Tensor) -> Tensor { x.softmax() }", module: "Submission", imports: ["Tensors"])
    #expect(withholding.uses(of: ["Tensor.softmax"], in: object).count == 1)
  }

  @Test func `a name that stands for more text than memory holds is not spelled out`() throws {
    // Each level doubles what is written out.
    let name =
      "$s1E3f12yyAA1PVy" + String(repeating: "ADy", count: 11)
      + "AA1SVAFGAGGAHGAIGAJGAKGALGAMGANGAOGAPGAQGARGASGATGAUGAVGAWGAXGAYGAZGF"
    #expect(try uses(["GPT"], "@_silgen_name(\"\(name)\") func f()\npublic func g() { f() }") == [])
  }

  @Test func `what is not a compiled file is not let through`() {
    for bytes in [[], Array("not ELF".utf8), [UInt8](repeating: 0, count: 4096)] {
      #expect(withholding.uses(of: [], in: bytes).count == 1)
    }
  }

  @Test func `patterns that mean nothing in the library are told to the author`() {
    #expect(
      withholding.unknown(among: ["Tensor.softmax", "Tensor.softMax", "GPT", "Tensor.softmax(axes:)"])
        == ["Tensor.softMax", "Tensor.softmax(axes:)"])
  }
}

@Suite struct DemangledPathTests {
  @Test(
    arguments: [
      ("Tensors.Tensor.softmax(axis: Swift.Int) -> Tensors.Tensor", ["axis"]),
      ("Tensors.Tensor.softmax() -> Tensors.Tensor", []),
      (
        "Tensors.Tensor.softmax(_: Swift.Int, over: (Swift.Int, b: Swift.Int) -> A.B<C.D>, to: Swift.Bool) -> ()",
        ["_", "over", "to"]
      ),
      ("static Tensors.Tensor.softmax(Swift.Int) -> ()", ["_"]), ("Tensors.Tensor.softmax.getter : Swift.Int", nil),
    ] as [(String, [String]?)])
  func `a name ends in the labels of its parameters`(name: String, labels: [String]?) throws {
    let path = try #require(DemangledPath.all(in: name).first { $0.components.first == "Tensors" })
    #expect(path.components.prefix(3) == ["Tensors", "Tensor", "softmax"])
    #expect(path.labels == labels)
  }

  @Test(arguments: ["", "(", "((((", "a(", "a(b:", "a.", ".", "a..b", "<<a<", ")a(", "é.ß(ö: x)"])
  func `what is no name makes no trouble`(name: String) {
    #expect(DemangledPath.all(in: name).allSatisfy { !$0.components.isEmpty })
  }
}
