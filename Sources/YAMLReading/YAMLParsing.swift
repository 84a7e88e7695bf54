// The bridge to Yams: text → tree. YAMLTrees declares what is defined here.
import YAMLTrees
import Yams

@_silgen_name("lectern_parseYAML")
public func parseYAML(_ text: String) throws(YAMLError) -> YAMLNode {
  do {
    guard let node = try Yams.compose(yaml: text) else { return YAMLNode(.mapping([]), line: 1, column: 1) }
    return tree(node)
  } catch let error as YamlError {
    throw YAMLError(line: 1, column: 1, message: "\(error)")
  } catch {
    throw YAMLError(line: 1, column: 1, message: "\(error)")
  }
}

private func tree(_ node: Node) -> YAMLNode {
  let content: YAMLNode.Content =
    switch node {
    case .scalar(let scalar): .scalar(scalar.string, isQuoted: scalar.style != .plain && scalar.style != .any)
    case .sequence(let sequence): .sequence(sequence.map(tree))
    case .mapping(let mapping): .mapping(mapping.map { YAMLNode.Entry(key: tree($0.key), value: tree($0.value)) })
    case .alias: .scalar("", isQuoted: false)
    }
  return YAMLNode(content, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
}
