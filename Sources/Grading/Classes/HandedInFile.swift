// Which file of a submission is the answer to an exercise.

struct HandedInFile: Equatable {
  var file: SubmittedFile
  /// Others that could have been meant, and were not taken.
  var ignored: [String]

  /// How plainly a file is meant for an exercise; the lowest is the plainest.
  private enum Rank: Int, Comparable {
    /// `Exercises/02-architecture/softmax/Softmax.swift`
    case inPlace
    /// `softmax/Softmax.swift`
    case inFolder
    case byName
    /// `softmax.swift` for `Softmax.swift`
    case byLetters

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// The file for an exercise; nil if there is none.
  ///
  /// - Parameter exercises: all of them: a file in another exercise's place is that one's.
  init?(for exercise: Exercise, among files: [SubmittedFile], exercises: [Exercise]) {
    let others = exercises.filter { $0.id != exercise.id }
    let candidates = files.compactMap { file -> (file: SubmittedFile, rank: Rank)? in
      guard let rank = Self.rank(of: file, for: exercise) else { return nil }
      let best = others.compactMap { Self.rank(of: file, for: $0) }.min()
      if let best, best < rank, best <= .inFolder { return nil }
      return (file, rank)
    }.sorted { Self.order($0) < Self.order($1) }
    guard let first = candidates.first else { return nil }
    file = first.file
    ignored = candidates.dropFirst().map(\.file.path)
  }

  private static func order(_ candidate: (file: SubmittedFile, rank: Rank)) -> (Int, Int, String) {
    (candidate.rank.rawValue, candidate.file.folders.count, candidate.file.path)
  }

  private static func rank(of file: SubmittedFile, for exercise: Exercise) -> Rank? {
    guard file.name == exercise.fileName else {
      return file.name.lowercased() == exercise.fileName.lowercased() ? .byLetters : nil
    }
    let folders = file.folders
    if folders.ends(with: ["Exercises"] + exercise.path.split(separator: "/")) { return .inPlace }
    return folders.contains { $0 == exercise.id } ? .inFolder : .byName
  }
}

extension [Substring] {
  fileprivate func ends(with other: [Substring]) -> Bool { suffix(other.count) == other[...] }
}
