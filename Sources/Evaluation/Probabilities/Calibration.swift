// Whether what is said to be 80 % sure is right in 80 of 100 cases.

/// Items of about the same confidence, and how many of them came true: a point of the reliability diagram.
public struct ReliabilityBin: Codable, Equatable, Sendable {
  /// The confidences that belong here: between two edges, or from the lowest of its items to the highest.
  public let low: Double
  public let high: Double
  public let count: Int
  public let meanConfidence: Double
  /// The share that came true, with Wilson's interval.
  public let accuracy: Estimate

  /// How far confidence and accuracy are apart, 0 to 1.
  public var gap: Double { abs(meanConfidence - accuracy.value) }
}

public struct Calibration: Equatable, Sendable {
  public enum Binning: String, CaseIterable, Sendable {
    /// Bins of the same width over 0…1, an edge belonging to the bin below it (Guo et al. 2017).
    case equalWidth
    /// Bins of about as many items each, those with one more first (Nguyen and O'Connor 2015).
    case equalMass
  }

  /// By rising confidence; without those that are empty.
  public let bins: [ReliabilityBin]
  /// The mean squared distance of confidence and outcome (Brier 1950), 0 to 1.
  public let brierScore: Double

  /// - Parameters:
  ///   - confidences: 0 to 1: how likely each is said to be.
  ///   - outcomes: whether it came true.
  public init(confidences: [Double], outcomes: [Bool], _ binning: Binning = .equalWidth, bins count: Int = 10) {
    precondition(confidences.count == outcomes.count, "\(confidences.count) confidences, \(outcomes.count) outcomes")
    precondition(count > 0, "\(count) bins")
    let order = confidences.indices.sorted { (confidences[$0], $0) < (confidences[$1], $1) }
    let edges = (0...count).map { Double($0) / Double(count) }
    var bins: [ReliabilityBin] = []
    var start = 0
    for bin in 0..<count {
      let end =
        switch binning {
        case .equalWidth:
          order[start...].firstIndex { bin + 1 < count && confidences[$0] > edges[bin + 1] } ?? order.count
        case .equalMass: start + order.count / count + (bin < order.count % count ? 1 : 0)
        }
      let items = order[start..<end]
      start = end
      guard let first = items.first, let last = items.last else { continue }
      bins.append(
        ReliabilityBin(
          low: binning == .equalWidth ? edges[bin] : confidences[first],
          high: binning == .equalWidth ? edges[bin + 1] : confidences[last], count: items.count,
          meanConfidence: items.reduce(0) { $0 + confidences[$1] } / Double(items.count),
          accuracy: Estimate(share: items.count { outcomes[$0] }, of: items.count)))
    }
    self.bins = bins
    brierScore =
      zip(confidences, outcomes).reduce(0) { sum, item in
        let distance = item.0 - (item.1 ? 1 : 0)
        return sum + distance * distance
      } / Double(confidences.count)
  }

  /// ECE: how far confidence and accuracy are apart on average, each bin by its items; 0 to 1.
  public var expectedError: Double {
    bins.reduce(0) { $0 + $1.gap * Double($1.count) } / Double(bins.reduce(0) { $0 + $1.count })
  }

  /// MCE: how far they are apart in the worst bin.
  public var maximumError: Double { bins.map(\.gap).max() ?? .nan }
}
