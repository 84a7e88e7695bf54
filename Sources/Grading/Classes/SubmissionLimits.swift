// How much of a submission is read. Far more than honest work needs, far less than harms the machine.

struct SubmissionLimits: Sendable {
  /// Files and folders.
  var entries = 10_000
  /// Folders in each other.
  var depth = 32
  /// Bytes of the path of an entry.
  var pathBytes = 1024
  /// Bytes of a file that is judged.
  var fileBytes = 1 << 20
  /// Bytes of any entry of an archive, unpacked.
  var entryBytes = 64 << 20
  /// Bytes of an archive, unpacked.
  var totalBytes = 256 << 20
  /// Unpacked bytes for each byte of an archive, counted once `ratioFloor` bytes are unpacked.
  var ratio = 200
  var ratioFloor = 8 << 20

  static let standard = SubmissionLimits()
}
