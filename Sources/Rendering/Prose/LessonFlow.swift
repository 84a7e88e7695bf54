// A lesson in reading order: its prose, and between it the blocks that Lectern gives a meaning.
import LessonDocuments

/// What comes after what. Every block of the document is in exactly one item.
public enum LessonFlow {
  /// Indices count from 0, in the lesson's array of the same name.
  public enum Item: Equatable, Sendable {
    /// A block, or the part of a list or a quote up to the next other item.
    case prose(MarkdownNode)
    case step(Int)
    case expectation(Int)
    case quiz(Int)
    case notes(Int)
  }

  /// A list or quote with a step inside comes in pieces: the part before, the step, the part after. A list item that
  /// goes on behind a step is a `.listItem` without a list; the items after it are a list that counts on.
  public static func items(of lesson: Lesson) -> [Item] {
    let blocks = LessonBlocks(lesson)
    return items(of: lesson.document, blocks, depth: 0)
  }

  private static func items(of node: MarkdownNode, _ blocks: LessonBlocks, depth: Int) -> [Item] {
    if let item = blocks.item(for: node) { return [item] }
    if node.kind == .document { return node.children.flatMap { items(of: $0, blocks, depth: depth + 1) } }
    guard depth < MarkdownNode.maximumDepth, blocks.areInside(node) else { return [.prose(node)] }
    switch node.kind {
    case .list(let style, let isTight):
      return list(node, style, isTight: isTight, blocks, depth)
    default:
      return wrapped(node.children.flatMap { items(of: $0, blocks, depth: depth + 1) }, in: node)
    }
  }

  private static func list(
    _ node: MarkdownNode, _ style: MarkdownNode.ListStyle, isTight: Bool, _ blocks: LessonBlocks, _ depth: Int
  ) -> [Item] {
    var result: [Item] = []
    var pending: [MarkdownNode] = []
    var first = 0
    func finishList(next: Int) {
      var part = node
      if case .ordered(let start) = style { part.kind = .list(.ordered(start: start + first), isTight: isTight) }
      part.children = pending
      if !pending.isEmpty { result.append(.prose(part)) }
      (pending, first) = ([], next)
    }
    for (index, item) in node.children.enumerated() {
      guard blocks.areInside(item) else {
        pending.append(item)
        continue
      }
      var pieces = wrapped(item.children.flatMap { items(of: $0, blocks, depth: depth + 2) }, in: item)
      if case .prose(let beginning)? = pieces.first {
        pending.append(beginning)
        pieces.removeFirst()
      } else {
        pending.append(MarkdownNode(.listItem))
      }
      finishList(next: index + 1)
      result += pieces
    }
    finishList(next: node.children.count)
    return result
  }

  /// Prose that follows each other goes into one copy of its container.
  private static func wrapped(_ items: [Item], in container: MarkdownNode) -> [Item] {
    var result: [Item] = []
    var run: [MarkdownNode] = []
    func finishRun() {
      guard !run.isEmpty else { return }
      var part = container
      part.children = run
      result.append(.prose(part))
      run = []
    }
    for item in items {
      if case .prose(let node) = item {
        run.append(node)
      } else {
        finishRun()
        result.append(item)
      }
    }
    finishRun()
    return result
  }
}

/// Finds for a block of the document what the lesson says it is, by where it begins.
struct LessonBlocks {
  private let items: [SourcePosition: LessonFlow.Item]

  init(_ lesson: Lesson) {
    var items: [SourcePosition: LessonFlow.Item] = [:]
    for (index, step) in lesson.steps.enumerated() { items[step.range.start] = .step(index) }
    for (index, expectation) in lesson.expectations.enumerated() {
      items[expectation.range.start] = .expectation(index)
    }
    for (index, quiz) in lesson.quizzes.enumerated() { items[quiz.range.start] = .quiz(index) }
    for (index, notes) in lesson.notes.enumerated() { items[notes.range.start] = .notes(index) }
    self.items = items
  }

  func item(for node: MarkdownNode) -> LessonFlow.Item? {
    switch node.kind {
    case .codeBlock, .htmlBlock: node.range.flatMap { items[$0.start] }
    default: nil
    }
  }

  /// Whether any block below `node` has a meaning of its own.
  func areInside(_ node: MarkdownNode) -> Bool {
    switch node.kind {
    case .document, .blockQuote, .list, .listItem: !items.isEmpty && node.children.contains(where: isAny)
    default: false
    }
  }

  private func isAny(_ node: MarkdownNode) -> Bool { item(for: node) != nil || areInside(node) }
}
