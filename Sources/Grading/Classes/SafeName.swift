// A file name of ours for a name that is not ours: a student's may hold anything.
import Hashing
import StepExecution

enum SafeName {
  private static let longest = 64

  /// The name itself if it is plain (letters and digits of ASCII, `-`, `_` and `.`, no `.` at the beginning, not long);
  /// otherwise what of it is plain, `~`, and the beginning of its hash. The same name always gives the same file name,
  /// and no two names the same.
  static func of(_ name: String) -> String {
    let plain = name.unicodeScalars.map { isPlain($0) ? Character($0) : "-" }
    if !name.isEmpty, !name.hasPrefix("."), name.utf8.count <= longest, name.unicodeScalars.allSatisfy(isPlain) {
      return name
    }
    let kept = String(plain.drop { $0 == "." || $0 == "-" }.prefix(longest / 2))
    return kept + "~" + SHA256.hexadecimal(of: Array(name.utf8)).prefix(16)
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".": true
    default: false
    }
  }
}
