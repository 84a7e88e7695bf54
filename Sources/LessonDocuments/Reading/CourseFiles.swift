// `include=path#region`: a part of a Swift file of the course. Nothing outside the course's folder is ever opened.
import Foundation
import SystemTools

struct CourseFiles {
  /// The course's folder.
  let root: String
  /// The lesson's folder.
  let folder: String

  /// The lines of a file between `// region: name` and `// end: name`, without the indentation that all of them share.
  func region(_ include: String) throws(LessonError.IncludeFault) -> SourceText {
    guard let mark = include.lastIndex(of: "#"), mark < include.index(before: include.endIndex) else {
      throw .namesNoRegion
    }
    let name = String(include[include.index(after: mark)...])
    let file = try find(String(include[..<mark]))
    let bytes: [UInt8]
    do {
      bytes = try RegularFile(file.absolutePath).bytes
    } catch {
      throw .unreadable(reason: error.reason)
    }
    if let invalid = firstInvalidUTF8(in: bytes) { throw .notUTF8(invalid.position) }
    let lines = SourceLines(bytes)
    return Self.text(of: try Self.region(name, in: lines), in: lines, file: file.path)
  }

  /// Where a path leads, from the lesson's folder or else from the course's, links followed.
  ///
  /// - Returns: its absolute path, and its path from the course's folder.
  private func find(_ path: String) throws(LessonError.IncludeFault) -> (absolutePath: String, path: String) {
    guard !path.isEmpty, !path.utf8.contains(0), let root = Self.resolved(root) else { throw .notFound }
    guard !path.hasPrefix("/") else { throw .outsideCourse }
    let inside = root.hasSuffix("/") ? root : root + "/"
    var leadsOutside = false
    for base in [folder, root] {
      let absolutePath = base + "/" + path
      if let file = Self.resolved(absolutePath) {
        if file.hasPrefix(inside) { return (file, String(file.dropFirst(inside.count))) }
        leadsOutside = true
      } else if let base = Self.resolved(base) {
        // That it is not there is nobody's business outside the course.
        let standardized = URL(fileURLWithPath: base + "/" + path).standardizedFileURL.path
        if !standardized.hasPrefix(inside) { leadsOutside = true }
      }
    }
    throw leadsOutside ? .outsideCourse : .notFound
  }

  private static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}

/// Regions
extension CourseFiles {
  private static func region(_ name: String, in lines: SourceLines) throws(LessonError.IncludeFault) -> Range<Int> {
    var known: [String] = []
    var first: Int?
    for line in stride(from: 1, through: lines.count, by: 1) {
      guard let mark = mark(in: lines.text(line: line)) else { continue }
      if mark.isEnd {
        if let first, mark.name == name { return first..<line }
      } else {
        known.append(mark.name)
        if first == nil, mark.name == name { first = line + 1 }
      }
    }
    if let first { throw .openRegion(line: first - 1) }
    throw .noSuchRegion(known: known)
  }

  /// `// region: name` or `// end: name`, alone on a line.
  private static func mark(in line: String) -> (name: String, isEnd: Bool)? {
    let text = line.trimmingBlanks
    guard text.hasPrefix("//") else { return nil }
    let comment = String(text.dropFirst(2)).trimmingBlanks
    for (keyword, isEnd) in [("region:", false), ("end:", true)] where comment.hasPrefix(keyword) {
      return (String(String(comment.dropFirst(keyword.count)).trimmingBlanks), isEnd)
    }
    return nil
  }

  private static func text(of range: Range<Int>, in lines: SourceLines, file: String) -> SourceText {
    let shared = range.filter { !lines.isBlank(line: $0) }.map { lines[$0].prefix(while: \.isBlank) }
      .reduce(nil as ArraySlice<UInt8>?) { shared, next in
        guard let shared else { return next }
        return shared.prefix(zip(shared, next).prefix { $0 == $1 }.count)
      }
    let offsets = range.map { min(shared?.count ?? 0, lines[$0].count) }
    let texts = zip(range, offsets).map { line, offset in
      String(decoding: lines.normalised(line: line).dropFirst(offset), as: UTF8.self)
    }
    return SourceText(
      text: texts.joined(separator: "\n"), file: file, firstLine: range.lowerBound, columnOffsets: offsets)
  }
}
