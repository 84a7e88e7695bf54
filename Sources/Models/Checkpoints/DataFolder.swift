// Where Lectern keeps what belongs to a user and not to a course.

internal import Foundation

public enum DataFolder {
  /// `LECTERN_DATA`, else `lectern` in the user's data folder (XDG Base Directory Specification), whether it is there or
  /// not.
  public static var path: String {
    let environment = ProcessInfo.processInfo.environment
    if let folder = environment["LECTERN_DATA"], folder.hasPrefix("/") { return folder }
    let data =
      environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? (environment["HOME"] ?? NSHomeDirectory()) + "/.local/share"
    return "\(data)/lectern"
  }
}
