// A finished run as a folder that others can use: the model in Hugging Face layout, and a card.
internal import DataPreparation
internal import Foundation
internal import Messages
internal import Models
internal import Tokenizers

/// What is exported of a run, and where to.
public struct RunExport: Sendable {
  public enum Kind: String, Sendable {
    /// The whole model, adapters merged into it.
    case merged
    /// The adapters alone, in PEFT's layout.
    case adapter
  }

  public let run: RecordedRun
  public let kind: Kind
  /// Whether the rows go along, so that the run can be made again from the folder alone.
  public let includesRows: Bool

  /// Throws ``ExportError`` if there is nothing of that kind to export.
  public init(_ run: RecordedRun, _ kind: Kind, includesRows: Bool = false) throws {
    guard run.isOver else {
      throw ExportError.notFinished(run: run.folder.path, standing: run.standing.rawValue)
    }
    let source = kind == .merged ? run.folder.model : run.folder.adapter
    guard FilePaths.isFolder(source) else {
      throw kind == .adapter
        ? ExportError.noAdapter(run: run.folder.path, method: run.configuration.tuning.method.rawValue)
        : ExportError.lacks(source)
    }
    (self.run, self.kind, self.includesRows) = (run, kind, includesRows)
  }

  /// Writes the folder, and reads the model in it again. Throws ``ExportError``, or why something cannot be read.
  ///
  /// - Returns: the files that it holds, by name.
  public func write(to folder: String) throws -> [String] {
    if let entry = RunFiles.names(in: folder).first { throw ExportError.notEmpty(folder: folder, entry: entry) }
    try RunFiles.makeFolder(folder)
    let source = kind == .merged ? run.folder.model : run.folder.adapter
    for name in RunFiles.names(in: source) { try copy("\(source)/\(name)", to: "\(folder)/\(name)") }
    if includesRows {
      try RunFiles.makeFolder("\(folder)/data")
      for path in [run.folder.trainingRows, run.folder.validationRows] where FilePaths.isThere(path) {
        try copy(path, to: "\(folder)/data/\(path.split(separator: "/").last ?? "")")
      }
    }
    try RunFiles.write(bytes: Array(configuration(in: folder).yaml().utf8), to: "\(folder)/config.yaml")
    let card = try ModelCard(run, isAdapter: kind == .adapter, contextLength: contextLength)
    try RunFiles.write(bytes: Array(card.markdown.utf8), to: "\(folder)/README.md")
    if kind == .merged {
      // What cannot be read here would not be read elsewhere.
      _ = try LoadedModel.load(from: folder)
      _ = try TokenizerFiles.load(folder)
    }
    return RunFiles.names(in: folder)
  }

  /// With its base as seen from there.
  private func configuration(in folder: String) -> RunConfiguration {
    var configuration = run.configuration
    if configuration.base.contains("/"), let base = RunFolder.modelFolder(configuration.base, from: run.folder.path) {
      configuration.base = FilePaths.path(base, seenFrom: folder)
    }
    return configuration
  }

  private var contextLength: Int? {
    guard case .gpt(let model) = try? LoadedModel.load(from: run.folder.model) else { return nil }
    return model.configuration.contextLength
  }

  private func copy(_ source: String, to target: String) throws {
    do { try FileManager.default.copyItem(atPath: source, toPath: target) } catch {
      throw ExportError.cannotCopy(source, reason: (error as NSError).localizedDescription)
    }
  }
}

/// Why a run is not exported.
public enum ExportError: Error, Equatable, Sendable, CustomStringConvertible {
  case notFinished(run: String, standing: String)
  case noAdapter(run: String, method: String)
  case lacks(String)
  case notEmpty(folder: String, entry: String)
  case cannotCopy(String, reason: String)

  public var description: String {
    switch self {
    case .notFinished(let run, let standing):
      "\(run.harmless) is not finished (\(standing)), so it has no best model yet; go on with it: lectern train "
        + "\(run.harmless)/config.yaml"
    case .noAdapter(let run, let method):
      "\(run.harmless) has no adapters: its tuning.method is \(method), not lora; --merge exports the whole model"
    case .lacks(let path): "\(path.harmless) is missing; the run's folder is not whole"
    case .notEmpty(let folder, let entry):
      "\(folder.harmless) holds other things, such as \(entry.quoted); name a new folder"
    case .cannotCopy(let path, let reason): "\(path.harmless) cannot be copied: \(reason)"
    }
  }
}
