// Zip files, written through the library that reads them.
import CArchive
import Foundation
import Testing

enum ZipFile {
  /// - Parameter password: encrypts the entries.
  static func bytes(_ entries: [(name: String, contents: [UInt8])], password: String? = nil) throws -> [UInt8] {
    let archive = try #require(archive_write_new())
    defer { archive_write_free(archive) }
    try #require(archive_write_set_format_zip(archive) == ARCHIVE_OK)
    if let password {
      try #require(archive_write_set_options(archive, "zip:encryption=zipcrypt") == ARCHIVE_OK)
      try #require(archive_write_set_passphrase(archive, password) == ARCHIVE_OK)
    }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    var used = 0
    // The buffer must stay where it is until the archive is closed.
    try bytes.withUnsafeMutableBytes { buffer in
      try #require(archive_write_open_memory(archive, buffer.baseAddress, buffer.count, &used) == ARCHIVE_OK)
      for (name, contents) in entries {
        let entry = archive_entry_new()
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname_utf8(entry, name)
        archive_entry_set_filetype(entry, 0o100000)
        archive_entry_set_perm(entry, 0o644)
        archive_entry_set_size(entry, Int64(contents.count))
        try #require(archive_write_header(archive, entry) == ARCHIVE_OK)
        try #require(archive_write_data(archive, contents, contents.count) == contents.count)
      }
      try #require(archive_write_close(archive) == ARCHIVE_OK)
    }
    return Array(bytes.prefix(used))
  }
}
