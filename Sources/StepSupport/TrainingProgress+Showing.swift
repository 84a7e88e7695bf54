// Training tells the reader how far it is, without a word in the lesson.
import Transformers

extension TrainingProgress {
  /// Lets every `fit` that has no reports of its own show its progress in the running step, and its loss as a curve.
  static func showInSteps() {
    var latest = 0
    report = { state in
      var metrics = [
        "loss": Double(state.loss), "rate": Double(state.learningRate), "tokensPerSecond": state.tokensPerSecond,
      ]
      metrics["held-out loss"] = state.heldOutLoss.map(Double.init)
      // The time left is computed from the time taken; steps before a resume took none of it.
      let stepsLeft = state.total - state.step
      let seconds = stepsLeft > 0 ? state.secondsLeft / Double(stepsLeft) * Double(state.step) : nil
      sendProgress(
        state.step, of: state.total, metrics: metrics, name: "training", seconds: seconds, file: state.file,
        line: state.line)
      // Steps that begin anew are those of another trainer.
      StepRun.current?.gather(
        Double(state.loss), isFirst: state.step <= latest, name: "loss", file: state.file, line: state.line)
      latest = state.step
    }
  }
}
