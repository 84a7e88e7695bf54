// The bridge to libxml2: trees of HTML and XML, without its pointers' types.
import CXML

/// A parsed document, freed when nobody holds it any more.
final class XMLTree {
  private let document: xmlDocPtr

  /// HTML as browsers read it, whatever is wrong with it.
  ///
  /// - Parameter encoding: nil believes the document.
  init?(html bytes: [UInt8], encoding: String?) {
    let options = HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
    guard
      let document = Self.withBytes(bytes, { htmlReadMemory($0, $1, nil, encoding, Int32(options) | Self.offline) })
    else { return nil }
    self.document = document
  }

  /// XML; nil if it is not well-formed. Entities are not expanded, nothing is fetched.
  init?(xml bytes: [UInt8]) {
    let options = XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
    guard let document = Self.withBytes(bytes, { xmlReadMemory($0, $1, nil, nil, Int32(options) | Self.offline) })
    else {
      return nil
    }
    self.document = document
  }

  deinit { xmlFreeDoc(document) }

  private static let offline = Int32(XML_PARSE_NONET.rawValue)

  private static func withBytes(
    _ bytes: [UInt8], _ parse: (UnsafePointer<CChar>?, Int32) -> xmlDocPtr?
  ) -> xmlDocPtr? {
    bytes.withUnsafeBytes { parse($0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count)) }
  }

  var root: XMLElement? { xmlDocGetRootElement(document).flatMap { XMLElement(tree: self, node: $0) } }
}

/// An element of a tree. Deeper than libxml2's 256 there is none, so that recursion ends.
struct XMLElement {
  enum Child {
    case element(XMLElement)
    case text(String)
  }

  private let tree: XMLTree
  private let node: xmlNodePtr

  fileprivate init?(tree: XMLTree, node: xmlNodePtr) {
    guard node.pointee.type == XML_ELEMENT_NODE else { return nil }
    self.tree = tree
    self.node = node
  }

  /// Without its namespace.
  var name: String { node.pointee.name.map { String(cString: $0) } ?? "" }

  /// Elements and text; comments and instructions are left out.
  var children: [Child] {
    var children: [Child] = []
    var next = node.pointee.children
    while let child = next {
      switch child.pointee.type {
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        if let content = child.pointee.content { children.append(.text(String(cString: content))) }
      case XML_ELEMENT_NODE:
        if let element = XMLElement(tree: tree, node: child) { children.append(.element(element)) }
      default: break
      }
      next = child.pointee.next
    }
    return children
  }

  var elements: [XMLElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  func first(_ name: String) -> XMLElement? { elements.first { $0.name == name } }

  /// Whether an element of one of these names is below this one.
  func holds(_ names: Set<String>) -> Bool { elements.contains { names.contains($0.name) || $0.holds(names) } }

  /// By its name without a namespace; nil if it has none.
  func attribute(_ name: String) -> String? {
    var next = node.pointee.properties
    while let attribute = next {
      if let known = attribute.pointee.name, String(cString: known) == name {
        return attribute.pointee.children?.pointee.content.map { String(cString: $0) } ?? ""
      }
      next = attribute.pointee.next
    }
    return nil
  }
}
