// Reads sections of settings key by key, and gathers everything that is wrong instead of stopping at the first.
internal import Messages

/// Reads a file of settings: recipes, runs, tasks.
///
/// ```swift
/// var reader = SettingsReader()
/// reader.read(LengthBand.settings, of: node, into: &band, called: "step length")
/// try reader.finish(file: "recipe.yaml")
/// ```
public struct SettingsReader {
  public private(set) var problems: [SettingsProblem] = []

  public init() {}

  /// Notes a problem that the caller found, at a place of the file.
  public mutating func report(_ message: String, at node: YAMLNode) { problems.append(SettingsProblem(node, message)) }

  /// Sets what a section says; what it does not say stays as it is in `owner`.
  ///
  /// - Parameters:
  ///   - what: how messages call the section: "step length".
  ///   - others: keys of the section that the caller reads.
  public mutating func read<Owner>(
    _ settings: [Setting<Owner>], of section: YAMLNode, into owner: inout Owner, called what: String,
    besides others: [String] = []
  ) {
    for entry in entries(of: section, called: what) {
      guard let key = entry.key.text else {
        report("\(what) has a key that is no word; a setting is written as in key: value", at: entry.key)
        continue
      }
      if others.contains(key) { continue }
      guard let setting = settings.first(where: { $0.key == key }) else {
        let missing = others.filter { section[$0] == nil }
        report(Self.unknown("setting", key, of: what, known: settings.map(\.key) + missing), at: entry.key)
        continue
      }
      if let problem = setting.take(entry.value, &owner) { problems.append(problem) }
    }
  }

  /// The keys and values of a section; none, and a problem, if it is none.
  public mutating func entries(of section: YAMLNode, called what: String) -> [YAMLNode.Entry] {
    if case .mapping(let entries) = section.content { return entries }
    if section.isNothing { return [] }
    report("\(what) is \(section.shortText); it must be settings, each as in key: value", at: section)
    return []
  }

  /// Throws everything that was found.
  public func finish(file: String) throws(SettingsError) {
    if !problems.isEmpty { throw SettingsError(file: file, problems: problems) }
  }

  /// That a name is not known, with the nearest one and all there are.
  public static func unknown(_ kind: String, _ name: String, of owner: String? = nil, known: [String]) -> String {
    let owned = owner.map { "\($0) has no \(kind) \(name.quoted)" } ?? "there is no \(kind) \(name.quoted)"
    guard let nearest = NearestName.of(name, among: known) else { return owned + "; it has none at all" }
    return "\(owned); the nearest is \(nearest). There are: \(known.joined(separator: ", "))"
  }
}
