import Testing

@testable import Grading

@Suite struct ELFSymbolsTests {
  private static let library: [UInt8] = {
    let source = "import Glibc\npublic func f(_ x: Float) -> Float { expf(x) }"
    return (try? CompiledSources().library(source, module: "Small")) ?? []
  }()

  @Test func `a library's undefined and exported symbols are read`() throws {
    let symbols = try ELFSymbols(Self.library)
    #expect(symbols.undefined.contains("expf"))
    #expect(symbols.exported.contains("$s5Small1fyS2fF"))
    #expect(!symbols.exported.contains("expf"))
    #expect(Set(symbols.undefined).count == symbols.undefined.count)
  }

  @Test func `a file that ends early is refused or read, never more`() {
    let whole = try? ELFSymbols(Self.library)
    #expect(whole != nil)
    for count in stride(from: 0, to: Self.library.count, by: 97) {
      let symbols = try? ELFSymbols(Array(Self.library.prefix(count)))
      // The table of sections stands at the end.
      #expect(symbols == nil, "\(count)")
    }
  }

  @Test func `bytes changed at random are refused or read`() {
    var random = SystemRandomNumberGenerator()
    var refused = 0
    for round in 0..<400 {
      var bytes = Self.library
      let header = round.isMultiple(of: 2) ? 0..<64 : max(0, bytes.count - 64 * 40)..<bytes.count
      for _ in 0...Int.random(in: 0..<8, using: &random) {
        bytes[Int.random(in: header, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      if (try? ELFSymbols(bytes)) == nil { refused += 1 }
    }
    #expect(refused > 0)
  }

  @Test(arguments: [40, 58, 60], [UInt8(0xff), 0x7f, 0x80])
  func `offsets and counts at the limits are refused`(field: Int, byte: UInt8) {
    var bytes = Self.library
    for offset in field..<field + (field == 40 ? 8 : 2) { bytes[offset] = byte }
    #expect(throws: ELFError.self) { try ELFSymbols(bytes) }
  }

  @Test func `each number of each section's header may be the largest there is`() {
    let bytes = Self.library
    let start = (0..<8).reversed().reduce(0) { $0 << 8 | Int(bytes[40 + $1]) }
    let count = Int(bytes[60]) | Int(bytes[61]) << 8
    #expect(count > 10)
    for section in 0..<count {
      for (field, size) in [(4, 4), (24, 8), (32, 8), (40, 4), (56, 8)] {
        for byte in [UInt8(0xff), 0x7f] {
          var hostile = bytes
          for index in 0..<size { hostile[start + 64 * section + field + index] = byte }
          if let symbols = try? ELFSymbols(hostile) { #expect(symbols.undefined.count < 10_000) }
        }
      }
    }
  }

  @Test(arguments: [(4, UInt8(1)), (5, 2), (16, 2), (18, 3), (0, 0)])
  func `another class, byte order, kind or machine is refused`(offset: Int, value: UInt8) {
    var bytes = Self.library
    bytes[offset] = value
    #expect(throws: ELFError.self) { try ELFSymbols(bytes) }
  }
}
