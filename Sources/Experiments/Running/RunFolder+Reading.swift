// What a run's folder says: for those who list, compare and go on with runs.
internal import DataPreparation
internal import Foundation
internal import Messages
internal import Models

extension RunFolder {
  /// Whether a run was ever begun here.
  public var isRun: Bool { FilePaths.isThere(configuration) && FilePaths.isThere(state) }

  /// How the run stands. A run that says `running` and is not ``isLocked`` was killed. Throws ``RunFolderError``.
  public func readState() throws -> RunState { try decode(RunState.self, from: state) }

  /// As it was learnt: data and base as seen from the folder. Throws ``SettingsError`` or ``RowError``.
  public func readConfiguration() throws -> RunConfiguration {
    try ConfigurationFile(configuration).configuration
  }

  /// Throws ``RowError``.
  public func readLog() throws -> [RunLogLine] { try RunLog.read(log) }

  /// Throws ``RunFolderError`` or ``RowError``.
  public func readSamples() throws -> [RunSample] { try lines(of: samples) }

  func lines<Line: Decodable>(of path: String) throws -> [Line] {
    guard FilePaths.isThere(path) else { return [] }
    let decoder = JSONDecoder()
    return try DataFile.read(path).split(separator: UInt8(ascii: "\n")).map { line in
      do { return try decoder.decode(Line.self, from: Data(line)) } catch {
        throw RunFolderError.damaged(path)
      }
    }
  }

  private func decode<Value: Decodable>(_ type: Value.Type, from path: String) throws -> Value {
    guard FilePaths.isThere(path) else { throw RunFolderError.notARun(self.path) }
    let bytes = try DataFile.read(path)
    do { return try JSONDecoder().decode(type, from: Data(bytes)) } catch { throw RunFolderError.damaged(path) }
  }

  /// The folder of the model that a name stands for: a checkpoint's folder, a finished run's, or an installed model.
  /// Nil if there is none.
  public static func modelFolder(_ name: String, from folder: String = ".") -> String? {
    let path = FilePaths.path(name, from: folder)
    if FilePaths.isThere("\(path)/config.json") { return path }
    let run = RunFolder(path)
    if FilePaths.isThere("\(run.model)/config.json") { return run.model }
    return !name.contains("/") && InstalledModel.isThere(name) ? InstalledModel.folder(name) : nil
  }
}

/// Why a folder is no run.
public enum RunFolderError: Error, Equatable, Sendable, CustomStringConvertible {
  case notARun(String)
  case damaged(String)

  public var description: String {
    switch self {
    case .notARun(let folder): "\(folder.harmlessPath) holds no run; a run's folder has config.yaml and run.json"
    case .damaged(let file): "\(file.harmlessPath) is damaged: it is not what a run writes"
    }
  }
}
