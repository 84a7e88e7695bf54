// The box that submissions are compiled and run in: bubblewrap, with no network, no home, nothing writable but a small
// folder in memory, and nothing of the machine but the toolchain, the library and what is named. Values only; processes
// are started by whoever holds one.
import Foundation
import StepExecution
import SystemTools

struct Box: Sendable {
  /// The only path that can be written, at most this many bytes. Nothing else is ever mounted below it, so that it can
  /// be emptied before each probe; the library may lie below `/tmp`.
  static let scratch = "/box"
  static let scratchBytes = 64 << 20
  /// Where the folders of the course are seen that an exercise reads.
  static let course = "/course"

  let launcher: String
  let toolchain: Toolchain
  let library: LibraryBuild
  /// Clang's modules as compiled before; the compiler takes them only at the path where they were made.
  let moduleCache: String

  /// - Throws: `EnvironmentError` if there is no bubblewrap.
  init(toolchain: Toolchain, library: LibraryBuild, moduleCache: String) throws {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    guard let launcher = Toolchain.executable("bwrap", on: path + ":/usr/bin:/bin") else {
      throw EnvironmentError(.noBox(reason: "there is no bubblewrap ('bwrap') on the PATH"))
    }
    self.launcher = launcher
    self.toolchain = toolchain
    self.library = library
    self.moduleCache = moduleCache
  }

  /// For the compiler: all of the toolchain, the system's headers, and a folder with the source.
  ///
  /// - Parameter source: a folder, seen as `/submission`.
  func compiling(_ source: String) -> BoxCommand {
    command(
      Self.readable(["/usr"]) + Self.readable([toolchain.folder, library.modules, moduleCache])
        + ["--ro-bind", source, "/submission"],
      environment: ["PATH": "/usr/bin:/bin", "HOME": Self.scratch, "TMPDIR": Self.scratch, "LANG": "C.UTF-8"])
  }

  /// For the step host: shared libraries, and a folder with the submission's.
  ///
  /// - Parameters:
  ///   - libraries: a folder, seen as `/submission`.
  ///   - folders: of the course, seen below `/course`, for reading only.
  ///   - limits: of each process of a probe.
  ///   - group: what counts all of them together.
  func running(
    _ libraries: String, reading folders: [String] = [], limits: BoxLimits, group: ControlGroup? = nil
  ) -> BoxCommand {
    var environment = StepHostProcess.ownEnvironment(toolchain: toolchain)
    environment["HOME"] = Self.scratch
    environment["TMPDIR"] = Self.scratch
    environment["LANG"] = "C.UTF-8"
    environment["LECTERN_LIMITS"] = limits.text
    environment["LECTERN_SCRATCH"] = Self.scratch
    return command(
      Self.readable(["/usr/lib", "/usr/lib64"])
        + Self.readable([toolchain.runtimeFolder, library.library, library.host])
        + ["--ro-bind", libraries, "/submission"]
        + folders.flatMap { ["--ro-bind", $0, "\(Self.course)/\(URL(fileURLWithPath: $0).lastPathComponent)"] },
      environment: environment, group: group)
  }

  /// Makes a box and looks around in it.
  ///
  /// - Returns: what it is made with.
  /// - Throws: `EnvironmentError` that says why it cannot be made.
  func trial() throws -> String {
    let marker = "boxed"
    let result = try ToolProcess.run(
      "/bin/sh", ["-c", "test ! -w / && test ! -e /etc/passwd && printf \(marker)"], supervisor: library.host,
      box: compiling("/usr/share"), seconds: 10, mostBytes: 100)
    guard String(decoding: result.bytes, as: UTF8.self) == marker else {
      let complaint = result.output.split(separator: "\n").first.map(String.init)
      throw EnvironmentError(.noBox(reason: complaint ?? "it ended with status \(result.status)"))
    }
    return launcher
  }

  private func command(
    _ mounts: [String], environment: [String: String], group: ControlGroup? = nil
  ) -> BoxCommand {
    var arguments = [
      "--unshare-user", "--unshare-all", "--disable-userns", "--uid", "65534", "--gid", "65534", "--hostname", "box",
      "--cap-drop", "ALL", "--new-session", "--die-with-parent", "--clearenv",
    ]
    for (name, value) in environment.sorted(by: { $0.key < $1.key }) { arguments += ["--setenv", name, value] }
    arguments += ["--proc", "/proc", "--dev", "/dev", "--size", "\(Self.scratchBytes)", "--tmpfs", Self.scratch]
    arguments += mounts + Self.systemFolders
    arguments += Self.readable(["/etc/ld.so.cache", "/etc/alternatives"])
    for file in Self.hiddenFiles where access(file, F_OK) == 0 { arguments += ["--ro-bind", "/dev/null", file] }
    // Where lectern runs as root, the kernel's settings below /proc/sys belong to the process in the box, too.
    for folder in ["/proc", "/dev", "/"] { arguments += ["--remount-ro", folder] }
    arguments += ["--chdir", Self.scratch]
    let enter = (group?.entrances ?? []).map { "echo $$ > '\($0)' && " }.joined()
    // When memory runs out, the kernel takes the box and not lectern. The shell's own variables name our folder.
    let script = "echo 1000 > /proc/self/oom_score_adj; cd /; \(enter)unset PWD OLDPWD; exec \"$@\""
    return BoxCommand(
      launcher: ["/bin/sh", "-c", script, "box", launcher, "--args", "3", "--"], arguments: arguments)
  }

  /// Of the kernel's memory and of all processes; only root can read them, and in the box that may be the submission.
  private static let hiddenFiles = [
    "kcore", "kmsg", "kpagecount", "kpageflags", "kpagecgroup", "slabinfo", "vmallocinfo", "timer_list", "keys",
    "key-users",
  ].map { "/proc/\($0)" }

  /// `/bin`, `/lib` and their like: links into `/usr` where the system is arranged so.
  private static let systemFolders: [String] = ["/bin", "/lib", "/lib64"].flatMap { path in
    guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path) else {
      return path == "/bin" ? [] : readable([path])
    }
    return ["--symlink", target, path]
  }

  private static func readable(_ paths: [String]) -> [String] {
    paths.flatMap { ["--ro-bind-try", $0, $0] }
  }
}

/// What a process in the box may use at most, laid on it by the kernel. The judge watches besides, over all processes.
struct BoxLimits: Equatable, Sendable {
  /// Seconds of processor time.
  var seconds: Double
  /// Bytes, of address space beyond what the library takes.
  var memory: Int
  var processes = 64

  /// The step host, the library and OpenBLAS's buffers reserve about this much without using it.
  private static let reserved = 4 << 30

  /// Of all processes of a box together: what the library itself needs comes on top.
  func makeControlGroup() -> ControlGroup? { .make(memory: memory + (512 << 20), processes: processes + 16) }

  var text: String {
    // Every thread's time counts.
    let processorSeconds = Int((seconds * 4).rounded(.up)) + 2
    return "cpu=\(processorSeconds) memory=\(memory + Self.reserved) file=\(Box.scratchBytes) core=0 "
      + "descriptors=256 processes=\(processes)"
  }
}
