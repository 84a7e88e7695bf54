// Some entries of a zip file in memory, through libarchive.
import CArchive
import DocumentReading

enum ZipEntries {
  /// Unpacked, all wanted entries together; a file that claims to hold more is made to do harm.
  private static let mostBytes = 64 << 20
  private static let mostEntries = 10_000

  /// - Returns: the wanted entries that are there, by name.
  static func read(_ bytes: [UInt8], wanted: Set<String>) throws(DocumentError) -> [String: [UInt8]] {
    guard let archive = archive_read_new() else { throw DocumentError(.damaged(reason: "out of memory")) }
    defer { archive_read_free(archive) }
    archive_read_support_format_zip(archive)
    let result = bytes.withUnsafeBytes { buffer -> Result<[String: [UInt8]], DocumentError> in
      do throws(DocumentError) {
        guard archive_read_open_memory(archive, buffer.baseAddress, buffer.count) == ARCHIVE_OK else {
          throw damaged(archive)
        }
        return .success(try entries(archive, wanted))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private static func entries(
    _ archive: OpaquePointer, _ wanted: Set<String>
  ) throws(DocumentError) -> [String: [UInt8]] {
    var entries: [String: [UInt8]] = [:]
    var room = mostBytes
    for _ in 0..<mostEntries {
      var entry: OpaquePointer?
      let result = archive_read_next_header(archive, &entry)
      if result == ARCHIVE_EOF { return entries }
      // A warning is about names in other alphabets or times; the entry is there.
      guard result == ARCHIVE_OK || result == ARCHIVE_WARN, let entry else { throw damaged(archive) }
      guard let name = archive_entry_pathname(entry).map({ String(cString: $0) }), wanted.contains(name) else {
        continue
      }
      guard archive_entry_is_encrypted(entry) == 0 else { throw DocumentError(.needsPassword) }
      let bytes = try contents(archive, room)
      room -= bytes.count
      entries[name] = bytes
      if entries.count == wanted.count { break }
    }
    return entries
  }

  private static func contents(_ archive: OpaquePointer, _ most: Int) throws(DocumentError) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = archive_read_data(archive, &buffer, buffer.count)
      if count == 0 { return bytes }
      guard count > 0 else { throw damaged(archive) }
      guard bytes.count + count <= most else { throw DocumentError(.tooMuchText(megabytes: mostBytes >> 20)) }
      bytes += buffer[..<count]
    }
  }

  private static func damaged(_ archive: OpaquePointer) -> DocumentError {
    let reason = archive_error_string(archive).map { String(cString: $0) } ?? "it ends too early"
    return DocumentError(.damaged(reason: "it is no whole zip file, as a .docx is (\(reason))"))
  }
}
