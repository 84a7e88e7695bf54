// Who is talked to, by the name on the command line: a run, a model's folder, an installed model.
import Experiments

extension ChatPartner {
  /// A run brings its template; so does an exported one. Throws what keeps the folder from being one.
  static func find(_ name: String) throws -> ChatPartner {
    let model = try ModelFolder.find(name).textModel()
    let run = RunFolder(name)
    guard run.hasConfiguration else { return try ChatPartner(model) }
    return try ChatPartner(model, template: try run.readConfiguration().template)
  }
}

extension [ChatPartner] {
  /// Two folders may be called alike.
  var withDistinctNames: [ChatPartner] {
    let names = map(\.name)
    return enumerated().map { index, partner in
      guard names[..<index].contains(partner.name) else { return partner }
      var renamed = partner
      renamed.model.name += " \(index + 1)"
      return renamed
    }
  }
}
