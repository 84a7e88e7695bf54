// The models that come with the course: folders at its root.
import Foundation

enum CourseModel {
  /// In the working folder or the nearest above it, or where lectern was built; nil if there is none.
  static func folder(named name: String, holding file: String = "model.safetensors") -> String? {
    let working = FileManager.default.currentDirectoryPath
    let program = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().path
    for start in [working, program] {
      var place = URL(fileURLWithPath: start)
      while true {
        let folder = place.appendingPathComponent(name).path
        if FileManager.default.fileExists(atPath: "\(folder)/\(file)") { return folder }
        if place.path == "/" { break }
        place.deleteLastPathComponent()
      }
    }
    return nil
  }
}
