// A judgement as its picture takes it.
import Learning
import Rendering

extension GuessPicture {
  static func lines(for guess: String, _ judgement: GuessJudgement, options: TextOptions) -> [StyledLine] {
    let (verdict, answer): (Verdict, String) =
      switch judgement {
      case .right(let answer): (.right, answer)
      case .close(let answer, let error): (.close(relativeError: error), answer)
      case .wrong(let answer): (.wrong, answer)
      case .cannotTell(let shown): (.open, shown)
      }
    return lines(guess: guess, verdict: verdict, answer: answer, options: options)
  }
}
