import Tensors
import Testing

/// Damaged and lying files: each is refused with what is wrong, and nothing is read out of bounds.
struct SafetensorsMistakeTests {
  private func problem(_ bytes: [UInt8]) throws -> SafetensorsProblem? {
    let folder = try TemporaryFolder()
    try folder.write(bytes, "a")
    do {
      let file = try SafetensorsFile(path: folder.file("a"))
      for entry in file.entries { _ = try? file.tensor(entry.name) }
      return nil
    } catch SafetensorsError.malformed(_, let problem) {
      return problem
    }
  }

  private func problem(_ header: String, dataBytes: Int = 0) throws -> SafetensorsProblem? {
    try problem(
      withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian) { Array($0) } + Array(header.utf8)
        + Array(repeating: 0, count: dataBytes))
  }

  private func tensor(_ shape: String, _ begin: Int, _ end: Int, type: String = "F32") -> String {
    "{\"dtype\":\"\(type)\",\"shape\":\(shape),\"data_offsets\":[\(begin),\(end)]}"
  }

  @Test("files that end before their header does")
  func short() throws {
    #expect(try problem([]) == .noHeader(fileBytes: 0))
    #expect(try problem([2, 0, 0, 0, 0, 0, 0]) == .noHeader(fileBytes: 7))
    #expect(try problem([2, 0, 0, 0, 0, 0, 0, 0]) == .headerBeyondFile(headerBytes: 2, fileBytes: 8))
    #expect(try problem([3, 0, 0, 0, 0, 0, 0, 0, 123, 125]) == .headerBeyondFile(headerBytes: 3, fileBytes: 10))
    #expect(
      try problem(Array(repeating: 255, count: 40)) == .headerTooLong(bytes: .max, limit: 100_000_000))
    #expect(try problem([0, 0, 0, 0, 0, 0, 0, 128]) == .headerTooLong(bytes: 1 << 63, limit: 100_000_000))
  }

  @Test(
    "headers that are no JSON of the format",
    arguments: [
      "", " {}", "[]", "{", "{\"a\":1}", "{\"a\":null}", "{\"a\":{}}", "{\"a\":\"b\"}", "{} {}", "{\u{0}}",
      "{\"a\":{\"dtype\":1,\"shape\":[],\"data_offsets\":[0,0]}}",
      "{\"a\":{\"dtype\":\"F32\",\"shape\":[1.5],\"data_offsets\":[0,4]}}",
      "{\"a\":{\"dtype\":\"F32\",\"shape\":[\"1\"],\"data_offsets\":[0,4]}}",
      "{\"a\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0]}}",
      "{\"a\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,2,4]}}",
      "{\"a\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,99999999999999999999]}}",
      "{\"__metadata__\":{\"a\":1}}", "{\"__metadata__\":[]}",
      String(repeating: "{\"a\":", count: 5000),
    ])
  func notJSON(_ header: String) throws {
    let problem = try problem(header, dataBytes: 4)
    guard case .notJSON = problem else {
      Issue.record("\(header.prefix(40)): \(String(describing: problem))")
      return
    }
  }

  @Test("a header that is not UTF-8, and one that would be read as UTF-16")
  func notUTF8() throws {
    #expect(
      try problem([4, 0, 0, 0, 0, 0, 0, 0, 123, 34, 255, 125]) == .notJSON(reason: "it is not UTF-8 text"))
    #expect(try problem([4, 0, 0, 0, 0, 0, 0, 0, 123, 0, 125, 0]) == .notJSON(reason: "it is not UTF-8 text"))
  }

  @Test(
    "two tensors of one name, however it is written",
    arguments: [
      ("a", "a"), ("a", "\\u0061"), ("\u{E9}", "e\u{301}"), ("\\\"", "\\u0022"),
    ])
  func repeated(_ first: String, _ second: String) throws {
    let problem = try problem(
      "{\"\(first)\":\(tensor("[1]", 0, 4)),\"\(second)\":\(tensor("[1]", 0, 4))}", dataBytes: 4)
    guard case .repeatedName = problem else {
      Issue.record("\(String(describing: problem))")
      return
    }
  }

  @Test(
    "shapes that lie",
    arguments: [
      ("[2]", "F32"), ("[1,1,2]", "F32"), ("[0]", "F32"), ("[1]", "F64"), ("[3]", "F16"), ("[]", "BF16"), ("[5]", "U8"),
    ])
  func lying(_ shape: String, _ type: String) throws {
    let problem = try problem("{\"a\":\(tensor(shape, 0, 4, type: type))}", dataBytes: 4)
    guard case .wrongSize(tensor: "a", _, elementType: type, _, foundBytes: 4) = problem else {
      Issue.record("\(String(describing: problem))")
      return
    }
  }

  @Test(
    "shapes that no tensor can have",
    arguments: [
      "[-1]", "[-1,-1]", "[9223372036854775807]", "[4294967296,4294967296]", "[0,4294967296,4294967296]",
      "[9223372036854775807,9223372036854775807]", "[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]",
    ])
  func impossible(_ shape: String) throws {
    let problem = try problem("{\"a\":\(tensor(shape, 0, 4))}", dataBytes: 4)
    guard case .impossibleShape(tensor: "a", _) = problem else {
      Issue.record("\(String(describing: problem))")
      return
    }
  }

  @Test("places outside the file, behind each other's backs, and bytes that belong to nobody")
  func places() throws {
    func file(_ tensors: String...) -> String {
      "{" + tensors.enumerated().map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
    }
    let one = tensor("[1]", 0, 4)
    #expect(
      try problem(file(tensor("[1]", 4, 0)), dataBytes: 4) == .impossibleRange(tensor: "0", begin: 4, end: 0))
    #expect(
      try problem(file(tensor("[1]", -4, 0)), dataBytes: 4) == .impossibleRange(tensor: "0", begin: -4, end: 0))
    #expect(
      try problem(file(tensor("[1]", .min, .max)), dataBytes: 4)
        == .impossibleRange(tensor: "0", begin: .min, end: .max))
    #expect(try problem(file(one, one), dataBytes: 4) == .overlap(tensor: "1", other: "0"))
    #expect(try problem(file(one, tensor("[2]", 2, 10)), dataBytes: 10) == .overlap(tensor: "1", other: "0"))
    #expect(try problem(file(one, tensor("[1]", 6, 10)), dataBytes: 10) == .gap(tensor: "1", bytes: 2))
    #expect(try problem(file(tensor("[1]", 1, 5)), dataBytes: 5) == .gap(tensor: "0", bytes: 1))
    #expect(try problem(file(one), dataBytes: 3) == .beyondFile(tensor: "0", end: 4, dataBytes: 3))
    #expect(try problem(file(one), dataBytes: 0) == .beyondFile(tensor: "0", end: 4, dataBytes: 0))
    #expect(try problem(file(one), dataBytes: 5) == .bytesLeftOver(bytes: 1))
    #expect(try problem("{}", dataBytes: 1) == .bytesLeftOver(bytes: 1))
    #expect(
      try problem(file(tensor("[1]", 0, .max, type: "F4")), dataBytes: 4)
        == .beyondFile(tensor: "0", end: .max, dataBytes: 4))
    // In any order, and with room for nothing between them: that is a sound file.
    #expect(try problem(file(tensor("[1]", 4, 8), one, tensor("[0]", 4, 4), tensor("[0]", 8, 8)), dataBytes: 8) == nil)
    #expect(try problem("{}      ") == nil)
  }

  @Test("a damaged header is refused or means something, whatever bytes of it change")
  func mutations() throws {
    let folder = try TemporaryFolder()
    let tensors = [("weight", Tensor.ones(2, 3)), ("bias", Tensor.ones(3)), ("none", Tensor.zeros(0))]
    try SafetensorsFile.write(tensors, to: folder.file("a"))
    let sound = try folder.bytes("a")
    let headerBytes = 8 + Int(sound[0]) + Int(sound[1]) << 8
    var random = SeededRandom(seed: 1)
    var refused = 0
    for _ in 0..<2000 {
      var bytes = sound
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 0..<headerBytes, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes[place] = Array("0123456789-[]{},:\"\\ eE.".utf8).randomElement(using: &random) ?? 0
        case 2: bytes.remove(at: place)
        default: bytes.insert(bytes[place], at: place)
        }
      }
      if try problem(bytes) != nil { refused += 1 }
    }
    #expect(refused > 1500)
  }
}
