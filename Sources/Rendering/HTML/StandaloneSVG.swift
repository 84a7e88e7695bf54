// The pictures of records as files of their own: SVG that brings its colours along, for readers that are not our page.
import StepRecords

enum StandaloneSVG {
  /// The pictures of a record or computation, with the name of each if there are several; empty if it is best read as
  /// text.
  static func pictures(of piece: OutputPiece) -> [(name: String, svg: String)] {
    guard case .record(let record) = piece else {
      guard case .progress(let name, let history) = piece else { return [] }
      return alone(ProgressHTML.picture(of: history, name: name))
    }
    switch record.content {
    case .tensor(let tensor): return alone(HeatMapSVG.picture(of: tensor, name: record.name))
    case .attention(let attention):
      guard let grid = AttentionGrid(attention) else { return [] }
      let maps = AttentionHTML.maps(of: attention, grid, name: record.name)
      return maps.enumerated().map { (maps.count > 1 ? "head \($0)" : "", source(of: $1)) }
    case .series(let series): return alone(SeriesSVG.picture(of: series, name: record.name))
    case .distribution(let distribution):
      return alone(
        DistributionSVG.picture(for: distribution, title: RecordHTML.title(record.name, "distribution")))
    case .picture(let picture): return [("", picture.svg)]
    case .value, .progress, .table, .text, .failure: return []
    }
  }

  private static func alone(_ picture: HTML?) -> [(name: String, svg: String)] {
    picture.map { [("", source(of: $0))] } ?? []
  }

  /// One of our pictures with a style sheet and a light ground: it may come to stand on any colour.
  private static func source(of picture: HTML) -> String {
    let tag = "<svg "
    guard picture.source.hasPrefix(tag), let end = picture.source.firstIndex(of: ">") else { return picture.source }
    let attributes = picture.source.dropFirst(tag.count).prefix(upTo: end)
    let start = picture.source.index(after: end)
    let ground = "<rect width=\"100%\" height=\"100%\" fill=\"\(PageColors.light.background.hex)\"></rect>"
    return tag + "class=\"\(PageStyle.pictureClass)\" \(attributes)>" + "<style>\(PageStyle.pictureSheet)</style>"
      + ground + picture.source[start...]
  }
}
