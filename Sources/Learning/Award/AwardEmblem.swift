// The sign on an award: the lower triangle of a causal attention map, its shades the bytes of the SHA-256 of all files in
// it, so that no two learners' are alike.
import Hashing
import Rendering
import StepExecution

enum AwardEmblem {
  private static let rows = 8
  private static let cell = 11.0
  private static let gap = 2.0

  static func picture(of award: Award) -> HTML {
    let digest = SHA256(of: award.works.flatMap { Array($0.sha256.utf8) }).finished()
    var cells: [HTML] = []
    for row in 0..<rows {
      for column in 0...row {
        let byte = digest[(row * (row + 1) / 2 + column) % digest.count]
        cells.append(
          SVG.rectangle(
            x: Double(column) * (cell + gap), y: Double(row) * (cell + gap), width: cell, height: cell,
            fill: shade(Double(byte) / 255)))
      }
    }
    let side = Double(rows) * (cell + gap) - gap
    return SVG.picture(
      width: side, height: side, title: "Emblem",
      description: "a triangle of squares, shaded by the SHA-256 of the files", cells)
  }

  /// From a light to a deep blue, both visible on light and on dark.
  private static func shade(_ share: Double) -> TextColor {
    let mix = { (light: Double, deep: Double) in UInt8(light + (deep - light) * share) }
    return TextColor(mix(176, 0), mix(212, 84), mix(240, 150))
  }
}
