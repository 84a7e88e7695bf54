/// You give each text the label of the nearest of the forty. Near means here: about the same thing. Mood makes a small
/// difference; what could make it count for more?
func classify(_ new: Tensor, vectors: Tensor, labels: [Int], classes: Int) throws -> [Int] {
  (0..<new.shape[0]).map { row in
    let distances = (vectors - new[row]).squared().sum(axis: -1)
    return labels[(-distances).argmax()]
  }
}
