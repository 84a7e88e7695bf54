// What a step declares at top level, as the compiler's symbol graph tells it.
import Foundation

/// A top-level declaration that a later step may declare again.
struct DeclaredName: Codable, Equatable, Hashable, Sendable {
  /// The word after `import`: `var`, `func`, `struct` …
  var kind: String
  var name: String
  /// The declaration's mangled name without its module: functions of one name with other parameters stand side by side.
  var signature: String

  /// Reads the symbol graph of a module.
  static func read(symbolGraph: String, module: String) throws -> [DeclaredName] {
    struct Graph: Decodable {
      struct Symbol: Decodable {
        struct Kind: Decodable { var identifier: String }
        struct Identifier: Decodable { var precise: String }
        var kind: Kind
        var identifier: Identifier
        var pathComponents: [String]
      }
      var symbols: [Symbol]
    }
    let graph = try JSONDecoder().decode(Graph.self, from: Data(contentsOf: URL(fileURLWithPath: symbolGraph)))
    return graph.symbols.compactMap { symbol in
      guard symbol.pathComponents.count == 1, let kind = importKinds[symbol.kind.identifier],
        !symbol.pathComponents[0].hasPrefix("__builtin_")
      else { return nil }
      let name = symbol.pathComponents[0].prefix { $0 != "(" }
      return DeclaredName(
        kind: kind, name: String(name),
        signature: kind == "func" ? symbol.identifier.precise.replacing("\(module.utf8.count)\(module)", with: "") : "")
    }
  }

  private static let importKinds = [
    "swift.var": "var", "swift.func": "func", "swift.struct": "struct", "swift.class": "class", "swift.enum": "enum",
    "swift.protocol": "protocol", "swift.typealias": "typealias",
  ]
}

enum StepImports {
  /// The import lines of a step that stands below `steps`: what they imported, all of each of their modules, then the
  /// newest declaration of each name by itself, which makes it win over older ones and over the library's.
  static func lines(below steps: [CompiledStep]) -> [String] {
    var newest: [DeclaredName: CompiledStep] = [:]
    var order: [DeclaredName] = []
    for step in steps {
      for name in step.declaredNames {
        // A variable or type hides every older thing of its name; a function only one with its own parameters.
        let hidden = order.filter { $0.name == name.name && ($0.signature == name.signature || name.kind != "func") }
        for old in hidden { newest[old] = nil }
        order.removeAll { hidden.contains($0) }
        order.append(name)
        newest[name] = step
      }
    }
    var lines = ["import Transformers", "import StepSupport"]
    var inherited: Set<String> = []
    for module in steps.flatMap(\.importedModules) where inherited.insert(module).inserted {
      lines.append("import \(module)")
    }
    lines += steps.map { "@testable import \($0.moduleName)" }
    var seen: Set<String> = []
    for name in order {
      guard let module = newest[name]?.moduleName else { continue }
      let line = "import \(name.kind) \(module).`\(name.name)`"
      if seen.insert(line).inserted { lines.append(line) }
    }
    return lines
  }
}
