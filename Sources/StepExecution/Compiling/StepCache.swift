// Compiled steps on disk, found by what they were made from. Safe with several lectern at once; bounded in size.
import Foundation
import SystemTools

public struct StepCache: Sendable {
  public let folder: String
  /// Bytes; the oldest entries go when a run ends with more than this.
  public let limit: Int
  /// Held shared while this value lives: nobody clears what somebody may be loading.
  private let lock: Descriptor

  public static let defaultLimit = 512 << 20

  /// The cache in `LECTERN_CACHE`, else in the user's cache folder.
  public static func defaultFolder(environment: [String: String] = ProcessInfo.processInfo.environment) -> String {
    if let folder = environment["LECTERN_CACHE"], !folder.isEmpty { return folder }
    if let folder = environment["XDG_CACHE_HOME"], folder.hasPrefix("/") { return folder + "/lectern" }
    return (environment["HOME"] ?? NSHomeDirectory()) + "/.cache/lectern"
  }

  public init(folder: String = StepCache.defaultFolder(), limit: Int = StepCache.defaultLimit) throws {
    self.folder = folder
    self.limit = limit
    do {
      try FileManager.default.createDirectory(atPath: folder + "/steps", withIntermediateDirectories: true)
    } catch {
      // Foundation's sentence says less than the system's.
      let paths: [String] = [folder, folder + "/steps"]
      let failed = paths.first { mkdir($0, 0o755) != 0 && errno != EEXIST }
      let reason = failed == nil ? Self.reason(error) : String(cString: strerror(errno))
      throw EnvironmentError(.cannotWriteCache(folder: folder, reason: reason))
    }
    let descriptor = open(folder + "/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw EnvironmentError(.cannotWriteCache(folder: folder, reason: String(cString: strerror(errno))))
    }
    lock = Descriptor(descriptor)
    flock(descriptor, LOCK_SH)
  }

  /// Where the compiler keeps what it makes of C headers.
  package var moduleFolder: String { folder + "/modules" }

  /// The entry made from exactly this `key`, if there is one.
  package func entry(for key: String) -> String? {
    let path = entryPath(key)
    // The whole key is compared, so that two keys with one hash never share an entry.
    guard let stored = FileManager.default.contents(atPath: path + "/key"), stored == Data(key.utf8) else { return nil }
    utimes(path, nil)
    return path
  }

  /// Makes an entry: `fill` writes into a new folder, which then appears under its final name all at once.
  package func add(_ key: String, fill: (_ folder: String) throws -> Void) throws -> String {
    let path = entryPath(key)
    let making = "\(folder)/steps/making-\(getpid())-\(UInt64.random(in: 0 ... .max))"
    do {
      try FileManager.default.createDirectory(atPath: making, withIntermediateDirectories: true)
      try fill(making)
      try Data(key.utf8).write(to: URL(fileURLWithPath: making + "/key"))
    } catch {
      try? FileManager.default.removeItem(atPath: making)
      if error is CocoaError { throw EnvironmentError(.cannotWriteCache(folder: folder, reason: Self.reason(error))) }
      throw error
    }
    if rename(making, path) == 0 { return path }
    // Another lectern was faster, or an entry with the same hash and another key stands there: replace it.
    if let present = entry(for: key) {
      try? FileManager.default.removeItem(atPath: making)
      return present
    }
    try? FileManager.default.removeItem(atPath: path)
    guard rename(making, path) == 0 else {
      let reason = String(cString: strerror(errno))
      try? FileManager.default.removeItem(atPath: making)
      throw EnvironmentError(.cannotWriteCache(folder: folder, reason: reason))
    }
    return path
  }

  private func entryPath(_ key: String) -> String { "\(folder)/steps/\(StableHash.hexadecimal(of: key))" }

  /// Why the system did not write, in its words: Foundation's sentence says less.
  package static func reason(_ error: any Error) -> String {
    if let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError {
      return String(cString: strerror(Int32(underlying.code)))
    }
    switch (error as? CocoaError)?.code {
    case .fileWriteOutOfSpace: return String(cString: strerror(ENOSPC))
    case .fileWriteVolumeReadOnly: return String(cString: strerror(EROFS))
    case .fileWriteNoPermission: return String(cString: strerror(EACCES))
    case .fileNoSuchFile, .fileReadNoSuchFile: return String(cString: strerror(ENOENT))
    default: return (error as NSError).localizedDescription
    }
  }
}

// MARK: Size

extension StepCache {
  public struct Usage: Equatable, Sendable {
    public var entries: Int
    public var bytes: Int
  }

  public func usage() -> Usage {
    let entries = entriesBySize()
    return Usage(entries: entries.count, bytes: entries.reduce(0) { $0 + $1.bytes })
  }

  /// Removes the entries used longest ago until the cache is within its limit; nothing while another lectern runs.
  public func prune() {
    remove(keeping: limit)
  }

  /// Removes everything. False when another lectern is running, and nothing was removed.
  public func clear() -> Bool {
    remove(keeping: -1)
  }

  @discardableResult
  private func remove(keeping limit: Int) -> Bool {
    guard flock(lock.number, LOCK_EX | LOCK_NB) == 0 else {
      flock(lock.number, LOCK_SH)
      return false
    }
    defer { flock(lock.number, LOCK_SH) }
    var entries = entriesBySize().sorted { $0.used > $1.used }
    var bytes = entries.reduce(0) { $0 + $1.bytes }
    while bytes > limit, let oldest = entries.popLast() {
      try? FileManager.default.removeItem(atPath: oldest.path)
      bytes -= oldest.bytes
    }
    return true
  }

  private struct Entry {
    var path: String
    var bytes: Int
    var used: Int
  }

  private func entriesBySize() -> [Entry] {
    let steps = folder + "/steps"
    return ((try? FileManager.default.contentsOfDirectory(atPath: steps)) ?? []).map { name in
      let path = "\(steps)/\(name)"
      let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      var status = stat()
      let bytes = files.reduce(0) { stat("\(path)/\($1)", &status) == 0 ? $0 + Int(status.st_blocks) * 512 : $0 }
      return Entry(path: path, bytes: bytes, used: stat(path, &status) == 0 ? status.st_mtim.tv_sec : 0)
    }
  }
}

/// FNV-1a, 128 bits (Fowler, Noll, Vo): a file name for a key, the same on every machine. Not cryptographic.
enum StableHash {
  static func hexadecimal(of text: String) -> String {
    let prime = UInt128(1) << 88 | 0x13b
    var hash: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
    for byte in text.utf8 {
      hash ^= UInt128(byte)
      hash = hash &* prime
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 32 - digits.count) + digits
  }
}
