// The symbols of a compiled file: what it takes from elsewhere, and what it offers. Reads ELF (System V ABI, 64 bits, little endian)
// from bytes that nobody vouches for: every offset is checked before it is used.

enum ELFError: Error, Equatable {
  case notELF
  /// Another class, byte order or machine than ours, or neither an object nor a library.
  case otherKind
  /// A table that does not lie within the file, or entries of another size.
  case badTable
  /// No table of symbols, without which nothing is known.
  case noSymbols
}

struct ELFSymbols: Equatable {
  /// Names of symbols that the file uses and does not define, in the order of its tables, each once.
  private(set) var undefined: [String] = []
  /// Names of symbols that the file defines and others may use.
  private(set) var exported: Set<String> = []

  private static let sectionHeaderSize = 64
  private static let symbolSize = 24
  private static let localBinding: UInt8 = 0
  private static let (symbolTable, stringTable, dynamicSymbolTable): (UInt32, UInt32, UInt32) = (2, 3, 11)
  private static let machines: Set<UInt16> = [62, 183]  // x86-64, AArch64
  private static let types: Set<UInt16> = [1, 3]  // a relocatable object, a shared library

  /// Reads the symbol tables of an object or a shared library. Linear in the size of the file.
  init(_ bytes: [UInt8]) throws(ELFError) {
    let file = LittleEndianBytes(bytes)
    guard bytes.starts(with: [0x7f, 0x45, 0x4c, 0x46]), bytes.count >= 64 else { throw .notELF }
    guard bytes[4] == 2, bytes[5] == 1, let type: UInt16 = file[16], Self.types.contains(type),
      let machine: UInt16 = file[18], Self.machines.contains(machine)
    else { throw .otherKind }
    let sections = try Self.sections(file)
    let tables = sections.filter { $0.type == Self.symbolTable || $0.type == Self.dynamicSymbolTable }
    guard !tables.isEmpty else { throw .noSymbols }
    var seen: Set<String> = []
    for table in tables {
      guard sections.indices.contains(table.link), sections[table.link].type == Self.stringTable else {
        throw .badTable
      }
      let names = bytes[sections[table.link].range]
      guard table.entrySize == Self.symbolSize, table.range.count % Self.symbolSize == 0 else { throw .badTable }
      for entry in stride(from: table.range.lowerBound, to: table.range.upperBound, by: Self.symbolSize) {
        guard let section: UInt16 = file[entry + 6], let offset: UInt32 = file[entry], offset != 0 else { continue }
        let isExported = section != 0 && bytes[entry + 4] >> 4 != Self.localBinding
        guard section == 0 || isExported else { continue }
        guard let name = Self.name(at: Int(offset), in: names) else { throw .badTable }
        if isExported {
          exported.insert(name)
        } else if seen.insert(name).inserted {
          undefined.append(name)
        }
      }
    }
  }

  private struct Section {
    var type: UInt32
    var range: Range<Int>
    var link: Int
    var entrySize: Int
  }

  private static func sections(_ file: LittleEndianBytes) throws(ELFError) -> [Section] {
    guard let start: UInt64 = file[40], let size: UInt16 = file[58], let count: UInt16 = file[60] else {
      throw .badTable
    }
    guard count > 0, start > 0 else { throw .noSymbols }
    guard size == sectionHeaderSize, let start = Int(exactly: start), start <= file.count,
      Int(count) * sectionHeaderSize <= file.count - start
    else { throw .badTable }
    var sections: [Section] = []
    for header in stride(from: start, to: start + Int(count) * sectionHeaderSize, by: sectionHeaderSize) {
      guard let type: UInt32 = file[header + 4], let offset: UInt64 = file[header + 24],
        let size: UInt64 = file[header + 32], let link: UInt32 = file[header + 40],
        let entrySize: UInt64 = file[header + 56]
      else { throw .badTable }
      // Other sections, such as memory that starts as zeros, need not lie in the file.
      var range = 0..<0
      if [symbolTable, stringTable, dynamicSymbolTable].contains(type) {
        guard let offset = Int(exactly: offset), let size = Int(exactly: size), offset <= file.count,
          size <= file.count - offset
        else { throw .badTable }
        range = offset..<offset + size
      }
      sections.append(Section(type: type, range: range, link: Int(link), entrySize: Int(clamping: entrySize)))
    }
    return sections
  }

  private static func name(at offset: Int, in names: ArraySlice<UInt8>) -> String? {
    guard offset < names.count else { return nil }
    let rest = names.dropFirst(offset)
    guard let end = rest.firstIndex(of: 0) else { return nil }
    return String(decoding: rest[..<end], as: UTF8.self)
  }
}

/// Numbers at offsets of a file; nil where the file does not hold them.
private struct LittleEndianBytes {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var count: Int { bytes.count }

  subscript<Number: FixedWidthInteger>(offset: Int) -> Number? {
    let size = MemoryLayout<Number>.size
    guard offset >= 0, offset <= bytes.count - size else { return nil }
    return (0..<size).reversed().reduce(0) { $0 << 8 | Number(bytes[offset + $1]) }
  }
}
