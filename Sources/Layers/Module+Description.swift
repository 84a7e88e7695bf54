// Modules in words, for those who print one.

extension Module {
  /// The module's kind, how much it learns, and its parts: each parameter with its shape, or where there are many, what
  /// they belong to.
  public var description: String {
    let parameters = parameters
    let parts: [String]
    if parameters.count <= 4 {
      parts = parameters.map { "\($0.name) \($0.parameter.value.shape)" }
    } else {
      let groups = parameters.map { $0.name.split(separator: ".")[0] }
      let names = groups.reduce(into: [Substring]()) { names, name in if names.last != name { names.append(name) } }
      parts = names.map { name in
        let counts = zip(groups, parameters).map { $0 == name ? $1.parameter.value.count : 0 }
        return "\(name) \(counts.reduce(0, +))"
      }
    }
    let trainable = trainableParameterCount
    let learns = trainable == parameterCount ? "" : ", \(trainable) of them to learn"
    return "\(Self.self), \(parameterCount) parameters\(learns): \(parts.joined(separator: " · "))"
  }
}

extension NamedParameter: CustomStringConvertible {
  public var description: String { "\(name) \(parameter.value.shape)" }
}
