// Which column of a data set is what: `question=Frage,answer=Antwort`, or the same as YAML.
internal import DocumentReading
internal import Messages
public import YAMLTrees

/// Says which column of a data set holds what.
public struct ColumnMapping: Equatable, Sendable {
  public struct Column: Equatable, Sendable {
    public var field: RowField
    /// As the file has it.
    public var name: String

    public init(_ field: RowField, _ name: String) {
      self.field = field
      self.name = name
    }
  }

  public let kind: TrainingRow.Kind
  /// Each field once.
  public let columns: [Column]

  /// - Parameter kind: of the rows; nil for the one whose fields are named.
  /// - Throws: if a field is named twice, does not belong to the kind, or one that is needed is not named.
  public init(_ columns: [Column], kind: TrainingRow.Kind? = nil) throws(RowError) {
    let fields = columns.map(\.field)
    for (place, field) in fields.enumerated() where fields[..<place].contains(field) {
      throw RowError("\(field.rawValue) is said to be two columns; name one")
    }
    guard let kind = kind ?? RowField.kind(with: Set(fields)) else {
      throw RowError(
        "\(fields.map(\.rawValue).joined(separator: ", ")) make no row; needed are, for one of the kinds: "
          + TrainingRow.Kind.allCases.map { "\(Self.needed($0)) (\($0.rawValue))" }.joined(separator: ", "))
    }
    let (needed, possible) = RowField.of(kind)
    if let missing = needed.first(where: { !fields.contains($0) }) {
      throw RowError(
        "rows of the kind \(kind.rawValue) need a column for \(missing.rawValue): \(missing.rawValue)=NAME")
    }
    if let other = fields.first(where: { !(needed + possible).contains($0) }) {
      throw RowError(
        "rows of the kind \(kind.rawValue) have no \(other.rawValue); they may have "
          + (needed + possible).map(\.rawValue).joined(separator: ", "))
    }
    self.kind = kind
    self.columns = columns
  }

  /// From what is typed after `--columns`: `question=Frage,answer=Antwort`. A name with a comma stands in quotation
  /// marks together with its field, as a cell of CSV does: `"question=Frage, lang",answer=Antwort`.
  public init(parsing text: String, kind: TrainingRow.Kind? = nil) throws(RowError) {
    let cells: [String]
    do { cells = try CSVText.rows(text, separator: ",").flatMap(\.cells) } catch {
      throw RowError("\(text.quoted) has a quotation mark that is not closed")
    }
    var columns: [Column] = []
    for cell in cells {
      guard let equals = cell.firstIndex(of: "="), cell.index(after: equals) < cell.endIndex else {
        throw RowError("\(cell.quoted) is no column; write them as field=NAME, as in question=Frage,answer=Antwort")
      }
      columns.append(
        Column(try Self.field(cell[..<equals].trimmed), String(cell[cell.index(after: equals)...])))
    }
    try self.init(columns, kind: kind)
  }

  /// From a mapping in a recipe, `question: Frage`.
  ///
  /// - Parameter file: for the messages, which begin with `file:line:column`.
  public init(_ node: YAMLNode, file: String, kind: TrainingRow.Kind? = nil) throws(RowError) {
    func failure(_ node: YAMLNode, _ message: String) -> RowError {
      RowError("\(file):\(node.line):\(node.column): \(message)")
    }
    guard case .mapping(let entries) = node.content else {
      throw failure(node, "expected columns as field: NAME, one a line, as in question: Frage")
    }
    var columns: [Column] = []
    for entry in entries {
      guard case .scalar(let key, _) = entry.key.content, case .scalar(let name, _) = entry.value.content else {
        throw failure(entry.value, "expected the name of a column")
      }
      do { columns.append(Column(try Self.field(key), name)) } catch { throw failure(entry.key, error.description) }
    }
    do { try self.init(columns, kind: kind) } catch { throw failure(node, error.description) }
  }

  /// The column of a field; nil if it is not named.
  func name(of field: RowField) -> String? { columns.first { $0.field == field }?.name }

  private static func field(_ name: String) throws(RowError) -> RowField {
    if let field = RowField(rawValue: name) { return field }
    let known = RowField.allCases.map(\.rawValue)
    let nearest = NearestName.of(name, among: known).map { "; the nearest is \($0)" } ?? ""
    throw RowError("\(name.quoted) is no field\(nearest). All of them: \(known.joined(separator: ", "))")
  }

  private static func needed(_ kind: TrainingRow.Kind) -> String {
    RowField.of(kind).needed.map(\.rawValue).joined(separator: " and ")
  }
}

extension StringProtocol {
  /// Without white space at both ends.
  var trimmed: String {
    guard let start = firstIndex(where: { !$0.isWhitespace }), let end = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[start...end])
  }
}
