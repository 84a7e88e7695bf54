// JSON of a record: `{"kind":"tensor","name":"weights","line":44, …the content's own fields}`.

extension Record: Codable {
  private enum Key: String, CodingKey { case kind, line, name, times, occurrence }

  private enum Kind: String, Codable {
    case value, tensor, attention, series, progress, table, distribution, text, picture, failure
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(kind, forKey: .kind)
    if !name.isEmpty { try container.encode(name, forKey: .name) }
    try container.encodeIfPresent(line, forKey: .line)
    try container.encodeIfPresent(times, forKey: .times)
    try container.encodeIfPresent(occurrence, forKey: .occurrence)
    switch content {
    case .value(let content): try content.encode(to: encoder)
    case .tensor(let content): try content.encode(to: encoder)
    case .attention(let content): try content.encode(to: encoder)
    case .series(let content): try content.encode(to: encoder)
    case .progress(let content): try content.encode(to: encoder)
    case .table(let content): try content.encode(to: encoder)
    case .distribution(let content): try content.encode(to: encoder)
    case .text(let content): try content.encode(to: encoder)
    case .picture(let content): try content.encode(to: encoder)
    case .failure(let content): try content.encode(to: encoder)
    }
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let content: Content =
      switch try container.decode(Kind.self, forKey: .kind) {
      case .value: .value(try ValueRecord(from: decoder))
      case .tensor: .tensor(try TensorRecord(from: decoder))
      case .attention: .attention(try AttentionRecord(from: decoder))
      case .series: .series(try SeriesRecord(from: decoder))
      case .progress: .progress(try ProgressRecord(from: decoder))
      case .table: .table(try TableRecord(from: decoder))
      case .distribution: .distribution(try DistributionRecord(from: decoder))
      case .text: .text(try TextRecord(from: decoder))
      case .picture: .picture(try PictureRecord(from: decoder))
      case .failure: .failure(try FailureRecord(from: decoder))
      }
    self.init(
      line: try container.decodeIfPresent(Int.self, forKey: .line),
      name: try container.decodeIfPresent(String.self, forKey: .name) ?? "",
      times: try container.decodeIfPresent(Int.self, forKey: .times),
      occurrence: try container.decodeIfPresent(Int.self, forKey: .occurrence),
      content: content)
  }

  private var kind: Kind {
    switch content {
    case .value: .value
    case .tensor: .tensor
    case .attention: .attention
    case .series: .series
    case .progress: .progress
    case .table: .table
    case .distribution: .distribution
    case .text: .text
    case .picture: .picture
    case .failure: .failure
    }
  }
}
