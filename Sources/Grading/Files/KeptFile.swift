// Old files under new names: never over another file, and never gone in between.
import Foundation

package enum KeptFile {
  /// Gives a file a second name, the first of `names` that is free; on file systems without links, a copy.
  ///
  /// - Parameter names: from 1 on.
  package static func link(_ path: String, named names: (Int) -> String) throws(FileFailure) -> String {
    for number in 1... {
      let kept = names(number)
      if Foundation.link(path, kept) == 0 { return kept }
      if errno == EEXIST { continue }
      guard errno == EPERM || errno == EOPNOTSUPP || errno == EMLINK else { throw .ofSystem }
      do throws(FileFailure) { try copy(path, to: kept) } catch {
        if error.code == EEXIST { continue }
        throw error
      }
      return kept
    }
    throw FileFailure(code: EEXIST)
  }

  /// As `link`, and takes the file's own name away.
  package static func move(_ path: String, named names: (Int) -> String) throws(FileFailure) -> String {
    let kept = try link(path, named: names)
    guard unlink(path) == 0 else { throw .ofSystem }
    return kept
  }

  private static func copy(_ path: String, to kept: String) throws(FileFailure) {
    guard let data = FileManager.default.contents(atPath: path) else { throw .ofSystem }
    try WholeFile.create(kept, Array(data))
  }
}
