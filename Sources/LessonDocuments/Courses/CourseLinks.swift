// Where the links of a course's documents lead: to files of the course, and to headings in them. The web is not asked.
import Foundation

package struct CourseLinks {
  /// The course's folder, absolute.
  let root: String

  package init(root: String) { self.root = root }

  /// Every link and picture of a document that leads nowhere.
  ///
  /// - Parameter file: the document's, absolute.
  package func problems(in document: MarkdownNode, of file: String) -> [(line: Int?, message: String)] {
    MarkdownNode.links(in: document).compactMap { link in
      problem(with: link.destination, in: file, document: document).map { (link.line, $0) }
    }
  }

  /// What is wrong with a link; nil if it leads to something, or out into the web.
  ///
  /// - Parameters:
  ///   - file: in which it stands, absolute.
  ///   - document: of that file.
  package func problem(with destination: String, in file: String, document: MarkdownNode) -> String? {
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let path = String(parts[0].prefix { $0 != "?" })
    let anchor = parts.count > 1 ? parts[1] : ""
    // `https:` and its like; a file's name with a colon needs `./` in front.
    if path.prefix(while: { $0 != "/" }).contains(":") { return nil }
    if path.isEmpty { return problem(withAnchor: anchor, of: destination, in: document) }
    let target = target(of: destination, in: file)
    guard !path.hasPrefix("/"), target.hasPrefix(root + "/") else {
      return "the link \(destination.quoted) leads out of the course"
    }
    guard FileManager.default.fileExists(atPath: target) else {
      let missing = String(target.dropFirst(root.count + 1))
      return "the link \(destination.quoted) leads to nothing: there is no \(missing.harmless)"
    }
    guard !anchor.isEmpty, target.hasSuffix(".md"),
      let linked = try? LessonReader.read(file: target, named: path, course: root)
    else { return nil }
    return problem(withAnchor: anchor, of: destination, in: linked.lesson.document)
  }

  /// The file that a relative link leads to, absolute, whether or not it is there.
  package func target(of destination: String, in file: String) -> String {
    let path = String(destination.prefix { $0 != "#" && $0 != "?" })
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
    return URL(fileURLWithPath: "\(folder)/\(path.removingPercentEncoding ?? path)").standardizedFileURL.path
  }

  private func problem(withAnchor anchor: String, of destination: String, in document: MarkdownNode) -> String? {
    let anchors = HeadingAnchor.all(in: document)
    let anchor = anchor.removingPercentEncoding ?? anchor
    guard !anchor.isEmpty, !anchors.contains(anchor) else { return nil }
    let nearest = NearestName.of(anchor, among: anchors).map { "; the nearest is \("#\($0)".quoted)" } ?? ""
    return "the link \(destination.quoted) leads to a heading that is not there\(nearest)"
  }
}

extension MarkdownNode {
  /// All links and pictures below a node, with their lines.
  package static func links(in node: MarkdownNode) -> [(destination: String, line: Int?)] {
    let inside = node.children.flatMap { child in
      links(in: child).map { ($0.destination, $0.line ?? child.range?.start.line) }
    }
    switch node.kind {
    case .link(let destination, _), .image(let destination, _):
      return [(destination, node.range?.start.line)] + inside
    default: return inside
    }
  }
}
