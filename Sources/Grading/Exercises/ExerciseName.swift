// What an exercise may be called: on the command line, in file names of a class, and in `TODO(…)`.

enum ExerciseName {
  static let form = "lower-case letters, digits and dashes, at most 60, beginning with a letter"

  static func isID(_ text: String) -> Bool {
    let characters = Array(text.utf8)
    guard (1...60).contains(characters.count), text.first?.isLowercaseASCII == true else { return false }
    return text.allSatisfy { $0.isLowercaseASCII || ($0.isASCII && $0.isNumber) || $0 == "-" }
  }
}

extension Character {
  fileprivate var isLowercaseASCII: Bool { isASCII && isLowercase }
}
