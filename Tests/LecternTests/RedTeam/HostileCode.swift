// Declarations that hostile submissions share.

enum HostileCode {
  /// The kernel without the C library in between. Numbers are those of x86-64; others get "no such call", or are refused.
  static let calls = """
    @_silgen_name("syscall") func systemCall(_ n: Int, _ a: Int, _ b: Int, _ c: Int, _ d: Int, _ e: Int) -> Int
    @_silgen_name("fork") func cFork() -> Int32
    func call(_ n: Int, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0, _ d: Int = 0, _ e: Int = 0) -> Int {
      systemCall(n, a, b, c, d, e)
    }

    """

  /// Reading and listing whatever there is, without an error.
  static let files = """
    func contents(_ path: String) -> [UInt8] {
      let file = open(path, O_RDONLY | O_NONBLOCK)
      guard file >= 0 else { return [] }
      defer { close(file) }
      var bytes = [UInt8](repeating: 0, count: 1 << 20)
      let count = read(file, &bytes, bytes.count)
      return Array(bytes.prefix(max(0, count)))
    }
    func text(_ path: String) -> String { String(decoding: contents(path), as: UTF8.self) }
    func names(_ path: String) -> [String] {
      guard let folder = opendir(path) else { return [] }
      defer { closedir(folder) }
      var names: [String] = []
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != "." && name != ".." { names.append(name) }
      }
      return names
    }
    func canWrite(_ path: String) -> Bool {
      let file = open(path, O_WRONLY | O_CREAT, 0o600)
      guard file >= 0 else { return false }
      close(file)
      return true
    }

    """
}
