// Which of a Word document's styles are headings and lists; their names are in the author's language, their ids too.

struct WordStyles {
  /// By the style's id.
  private(set) var headingLevels: [String: Int] = [:]
  private(set) var listStyles: Set<String> = []

  /// - Parameter source: `word/styles.xml`; without one, styles are known by Word's own ids.
  init(_ source: [UInt8]?) {
    for level in 1...9 { headingLevels["Heading\(level)"] = level }
    headingLevels["Title"] = 1
    for style in source.flatMap({ XMLTree(xml: $0) })?.root?.elements ?? [] where style.name == "style" {
      guard let id = style.attribute("styleId") else { continue }
      let name = style.first("name")?.attribute("val")?.lowercased() ?? ""
      let properties = style.first("pPr")
      if let level = Self.outlineLevel(properties) ?? Self.headingLevel(named: name) { headingLevels[id] = level }
      if properties?.first("numPr") != nil, headingLevels[id] == nil { listStyles.insert(id) }
    }
  }

  /// From 1; nil for body text.
  static func outlineLevel(_ properties: XMLElement?) -> Int? {
    guard let value = properties?.first("outlineLvl")?.attribute("val").flatMap({ Int($0) }), (0..<9).contains(value)
    else {
      return nil
    }
    return value + 1
  }

  /// Built-in styles keep their English name in the file whatever Word calls them: "heading 2", "Title".
  private static func headingLevel(named name: String) -> Int? {
    if name == "title" { return 1 }
    guard name.hasPrefix("heading "), let level = Int(name.dropFirst(8)), (1...9).contains(level) else { return nil }
    return level
  }
}
