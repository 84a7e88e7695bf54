// Where the models are that were fetched for all courses of a user.

internal import Foundation

public enum InstalledModel {
  /// The folder of a model that `lectern model fetch` installs, whether it is there or not: `lectern/models/NAME` in
  /// the user's data folder (XDG Base Directory Specification).
  public static func folder(_ name: String) -> String {
    let environment = ProcessInfo.processInfo.environment
    let data =
      environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? (environment["HOME"] ?? NSHomeDirectory()) + "/.local/share"
    return "\(data)/lectern/models/\(name)"
  }

  /// Whether a checkpoint is there.
  public static func isThere(_ name: String) -> Bool {
    ["config.json", "model.safetensors"].allSatisfy(CheckpointFolder(folder(name)).contains)
  }
}
