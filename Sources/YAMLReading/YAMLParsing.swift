// The bridge to Yams: text → tree. YAMLTrees declares what is defined here.
import YAMLTrees
import Yams

@_silgen_name("lectern_parseYAML")
public func parseYAML(_ text: String) throws(YAMLError) -> YAMLNode {
  do {
    guard let node = try Yams.compose(yaml: text) else { return YAMLNode(.mapping([]), line: 1, column: 1) }
    var tree = TreeBuilder()
    return try tree.tree(node)
  } catch let error as YAMLError {
    throw error
  } catch let error as YamlError {
    throw YAMLError(error, in: text)
  } catch {
    throw YAMLError(line: 1, column: 1, message: "\(error)")
  }
}

/// Copies Yams' nodes. References (`*name`) are copies of what they refer to, so a few lines of them can stand for more
/// nodes than there is memory; that is refused.
private struct TreeBuilder {
  private static let most = 100_000
  private var count = 0

  mutating func tree(_ node: Node) throws -> YAMLNode {
    count += 1
    let line = node.mark?.line ?? 1
    let column = node.mark?.column ?? 1
    guard count <= Self.most else {
      throw YAMLError(
        line: line, column: column, message: "there are more than \(Self.most) values in it, references resolved")
    }
    switch node {
    case .scalar(let scalar):
      let isQuoted = scalar.style != .plain && scalar.style != .any
      return YAMLNode(.scalar(scalar.string, isQuoted: isQuoted), line: line, column: column)
    case .sequence(let sequence):
      var nodes: [YAMLNode] = []
      for child in sequence { nodes.append(try tree(child)) }
      return YAMLNode(.sequence(nodes), line: line, column: column)
    case .mapping(let mapping):
      var entries: [YAMLNode.Entry] = []
      for (key, value) in mapping { entries.append(YAMLNode.Entry(key: try tree(key), value: try tree(value))) }
      return YAMLNode(.mapping(entries), line: line, column: column)
    case .alias:
      throw YAMLError(line: line, column: column, message: "references (*name) are not read; write the value out")
    }
  }
}
