// Whether a model is as sure as it is right.

/// The mean squared distance of confidence and outcome.
func brier(_ confidences: [Double], _ isRight: [Bool]) -> Double {
  // TODO(calibration-error): the outcome is 1 or 0.
  -1
}

/// Of each bin that is not empty: answers, mean confidence, share that is right.
func bins(_ confidences: [Double], _ isRight: [Bool], count: Int) -> [[Double]] {
  // TODO(calibration-error): which bin is a confidence in?
  [[]]
}

/// How far confidence and share are apart, on average over the answers.
func calibrationError(_ confidences: [Double], _ isRight: [Bool], count: Int) -> Double {
  // TODO(calibration-error): use the bins.
  -1
}
