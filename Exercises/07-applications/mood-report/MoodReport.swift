// Where a classifier's errors are.

/// `[true label, given label]`
func confusion(truth: [String], given: [String], labels: [String]) -> [[Int]] {
  // TODO(mood-report): count.
  []
}

/// Of each label precision, recall, and F1.
func scores(_ matrix: [[Int]]) -> [[Double]] {
  // TODO(mood-report): along a column, and along a row.
  []
}

/// The mean of the labels' F1.
func macroF1(_ matrix: [[Int]]) -> Double {
  // TODO(mood-report): every label counts alike.
  -1
}

/// The accuracy of always giving the commonest true label.
func commonest(_ matrix: [[Int]]) -> Double {
  // TODO(mood-report): what does it take to be better than this?
  -1
}
