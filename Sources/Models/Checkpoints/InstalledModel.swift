// Where the models are that were fetched for all courses of a user.

public enum InstalledModel {
  /// The folder of a model that `lectern model fetch` installs, whether it is there or not.
  public static func folder(_ name: String) -> String { "\(DataFolder.path)/models/\(name)" }

  /// Whether a checkpoint is there.
  public static func isThere(_ name: String) -> Bool {
    ["config.json", "model.safetensors"].allSatisfy(CheckpointFolder(folder(name)).contains)
  }
}
