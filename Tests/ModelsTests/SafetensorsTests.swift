import Foundation
import Tensors
import Testing

/// Files of named tensors: what other writers write, what this one writes.
struct SafetensorsTests {
  private func reference() throws -> SafetensorsFile {
    try SafetensorsFile(path: Reference.folder("element-types") + "/types.safetensors")
  }

  @Test("half precision and bfloat16 are read without loss", arguments: ["half", "brain"])
  func halves(_ name: String) throws {
    let file = try reference()
    let (found, expected) = (try file.tensor(name), try file.tensor("\(name), as single"))
    #expect(found.scalars.map(\.bitPattern) == expected.scalars.map(\.bitPattern))
  }

  @Test("every bit pattern of half precision is the number it should be")
  func allHalves() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      header: "{\"x\":{\"dtype\":\"F16\",\"shape\":[65536],\"data_offsets\":[0,131072]}}",
      data: (0..<65_536).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    let values = try SafetensorsFile(path: folder.file("a")).tensor("x").scalars
    for bits in 0..<65_536 {
      let (sign, exponent, fraction) = (bits >> 15, bits >> 10 & 31, bits & 1023)
      let size: Double =
        switch exponent {
        case 0: Double(fraction) * 0x1p-24
        case 31: fraction == 0 ? .infinity : .nan
        default: (1 + Double(fraction) / 1024) * pow(2, Double(exponent - 15))
        }
      let expected = Float(sign == 1 ? -size : size)
      #expect(values[bits] == expected || (values[bits].isNaN && expected.isNaN), "\(bits)")
    }
  }

  @Test("a tensor of bytes is written as the format says, and read again")
  func bytes() throws {
    let folder = try TemporaryFolder()
    try SafetensorsFile.write(bytes: [0, 7, 255, 1, 2, 3], shape: [2, 3], named: "frames", to: folder.file("a"))
    let file = try SafetensorsFile(path: folder.file("a"))
    #expect(file["frames"]?.elementType == "U8" && file["frames"]?.shape == [2, 3])
    #expect(try file.bytes("frames") == [0, 7, 255, 1, 2, 3])
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.file("a"))).suffix(6) == Data([0, 7, 255, 1, 2, 3]))
    #expect(throws: SafetensorsError.self) { try file.bytes("other") }
    #expect(throws: SafetensorsError.self) { try file.tensor("frames") }
    #expect(throws: SafetensorsError.self) { try reference().bytes("half") }
  }

  @Test("single precision, integers, a number and nothing are read")
  func others() throws {
    let file = try reference()
    #expect(try file.tensor("single") == Tensor([[1.5, -2.25], [3e38, .leastNonzeroMagnitude]]))
    #expect(try file.integers("long") == [.min, .max, 0])
    #expect(try file.integers("int") == [-2_147_483_648, 2_147_483_647, 7])
    #expect(try file.tensor("a number") == Tensor(0.25))
    #expect(try file.tensor("nothing").shape == [3, 0])
    #expect(file["long"]?.shape == [1, 3] && file["byte"]?.elementType == "U8")
  }

  @Test("names and notes may have any characters")
  func names() throws {
    let file = try reference()
    #expect(try file.tensor("größe/キー \"quoted\" \\") == Tensor([1]))
    #expect(file.metadata == ["note": "ä \"b\""])
  }

  @Test("asking for what is not there, or not of that kind")
  func mistakes() throws {
    let file = try reference()
    #expect(throws: SafetensorsError.noTensor(file: file.path, tensor: "x", count: 11)) { try file.tensor("x") }
    for (name, found) in [("long", "I64"), ("byte", "U8")] {
      #expect(
        throws: SafetensorsError.elementType(file: file.path, tensor: name, expected: "F32, F16 or BF16", found: found)
      ) { try file.tensor(name) }
    }
    #expect(
      throws: SafetensorsError.elementType(file: file.path, tensor: "half", expected: "I64 or I32", found: "F16")
    ) { try file.integers("half") }
  }

  @Test("what is written is read again, bit for bit")
  func roundTrip() throws {
    let folder = try TemporaryFolder()
    var random = SeededRandom(seed: 1)
    let tensors = [
      ("b/ö \"", Tensor.randomNormal([3, 4, 5], using: &random)), ("a", Tensor(-.infinity)), ("c", Tensor.zeros(0, 7)),
      ("", Tensor([1, 2, 3])),
    ]
    try SafetensorsFile.write(tensors, metadata: ["key \\": "välue\n"], to: folder.file("a"))
    let file = try SafetensorsFile(path: folder.file("a"))
    #expect(file.entries.map(\.name) == ["", "a", "b/ö \"", "c"])
    for (name, tensor) in tensors { #expect(try file.tensor(name) == tensor) }
    #expect(file.metadata == ["key \\": "välue\n"])
    // The data begins at a multiple of 8, as the format's own writer has it.
    #expect(try folder.bytes("a").count % 8 == 0 || file.entries.last?.bytes.upperBound == 4 * 64)
  }

  @Test("written in half precision, each number is the nearest of its neighbours there")
  func roundedToHalves() throws {
    let folder = try TemporaryFolder()
    // Between two neighbours: 1 and 1 + 2⁻¹⁰, the largest and infinity, the smallest and 0; two ties, to the even one.
    let numbers: [(Float, Float)] = [
      (1 + 0x1p-12, 1), (1 + 0x1.8p-11, 1 + 0x1p-10), (65519, 65504), (-65520, -.infinity), (0x1.8p-25, 0x1p-24),
      (0x1p-25, 0), (1 + 0x1p-11, 1), (1 + 0x3p-11, 1 + 0x1p-9), (0x1.FFFp-15, 0x1p-14), (-0.1, -0.0999755859375),
    ]
    try SafetensorsFile.write([("x", Tensor(numbers.map(\.0)))], as: .half, to: folder.file("a"))
    let file = try SafetensorsFile(path: folder.file("a"))
    #expect(file["x"]?.elementType == "F16" && file["x"]?.bytes.count == 2 * numbers.count)
    #expect(try file.tensor("x").scalars == numbers.map(\.1))
    // What is a number of 16 bits already stays what it is.
    var random = SeededRandom(seed: 1)
    try SafetensorsFile.write([("x", .randomNormal([1000], using: &random))], as: .half, to: folder.file("b"))
    let once = try SafetensorsFile(path: folder.file("b")).tensor("x")
    try SafetensorsFile.write([("x", once)], as: .half, to: folder.file("c"))
    #expect(try SafetensorsFile(path: folder.file("c")).tensor("x") == once)
    #expect(once.scalars.count { $0 != 0 } > 990)
  }

  @Test("the same content is the same bytes, in whatever order it is given; no notes, no key for them")
  func sameBytes() throws {
    let folder = try TemporaryFolder()
    let tensors = (0..<20).map { ("tensor \($0)", Tensor.full([$0], Float($0))) }
    let notes = Dictionary(uniqueKeysWithValues: (0..<20).map { ("note \($0)", "text \($0)") })
    try SafetensorsFile.write(tensors, metadata: notes, to: folder.file("a"))
    try SafetensorsFile.write(tensors.reversed(), metadata: notes, to: folder.file("b"))
    #expect(try folder.bytes("a") == folder.bytes("b"))
    try SafetensorsFile.write([("x", Tensor([1]))], metadata: [:], to: folder.file("c"))
    let json = "{\"x\":{\"data_offsets\":[0,4],\"dtype\":\"F32\",\"shape\":[1]}}"
    let padding = String(repeating: " ", count: (8 - json.count % 8) % 8)
    #expect(
      try folder.bytes("c")
        == [UInt8(json.count + padding.count), 0, 0, 0, 0, 0, 0, 0] + Array((json + padding).utf8) + [0, 0, 128, 63])
  }

  @Test("a file that cannot be written leaves the old one, and nothing beside it")
  func atomic() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", "a")
    #expect(throws: SafetensorsError.repeatedName(file: folder.file("a"), tensor: "x")) {
      try SafetensorsFile.write([("x", Tensor([1])), ("x", Tensor([2]))], to: folder.file("a"))
    }
    #expect(throws: SafetensorsError.reservedName(file: folder.file("a"), tensor: "__metadata__")) {
      try SafetensorsFile.write([("__metadata__", Tensor([1]))], to: folder.file("a"))
    }
    #expect(throws: SafetensorsError.cannotWrite(file: folder.file("none/a"), reason: "No such file or directory")) {
      try SafetensorsFile.write([("x", Tensor([1]))], to: folder.file("none/a"))
    }
    // A folder cannot be replaced by a file; by then the tensors are written under another name.
    try FileManager.default.createDirectory(atPath: folder.file("folder"), withIntermediateDirectories: false)
    #expect(throws: SafetensorsError.self) {
      try SafetensorsFile.write([("x", Tensor([1]))], to: folder.file("folder"))
    }
    #expect(try folder.names == ["a", "folder"])
    #expect(try folder.bytes("a") == Array("old".utf8))
  }

  @Test("a file is replaced as a whole, also while it is open")
  func replacing() throws {
    let folder = try TemporaryFolder()
    try SafetensorsFile.write([("x", Tensor([1]))], to: folder.file("a"))
    let open = try SafetensorsFile(path: folder.file("a"))
    try SafetensorsFile.write([("y", Tensor([2, 3]))], to: folder.file("a"))
    #expect(try open.tensor("x") == Tensor([1]))
    #expect(try SafetensorsFile(path: folder.file("a")).tensor("y") == Tensor([2, 3]))
    #expect(try folder.names == ["a"])
  }

  @Test("a folder, a pipe and a file that is not there cannot be read")
  func notFiles() throws {
    let folder = try TemporaryFolder()
    #expect(throws: SafetensorsError.cannotRead(file: folder.path, reason: "it is not a file")) {
      try SafetensorsFile(path: folder.path)
    }
    #expect(throws: SafetensorsError.cannotRead(file: folder.file("a"), reason: "No such file or directory")) {
      try SafetensorsFile(path: folder.file("a"))
    }
    try #require(mkfifo(folder.file("pipe"), 0o600) == 0)
    #expect(throws: SafetensorsError.cannotRead(file: folder.file("pipe"), reason: "it is not a file")) {
      try SafetensorsFile(path: folder.file("pipe"))
    }
  }

  @Test("a file cut off while it is open is an error, not old memory")
  func shrinking() throws {
    let folder = try TemporaryFolder()
    try SafetensorsFile.write([("x", Tensor.ones(100))], to: folder.file("a"))
    let open = try SafetensorsFile(path: folder.file("a"))
    try #require(truncate(folder.file("a"), 200) == 0)
    #expect(
      throws: SafetensorsError.cannotRead(file: folder.file("a"), reason: "it became shorter while it was read")
    ) { try open.tensor("x") }
  }
}

extension TemporaryFolder {
  /// Writes the file "a" with this header in front of the data.
  func write(header: String, data: [UInt8]) throws {
    let length = withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian) { Array($0) }
    try write(length + Array(header.utf8) + data, "a")
  }
}
