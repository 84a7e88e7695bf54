// The one way out for everything of a submission: what it threw, printed or returned as text, and what compiler and
// loader say of it. Nothing a terminal or a page obeys, nothing long, nothing of hidden probes or of the judge's machine.
import Foundation
import Rendering

struct Redaction: Equatable, Sendable {
  /// What is written instead of a hidden probe's name.
  static let hiddenName = "a hidden probe"

  /// Text, and what is written instead of it; what contains another comes first.
  private let replacements: [(text: String, by: String)]

  /// - Parameters:
  ///   - hiddenNames: of probes.
  ///   - folders: of the judge's machine, and what is written instead of each; empty to name what is in them only.
  init(hiddenNames: [String] = [], folders: [String: String] = [:]) {
    let names = hiddenNames.filter { !$0.isEmpty }.map { (text: $0, by: Self.hiddenName) }
    let paths = folders.filter { $0.key.utf8.count > 1 && $0.key.hasPrefix("/") }.flatMap { folder, name in
      [(text: folder + "/", by: name.isEmpty ? "" : name + "/"), (text: folder, by: name.isEmpty ? "." : name)]
    }
    replacements = (names + paths).sorted { ($1.text.utf8.count, $0.text) < ($0.text.utf8.count, $1.text) }
  }

  static func == (a: Self, b: Self) -> Bool {
    a.replacements.elementsEqual(b.replacements) { $0 == $1 }
  }

  /// Text of a message: control characters and marks that turn the writing direction are visible signs, and no more
  /// than so many lines and characters are left.
  func text(_ text: String, lines mostLines: Int = 12, limit: Int = 1_500) -> String {
    // Cut before anything is searched: a submission may send megabytes.
    let (start, isCut) = text.cut(to: 4 * limit)
    let replaced = replacements.reduce(start) { $0.replacing($1.text, with: $1.by) }
    let safe = replaced.sanitized()
    var (kept, isLong) = safe.cut(to: limit)
    if isLong || isCut { kept = kept.cut(to: limit - 2).text }
    let lines = kept.split(separator: "\n", omittingEmptySubsequences: false)
    guard isCut || isLong || lines.count > mostLines else { return kept }
    return lines.prefix(mostLines).joined(separator: "\n").trimmingSuffix(while: \.isWhitespace) + " …"
  }

  /// The end of what was printed, where programs say what they stopped on; nil if there is nothing.
  func printed(_ text: String) -> String? {
    let (mostLines, limit) = (12, 1_500)
    let end = String(String.UnicodeScalarView(text.unicodeScalars.suffix(limit)))
    var lines = end.split(separator: "\n", omittingEmptySubsequences: false)
    let isCut = end.utf8.count < text.utf8.count || lines.count > mostLines + 1
    if lines.last?.isEmpty == true { lines.removeLast() }
    lines = lines.suffix(mostLines)
    guard lines.contains(where: { !$0.allSatisfy(\.isWhitespace) }) else { return nil }
    return (isCut ? "… " : "") + self.text(lines.joined(separator: "\n"), lines: mostLines, limit: 2 * limit)
  }

  /// A name or a value on one line.
  func oneLine(_ text: String, limit: Int = 300) -> String {
    self.text(text, limit: limit).sanitizedOnOneLine()
  }

  func difference(_ difference: ValueDifference) -> ValueDifference {
    var difference = difference
    difference.place = place(difference.place)
    difference.worstPlace = difference.worstPlace.map(place)
    difference.expected = oneLine(difference.expected)
    difference.actual = oneLine(difference.actual)
    return difference
  }

  /// The keys of dictionaries, which are a submission's to choose; the middle of a deep place is left out.
  private func place(_ place: [String]) -> [String] {
    let most = 32
    let kept = place.count > most ? place.prefix(most / 2) + ["…"] + place.suffix(most / 2 - 1) : place[...]
    return kept.map { oneLine($0, limit: 80) }
  }
}

extension Redaction {
  /// Of an exercise's judge: what its hidden probes are called, and where it keeps its files.
  init(of prepared: PreparedExercise) {
    let exercise = prepared.exercise
    self.init(
      hiddenNames: prepared.probes.filter { $0.file == .hidden }.map(\.description.name),
      folders: [
        exercise.root: "", exercise.folder: "", exercise.solutionFolder: "", prepared.libraries.folder: "",
        "/submission": "", NSHomeDirectory(): "~",
      ])
  }
}

extension String {
  /// The first characters, by their scalars: one character may be made of a million marks.
  fileprivate func cut(to mostScalars: Int) -> (text: String, isCut: Bool) {
    guard utf8.count > mostScalars else { return (self, false) }
    let start = unicodeScalars.prefix(mostScalars)
    return (String(start), start.endIndex < unicodeScalars.endIndex)
  }
}

extension StringProtocol {
  fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> String {
    String(reversed().drop(while: predicate).reversed())
  }
}
