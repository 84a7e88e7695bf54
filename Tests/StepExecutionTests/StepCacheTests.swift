import Foundation
import Testing

@testable import StepExecution

/// Compiled steps on a real disk.
struct StepCacheTests {
  /// A folder that goes away with the test.
  private final class Folder {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("step-cache-\(UUID())").path
    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  private struct Stop: Error {}

  private func fill(_ bytes: Int) -> (String) throws -> Void {
    { folder in try Data(repeating: 1, count: bytes).write(to: URL(fileURLWithPath: folder + "/lib.so")) }
  }

  @Test("what was added under a key is found under it, and under no other")
  func addAndFind() throws {
    let folder = Folder()
    let cache = try StepCache(folder: folder.path)
    let path = try cache.add("key", fill: fill(10))
    #expect(cache.entry(for: "key") == path)
    #expect(cache.entry(for: "another") == nil)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path + "/lib.so")).count == 10)
  }

  @Test("an entry whose making fails leaves nothing behind")
  func failedFill() throws {
    let folder = Folder()
    let cache = try StepCache(folder: folder.path)
    #expect(throws: Stop.self) { try cache.add("key") { _ in throw Stop() } }
    #expect(cache.entry(for: "key") == nil)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/steps").isEmpty)
  }

  @Test("an entry made by another lectern in the meantime is taken instead")
  func raced() throws {
    let folder = Folder()
    let cache = try StepCache(folder: folder.path)
    let other = try StepCache(folder: folder.path)
    let path = try cache.add("key") { making in
      _ = try other.add("key", fill: fill(20))
      try fill(10)(making)
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path + "/lib.so")).count == 20)
    #expect(cache.usage().entries == 1)
  }

  @Test("pruning removes what was used longest ago until the rest fits")
  func prune() throws {
    let folder = Folder()
    let cache = try StepCache(folder: folder.path, limit: 250_000)
    for (age, key) in ["old", "middle", "new"].enumerated() {
      let path = try cache.add(key, fill: fill(100_000))
      let times = [timeval(tv_sec: 1000 + age, tv_usec: 0), timeval(tv_sec: 1000 + age, tv_usec: 0)]
      #expect(utimes(path, times) == 0)
    }
    // Being found is being used.
    _ = cache.entry(for: "old")
    cache.prune()
    #expect(cache.entry(for: "old") != nil && cache.entry(for: "new") != nil)
    #expect(cache.entry(for: "middle") == nil)
  }

  @Test("nobody clears a cache that another lectern uses")
  func clearing() throws {
    let folder = Folder()
    let cache = try StepCache(folder: folder.path)
    _ = try cache.add("key", fill: fill(10))
    do {
      let other = try StepCache(folder: folder.path)
      #expect(other.usage().entries == 1)
      #expect(!cache.clear())
    }
    #expect(cache.clear())
    #expect(cache.usage() == StepCache.Usage(entries: 0, bytes: 0))
  }

  @Test("a folder that cannot be made is an error that names it and a way out")
  func unwritable() throws {
    #expect {
      _ = try StepCache(folder: "/dev/null/cache")
    } throws: { error in
      "\(error)".contains("/dev/null/cache") && "\(error)".contains("LECTERN_CACHE")
    }
  }

  @Test(arguments: [CocoaError.fileWriteOutOfSpace, .fileWriteVolumeReadOnly, .fileWriteNoPermission, .fileNoSuchFile])
  func `why a file was not written is said in the system's words`(_ code: CocoaError.Code) {
    let reason = StepCache.reason(CocoaError(code))
    #expect(!reason.hasSuffix(".") && !reason.contains("operation"), "\(reason)")
  }
}
