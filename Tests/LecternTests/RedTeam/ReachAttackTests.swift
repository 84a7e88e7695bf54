// Submissions that look for, or reach for, what is outside the box.
import Foundation
import Testing

@Suite struct ReachAttackTests {
  let course: RedTeamCourse
  init() throws { course = try RedTeamCourse.shared.get() }

  @Test func `no file of the course, the user or the system can be read`() async throws {
    let paths = [
      "/etc/passwd", "/etc/shadow", "/root", "/home", "/var", "/srv", "/opt/secret", "/work", "/mnt", "/media",
      "/run/user", "/sys", course.root, "\(course.root)/Solutions",
      "\(course.root)/Solutions/01-first/softmax/Softmax.swift", "\(course.cache)/steps", "\(course.cache)/judging",
      "\(LecternProcess.root)/Package.swift", NSHomeDirectory(), "/usr/bin", "/usr/include", "/usr/share",
    ].filter { !(LecternProcess.root + "/").hasPrefix($0 + "/") }  // the library is there at its own path
    try await course.expectNothingGot("for path in \(paths) { got(path, access(path, F_OK) == 0) }")
  }

  @Test func `of the course there is only the folder that the exercise reads, and it cannot be written`() async throws {
    try await course.expectNothingGot(
      """
      got("\\(names("/course"))", Set(names("/course")) != ["BaseModel"])
      got("\\(names("/course/BaseModel"))", names("/course/BaseModel") != ["config.json"])
      for path in ["/course/BaseModel/config.json", "/course/BaseModel/new", "/course/new"] {
        got(path, open(path, O_WRONLY | O_CREAT, 0o600) >= 0)
      }
      """, HostileCode.files)
  }

  @Test func `the submission's folder holds no hidden probe while a visible one runs`() async throws {
    try await course.expectNothingGot(
      """
      got("\\(names("/submission"))", Set(names("/submission")) != ["libSubmission.so", "libVisibleProbes.so"])
      func search(_ folder: String, _ depth: Int) {
        for name in names(folder) {
          let path = "\\(folder)/\\(name)"
          got(path, String(decoding: contents(path), as: UTF8.self).contains("hidden" + "-name"))
          if depth > 0 { search(path, depth - 1) }
        }
      }
      search("/submission", 1)
      search("/box", 1)
      """, HostileCode.files)
  }

  /// Code that runs when the library is loaded, before any probe is asked, where the hidden probes are there to be read.
  @Test(arguments: [
    "print(library); fatalError(name)", "fputs(name, stderr); fflush(stderr); abort()",
    "let message = \"failed\\nundefined symbol: \\(name)\"; write(240, message, message.utf8.count); _exit(1)",
    "let message = \"failed\\n\\(name)\"; write(240, message, message.utf8.count); _exit(1)",
    "let message = \"unborn\\n\\(name)\"; write(240, message, message.utf8.count); while true {}",
    "let message = \"0 answer {\\\"thrown\\\":{\\\"_0\\\":\\\"\\(name)\\\"}}\\n\"; write(241, message, message.utf8.count); _exit(1)",
  ])
  func `what the hidden probes hold is not told by how loading them fails`(telling: String) async throws {
    let attack = try await course.attack(
      """
      \(RedTeamCourse.right)
      \(HostileCode.files)
      func tell() {
        let library = text("/submission/libHiddenProbes.so")
        guard library.contains("hidden-" + "name") else { return }
        let name = "hidden-" + "name"
        \(telling)
      }
      @section(".init_array") @used let atLoad: @convention(c) () -> Void = { tell() }
      func softmax(_ logits: [Float]) -> [Float] { right(logits) }
      """)
    try await course.expectNoHarm(attack)
    #expect(attack.status == 1, "the code did not run")
    #expect(attack.verdict?.message?.contains("hidden probe") == true, "\(attack.said)")
  }

  @Test func `no process shows its memory, environment or files`() async throws {
    try await course.expectNothingGot(
      """
      let own = "\\(getpid())"
      for process in names("/proc") where Int(process) != nil && process != own {
        // Bubblewrap itself is the first; what it started with is nobody's secret.
        let files = process == "1" ? ["environ"] : ["environ", "maps", "auxv", "stack", "syscall", "io", "pagemap"]
        for file in files + ["mem"] {
          got("/proc/\\(process)/\\(file)", !contents("/proc/\\(process)/\\(file)").isEmpty)
        }
        let links = process == "1" ? [] : ["root", "cwd", "exe"]
        for link in links + ["fd/0", "fd/3", "fd/240"] {
          got("/proc/\\(process)/\\(link)", open("/proc/\\(process)/\\(link)", O_RDONLY | O_NONBLOCK) >= 0)
        }
        for file in ["mem", "oom_score_adj", "clear_refs", "coredump_filter", "comm", "attr/current"] {
          let file = open("/proc/\\(process)/\\(file)", O_WRONLY)
          got("/proc/\\(process) for writing", file >= 0 && write(file, "0", 1) > 0)
        }
      }
      for link in ["root", "cwd", "root/..", "cwd/..", "cwd/../.."] {
        let found = names("/proc/1/\\(link)").sorted()
        got("/proc/1/\\(link)", found != names("/").sorted() && found != names("/box").sorted())
      }
      for process in 1..<20 where process != Int(getpid()) {
        got("ptrace \\(process)", call(101, 16, process) == 0 || call(101, 0x4206, process) == 0)
        var byte: UInt8 = 0
        withUnsafeMutablePointer(to: &byte) { byte in
          var part = iovec(iov_base: byte, iov_len: 1)
          withUnsafeMutablePointer(to: &part) { part in
            let address = Int(bitPattern: part)
            got("reading \\(process)", call(310, process, address, 1, address, 1) > 0)
            got("writing \\(process)", call(311, process, address, 1, address, 1) > 0)
          }
        }
        got("pidfd of \\(process)", call(434, process, 0) >= 0)
        got("limits of \\(process)", call(302, process, 0, 0, 0) == 0)
      }
      """, HostileCode.calls + HostileCode.files)
  }

  @Test func `nothing of the judge is in the environment, the mounts or the arguments`() async throws {
    let code = """
      for process in names("/proc") where Int(process) != nil {
        for file in ["environ", "cmdline"] { print(text("/proc/\\(process)/\\(file)")) }
      }
      for (name, value) in environment() { print(name, value) }
      print(text("/proc/self/mountinfo"))
      return []
      """
    let attack = try await course.attack(
      RedTeamCourse.source(
        inFirstProbe: code,
        HostileCode.files + """
          func environment() -> [(String, String)] {
            var found: [(String, String)] = []
            var at = environ
            while let entry = at.pointee { found.append(("", String(cString: entry))); at += 1 }
            return found
          }
          """), environment: ["RED_TEAM_TOKEN": "token-51b8"])
    try await course.expectNoHarm(attack)
    #expect(!attack.said.contains("token-51b8"))
    #expect(!attack.said.contains("Solutions"))
    #expect(!attack.said.contains("submissions/"), "the name of the submission's file, or of its student")
  }

  @Test func `there is no network and no socket`() async throws {
    try await course.expectNothingGot(
      """
      for family in 0..<46 { for kind in 1..<6 { got("socket \\(family) \\(kind)", call(41, family, kind, 0) >= 0) } }
      var ends: [Int32] = [0, 0]
      got("a pair of sockets", socketpair(1, 1, 0, &ends) == 0)
      """, HostileCode.calls)
  }

  @Test func `nothing outside the box's own folder can be written`() async throws {
    let name = "red-team-\(UUID().uuidString)"
    try await course.expectNothingGot(
      """
      for folder in [
        "/", "/usr", "/usr/lib", "/lib", "/etc", "/dev", "/dev/shm", "/dev/pts", "/proc", "/proc/self", "/submission",
        "/var/tmp", "/tmp", "/run", "\(LecternProcess.root)/.build/release", "\(course.root)", "\(course.cache)",
        "\(NSHomeDirectory())",
      ] { got(folder, canWrite("\\(folder)/\(name)")) }
      for file in names("/submission") + ["/usr/lib/os-release", "/etc/ld.so.cache"] {
        let path = file.hasPrefix("/") ? file : "/submission/" + file
        got(path, open(path, O_WRONLY) >= 0 || chmod(path, 0o777) == 0 || unlink(path) == 0)
      }
      got("a link out", symlink("/etc/passwd", "/box/link") == 0 && !contents("/box/link").isEmpty)
      got("a device", call(133, path("/box/disk"), 0o060600, 0x0800) == 0 && !contents("/box/disk").isEmpty)
      for setting in [
        "kernel/core_pattern", "kernel/hostname", "kernel/sysrq", "kernel/modprobe", "vm/drop_caches", "vm/overcommit_memory",
        "fs/file-max", "kernel/pid_max", "kernel/threads-max", "net/ipv4/ip_forward", "user/max_user_namespaces",
      ] { got(setting, open("/proc/sys/\\(setting)", O_WRONLY) >= 0) }
      for file in ["sysrq-trigger", "kcore", "kmsg", "mtrr", "scsi/scsi", "acpi/wakeup", "bus/pci", "irq/0/smp_affinity"] {
        got(file, open("/proc/\\(file)", O_WRONLY) >= 0)
      }
      got("/proc/kcore", !contents("/proc/kcore").isEmpty)
      got("/proc/kmsg", !contents("/proc/kmsg").isEmpty)
      got("a disk", names("/dev").contains { $0.hasPrefix("sd") || $0.hasPrefix("vd") || $0.hasPrefix("nvme") })
      got("memory", names("/dev").contains("mem") || names("/dev").contains("kvm"))
      got("/sys", canWrite("/sys/fs/cgroup/cgroup.procs"))
      """,
      HostileCode.calls + HostileCode.files
        + "func path(_ text: String) -> Int { Int(bitPattern: strdup(text)) }\n")
    for folder in ["/var/tmp", "/tmp", "/dev/shm", NSHomeDirectory(), course.root, course.cache] {
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/\(name)"))
    }
  }

  @Test func `no namespace, mount, key, trace or setting of the kernel is to be had`() async throws {
    try await course.expectNothingGot(
      """
      for flag in [0x10000000, 0x00020000, 0x20000000, 0x40000000, 0x08000000, 0x04000000, 0x02000000, 0x80] {
        got("unshare \\(flag)", call(272, flag) == 0)
        got("clone \\(flag)", call(56, flag | 17) >= 0)
      }
      let numbers = [
        101: "ptrace", 103: "syslog", 135: "personality", 155: "pivot_root", 161: "chroot", 163: "acct", 165: "mount",
        166: "umount", 167: "swapon", 169: "reboot", 170: "sethostname", 175: "init_module", 246: "kexec_load", 248: "add_key", 249: "request_key", 250: "keyctl", 272: "unshare", 298: "perf_event_open", 300: "fanotify_init", 304: "open_by_handle_at", 308: "setns",
        313: "finit_module", 319: "memfd_create", 321: "bpf", 323: "userfaultfd", 425: "io_uring_setup",
        428: "open_tree", 429: "move_mount", 430: "fsopen", 435: "clone3", 447: "memfd_secret",
      ]
      for (number, name) in numbers {
        got(name, call(number, name == "keyctl" ? 1 : 0, 0, 0, 0, 0) >= 0)
      }
      got("a user", setuid(0) == 0 || setgid(0) == 0)
      got("a higher priority", nice(-5) != -1)
      got("the clock", call(227, 0, 0) == 0)
      var more = rlimit(rlim_cur: 1 << 40, rlim_max: 1 << 40)
      withUnsafeMutablePointer(to: &more) { got("more memory", call(160, 9, Int(bitPattern: $0)) == 0) }
      """, HostileCode.calls)
  }

  @Test func `the loader finds no hidden probes`() async throws {
    try await course.expectNothingGot(
      """
      typealias Open = @convention(c) (UnsafePointer<CChar>, Int32) -> UnsafeRawPointer?
      let open = unsafeBitCast(address(of: "dlopen", in: "/libc.so.6")!, to: Open.self)
      got("the visible probes, opened again", open("/submission/libVisibleProbes.so", RTLD_NOW) == nil)
      got("the hidden probes", open("/submission/libHiddenProbes.so", RTLD_NOW) != nil)
      got("what is mapped", text("/proc/self/maps").contains("Hidden" + "Probes"))
      """, HostileCode.calls + HostileCode.files)
  }
}
