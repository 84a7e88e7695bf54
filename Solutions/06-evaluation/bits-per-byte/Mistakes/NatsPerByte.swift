import Foundation

/// Your last figure is in nats. A bit is the surprise of a coin, and a coin costs log 2 nats.
func figures(_ logarithms: [Double], of text: String) -> [Double] {
  let nats = -logarithms.reduce(0, +)
  let words = text.split(whereSeparator: \.isWhitespace).count
  let means = [logarithms.count, words, text.utf8.count].map { nats / Double($0) }
  return means.map { exp($0) } + [means[2]]
}

/// Windows as begin, first token that counts, end.
func windows(_ count: Int, context: Int) -> [[Int]] {
  var windows: [[Int]] = []
  var done = 1
  while done < count {
    let end = min(count, done == 1 ? context : done + context / 2)
    windows.append([max(0, end - context), done, end])
    done = end
  }
  return windows
}
