// Declarations that hostile submissions share.

enum HostileCode {
  /// Functions that no submission may refer to, found at run time where a loaded library says that they are; among them
  /// the kernel's calls by their numbers. Numbers are those of x86-64; others get "no such call", or are refused.
  static let calls = """
    @_silgen_name("fork") func cFork() -> Int32
    func whole(_ path: String) -> [UInt8] {
      let file = open(path, O_RDONLY)
      defer { close(file) }
      var bytes: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while case let count = read(file, &buffer, buffer.count), count > 0 { bytes += buffer[..<count] }
      return bytes
    }
    func address(of symbol: String, in library: String) -> UnsafeRawPointer? {
      let maps = String(decoding: whole("/proc/self/maps"), as: UTF8.self).split(separator: "\\n")
      guard let line = maps.first(where: { $0.hasSuffix(library) }), let slash = line.firstIndex(of: "/"),
        let base = UInt(line.prefix { $0 != "-" }, radix: 16)
      else { return nil }
      let name = Array(symbol.utf8) + [0]
      return whole(String(line[slash...])).withUnsafeBytes { elf in
        func number<T: FixedWidthInteger>(_ at: Int, _: T.Type) -> Int { Int(elf.loadUnaligned(fromByteOffset: at, as: T.self)) }
        let sections = number(40, UInt64.self), count = number(60, UInt16.self)
        for section in (0..<count).map({ sections + 64 * $0 }) where number(section + 4, UInt32.self) == 11 {
          let start = number(section + 24, UInt64.self), size = number(section + 32, UInt64.self)
          let names = number(sections + 64 * number(section + 40, UInt32.self) + 24, UInt64.self)
          for entry in stride(from: start, to: start + size, by: 24) {
            let text = names + number(entry, UInt32.self), value = number(entry + 8, UInt64.self)
            guard value != 0, elf[text..<min(text + name.count, elf.count)].elementsEqual(name) else { continue }
            return UnsafeRawPointer(bitPattern: base + UInt(value))
          }
        }
        return nil
      }
    }
    typealias Call = @convention(c) (Int, Int, Int, Int, Int, Int) -> Int
    let systemCall = unsafeBitCast(address(of: "syscall", in: "/libc.so.6")!, to: Call.self)
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
