// A folder of the judge's for one submission: gone when nobody holds it, and swept up later if the judge was killed.
import Foundation
import StepExecution
import SystemTools

final class JudgeFolder: Sendable {
  let path: String

  /// - Parameter cache: the folder is made inside the cache, so that libraries can be linked into it without a copy.
  init(in cache: StepCache) throws {
    path = "\(cache.folder)/judging/\(getpid())-\(UInt64.random(in: 0 ... .max))"
    try Self.makeFolder(path)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  static func makeFolder(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw EnvironmentError(.cannotWriteCache(folder: path, reason: StepCache.reason(error)))
    }
  }

  static func write(_ bytes: [UInt8], to path: String) throws {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path))
    } catch {
      throw EnvironmentError(.cannotWriteCache(folder: path, reason: StepCache.reason(error)))
    }
  }

  /// Another name for a file, or a copy where that cannot be.
  static func link(_ file: String, to path: String) throws {
    unlink(path)
    if Foundation.link(file, path) == 0 { return }
    do {
      try FileManager.default.copyItem(atPath: file, toPath: path)
    } catch {
      throw EnvironmentError(.cannotWriteCache(folder: path, reason: StepCache.reason(error)))
    }
  }

  /// Removes what judges left that are no more.
  static func sweep(_ cache: StepCache) {
    let folder = cache.folder + "/judging"
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
      guard let pid = name.split(separator: "-").first.flatMap({ pid_t($0) }), kill(pid, 0) != 0, errno == ESRCH
      else { continue }
      try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
    }
  }
}
