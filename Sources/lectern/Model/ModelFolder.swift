// A model on disk, as commands name it: a folder, or an installed model's name.
import ArgumentParser
import Foundation
import LessonDocuments
import Models
import Tokenizers

struct ModelArgument: ParsableArguments {
  @Argument(
    help: ArgumentHelp("A folder with config.json and model.safetensors, or an installed model.", valueName: "dir"))
  var model: String

  func folder() throws -> ModelFolder { try ModelFolder.find(model) }
}

struct ModelFolder {
  let path: String

  /// A folder that is there goes before an installed model of that name.
  static func find(_ name: String) throws -> ModelFolder {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: name, isDirectory: &isFolder) {
      guard isFolder.boolValue else {
        throw UsageFailure("\(name) is a file; name the folder that holds config.json and model.safetensors")
      }
      return ModelFolder(path: name)
    }
    guard let known = InstallableModel.named(name) else {
      throw UsageFailure(
        "there is no folder \(name.isEmpty ? name.quoted : name), and no model is installed by that name")
    }
    guard InstalledModel.isThere(name) else {
      throw UsageFailure(
        "\(known.title) is not installed. Install it (\(known.downloadSize)) with: lectern model fetch \(name)")
    }
    return ModelFolder(path: InstalledModel.folder(name))
  }

  func type() throws -> String { try LoadedModel.modelType(of: path) }

  func load() throws -> LoadedModel { try LoadedModel.load(from: path) }

  func tokenizer() throws -> any Tokenizer { try TokenizerFiles.load(path) }

  /// Nil if the folder holds none; one that cannot be read is an error all the same.
  func tokenizerIfThere() throws -> (any Tokenizer)? {
    do { return try tokenizer() } catch TokenizerError.noTokenizer { return nil }
  }

  func file(_ name: String) -> String { "\(path)/\(name)" }
}
