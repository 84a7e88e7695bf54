// The real binary in a real terminal, typed at and looked at: a window of tmux, of any size, in colour or without.
import Foundation
import Testing

/// One window. It is closed when this value goes.
final class TerminalWindow: Sendable {
  enum Colors: String {
    case sixteen = "screen"
    case twoHundredFiftySix = "screen-256color"
  }

  private let socket = "lectern-test-\(UUID().uuidString)"
  private let folder: String

  /// - Parameters:
  ///   - arguments: of `lectern`
  ///   - folder: where it starts
  ///   - environment: beside that of the tests; progress and presentations go to a folder of their own if it does not
  ///     name one.
  init(
    _ arguments: [String], in folder: String = LecternProcess.root, columns: Int = 80, rows: Int = 24,
    colors: Colors = .twoHundredFiftySix, environment: [String: String] = [:]
  ) throws {
    self.folder = FileManager.default.temporaryDirectory.appendingPathComponent(socket).path
    try FileManager.default.createDirectory(atPath: self.folder, withIntermediateDirectories: true)
    var variables = ["LECTERN_DATA": self.folder + "/data", "TERM": colors.rawValue, "LANG": "C.UTF-8"]
    variables.merge(environment) { $1 }
    let assignments = variables.map { "\($0)=\(Self.quoted($1))" }.sorted().joined(separator: " ")
    let command = ([LecternProcess.binary] + arguments).map(Self.quoted).joined(separator: " ")
    try tmux(
      [
        "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "-c", folder,
        "env -u NO_COLOR -u COLORTERM -u COLUMNS \(assignments) \(command); echo \"[ended with $?]\"; cat > /dev/null",
      ])
    try tmux(["set-option", "-g", "status", "off"])
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  deinit {
    // By its socket and not by a number, which may be somebody else's once the window was closed.
    _ = try? tmux(["kill-server"])
    try? FileManager.default.removeItem(atPath: folder)
  }

  // MARK: Keys

  /// Types text as it is.
  func type(_ text: String) throws { try tmux(["send-keys", "-l", "--", text]) }

  /// Presses keys by their tmux names: `Enter`, `Up`, `Escape`, `C-c`, `PageDown`.
  func press(_ keys: String...) throws { try tmux(["send-keys"] + keys) }

  func resize(columns: Int, rows: Int) throws { try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"]) }

  /// Closes the window under the program's feet, as a lost connection does.
  func close() throws { try tmux(["kill-server"]) }

  // MARK: Looking

  /// What the window shows now, without the empty rows at its end.
  func screen(withColors: Bool = false) throws -> String {
    Self.trimmed(try tmux(["capture-pane", "-p"] + (withColors ? ["-e"] : [])))
  }

  /// All that scrolled by, and what the window shows now.
  func history() throws -> String { Self.trimmed(try tmux(["capture-pane", "-p", "-J", "-S", "-"])) }

  /// Waits until the window shows a text, for some 90 seconds at most.
  func sees(_ text: String) async throws -> Bool {
    for _ in 0..<900 {
      if try screen().contains(text) { return true }
      try await Task.sleep(for: .milliseconds(100))
    }
    return false
  }

  /// Waits until the text is gone, for some 90 seconds at most.
  func seesNoLonger(_ text: String) async throws -> Bool {
    for _ in 0..<900 {
      if try !screen().contains(text) { return true }
      try await Task.sleep(for: .milliseconds(100))
    }
    return false
  }

  /// The window once it has not changed for a while.
  func settled(withColors: Bool = false) async throws -> String {
    var last = try screen(withColors: withColors)
    var quiet = 0
    while quiet < 5 {
      try await Task.sleep(for: .milliseconds(60))
      let now = try screen(withColors: withColors)
      quiet = now == last ? quiet + 1 : 0
      last = now
    }
    return last
  }

  /// The exit status, once the program has ended.
  func status() async throws -> Int32? {
    guard try await sees("[ended with ") else { return nil }
    let rest = try screen().components(separatedBy: "[ended with ").last ?? ""
    return Int32(rest.prefix { $0.isNumber })
  }

  // MARK: tmux

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    // Foundation takes a process for ended when a descriptor that it inherits is closed, and a server, which the first
    // command starts, would keep them.
    let closing = "for f in /proc/$$/fd/*; do n=${f##*/}; [ $n -gt 2 ] && eval \"exec $n>&-\"; done 2> /dev/null"
    let command =
      arguments.contains("new-session") ? ["bash", "-c", closing + "; exec tmux \"$@\"", "bash"] : ["tmux"]
    process.arguments = command + ["-u", "-L", socket] + arguments
    var variables = ProcessInfo.processInfo.environment
    variables["TMUX"] = nil
    variables["LANG"] = "C.UTF-8"
    process.environment = variables
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    // Threads of the tests block signals, and whoever is started inherits that: kill-server is one to tmux itself.
    var none = sigset_t()
    var before = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  private static func quoted(_ text: String) -> String { "'" + text.replacingOccurrences(of: "'", with: "'\\''") + "'" }

  private static func trimmed(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// Screens compared with the files in `Screens`. LECTERN_RECORD_SNAPSHOTS=1 rewrites them, and makes the run fail.
enum ScreenSnapshots {
  private static let isRecording = ProcessInfo.processInfo.environment["LECTERN_RECORD_SNAPSHOTS"] == "1"
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Screens")

  /// - Parameter changing: regular expressions whose matches are shown as `…`: times, rates.
  static func expect(
    _ screen: String, named name: String, changing: [String] = [], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    var text = screen.replacingOccurrences(of: "\u{1b}", with: "␛")
    for pattern in changing { text = text.replacing(try Regex(pattern), with: "…") }
    let file = folder.appendingPathComponent(name)
    if isRecording {
      try Data(text.utf8).write(to: file, options: .atomic)
      Issue.record(
        "recorded \(name); look at it, then run without LECTERN_RECORD_SNAPSHOTS", sourceLocation: sourceLocation)
      return
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(text == expected, "the screen \(name) has changed", sourceLocation: sourceLocation)
  }
}
