// How many students have how many points in an exercise, as bars.
import Rendering

enum PointsHistogram {
  private static let mostBars = 11
  private static let rowHeight = 20.0
  private static let barWidth = 240.0

  /// - Parameters:
  ///   - marks: of the students who have one.
  ///   - points: of the exercise.
  static func html(_ marks: [Points], points: Int, title: String) -> HTML {
    let most = max(points, 1)
    let count = min(mostBars, most + 1)
    // With few points a bar each; otherwise ranges of whole points of about one size.
    let starts = (0..<count).map { ($0 * (most + 1) + count - 1) / count }
    var counts = [Int](repeating: 0, count: count)
    for mark in marks {
      let whole = min(mark.hundredths / 100, most)
      counts[starts.lastIndex { $0 <= whole } ?? 0] += 1
    }
    let labels = starts.indices.map { index in
      let last = index + 1 < count ? starts[index + 1] - 1 : most
      return last > starts[index] ? "\(starts[index])–\(last)" : "\(starts[index])"
    }
    let largest = Double(max(counts.max() ?? 1, 1))
    var children: [HTML] = []
    for index in counts.indices {
      let y = Double(index) * rowHeight
      let width = Double(counts[index]) / largest * barWidth
      children.append(SVG.text(labels[index], x: 44, y: y + 14, anchor: .end, class: "axis"))
      if counts[index] > 0 {
        children.append(SVG.rectangle(x: 52, y: y + 3, width: max(width, 1), height: rowHeight - 6, class: "bar"))
      }
      children.append(SVG.text("\(counts[index])", x: 58 + width, y: y + 14))
    }
    let words = zip(labels, counts).filter { $0.1 > 0 }.map { "\($0.0) points: \($0.1)" }.joined(separator: ", ")
    return SVG.picture(
      width: barWidth + 100, height: Double(count) * rowHeight, title: title, description: words, children)
  }
}
