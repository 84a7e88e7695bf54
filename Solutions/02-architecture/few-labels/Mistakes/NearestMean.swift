/// You give each text the class whose mean is nearest. That is the baseline: it lets what a text is about decide, which makes
/// the largest differences. Which directions tell the classes apart?
func classify(_ new: Tensor, vectors: Tensor, labels: [Int], classes: Int) throws -> [Int] {
  let means = (0..<classes).map { kind in
    vectors[labels.indices.filter { labels[$0] == kind }].mean(axis: 0)
  }
  let distances = means.map { (new - $0).squared().sum(axis: -1) }
  return Tensor.stacked(distances, axis: 1).argmaxOfNegative()
}

extension Tensor {
  fileprivate func argmaxOfNegative() -> [Int] { (-self).argmax(axis: -1).scalars.map { Int($0) } }
}
