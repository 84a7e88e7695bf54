// A model on disk, as commands name it: a folder, an installed model's name, or the folder of a finished run.
import ArgumentParser
import Experiments
import Foundation
import LessonDocuments
import Models
import TextModels
import Tokenizers

struct ModelArgument: ParsableArguments {
  @Argument(
    help: ArgumentHelp("A folder with config.json and model.safetensors, or an installed model.", valueName: "dir"))
  var model: String

  func folder() throws -> ModelFolder { try ModelFolder.find(model) }
}

struct ModelFolder {
  let path: String
  /// How reports call it: the folder's name, of a run that of the run.
  let name: String

  init(path: String, name: String? = nil) {
    self.path = path
    self.name = name ?? URL(fileURLWithPath: path).lastPathComponent
  }

  /// A folder that is there goes before an installed model of that name. Of a run's folder it is the model of the run.
  static func find(_ name: String) throws -> ModelFolder {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: name, isDirectory: &isFolder) {
      guard isFolder.boolValue else {
        throw UsageFailure("\(name) is a file; name the folder that holds config.json and model.safetensors")
      }
      return try ofRun(RunFolder(name)) ?? ModelFolder(path: name)
    }
    guard let known = InstallableModel.named(name) else {
      throw UsageFailure(
        "there is no folder \(name.isEmpty ? name.quoted : name), and no model is installed by that name")
    }
    guard InstalledModel.isThere(name) else {
      throw UsageFailure(
        "\(known.title) is not installed. Install it (\(known.downloadSize)) with: lectern model fetch \(name)")
    }
    return ModelFolder(path: InstalledModel.folder(name), name: name)
  }

  /// The model that a run has made; nil if the folder is none of a run.
  private static func ofRun(_ run: RunFolder) throws -> ModelFolder? {
    let files = FileManager.default
    guard files.fileExists(atPath: run.configuration), files.fileExists(atPath: run.state) else { return nil }
    guard files.fileExists(atPath: "\(run.model)/config.json") else {
      throw UsageFailure(
        "\(run.path) is a run that has made no model yet; go on with it: lectern train \(run.configuration)")
    }
    return ModelFolder(path: run.model, name: URL(fileURLWithPath: run.path).lastPathComponent)
  }

  /// The GPT with its tokenizer, by the name of the folder or run. Throws ``TextModelError`` and what reading throws.
  func textModel() throws -> TextModel {
    var model = try TextModel.load(from: path)
    model.name = name
    return model
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
