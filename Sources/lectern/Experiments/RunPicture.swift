// One run as text: what it is, what was set, its curves and what came of it.
import Experiments
import LessonDocuments
import Rendering
import StepRecords

struct RunPicture {
  let run: RecordedRun
  let options: TextOptions

  private var numbers: RunNumbers { RunNumbers(options) }

  var lines: [StyledLine] {
    var blocks = [head, settings, curves, results].filter { !$0.isEmpty }
    let last = blocks.popLast() ?? []
    return blocks.flatMap { $0 + [StyledLine()] } + last
  }

  private var head: [StyledLine] {
    let state = run.state
    let share = Double(state.trainableParameters) / Double(max(1, state.parameters))
    let steps = run.isOver ? numbers.counted(run.step, "step") : "\(run.step) of \(state.totalSteps) steps"
    let sentences = [
      "\(steps) in \(numbers.seconds(state.seconds)) on \(numbers.counted(state.threads, "thread")); "
        + "\(numbers.count(state.trainableParameters)) of \(numbers.count(state.parameters)) parameters learn "
        + "(\(NumberText(options).percent(share)))",
      "\(numbers.counted(state.trainingRows, "row")) to learn from, \(numbers.count(state.validationRows)) to judge by",
      goingOn,
    ].compactMap { $0 }
    let title =
      StyledLine(options.oneLine(run.name), TextStyle(bold: true))
      + StyledLine("  \(run.standing.rawValue), \(state.problem)", StepDrawing.quiet)
    return title.wrapped(to: options.width) + sentences.flatMap { StyledLine($0).wrapped(to: options.width) }
  }

  private var goingOn: String? {
    switch run.standing {
    case .died, .interrupted:
      "It goes on from its last checkpoint with: lectern train \(run.folder.path.harmless)/config.yaml"
    case .running: "A process is training there now."
    case .diverged: "It diverged; the last good checkpoint is in \(run.folder.path.harmless)/checkpoints."
    case .finished, .stoppedEarly: nil
    }
  }

  /// What is not as by default.
  private var settings: [StyledLine] {
    // The title says the problem; that the rows were copied is so in every run.
    let told = ["name", "problem", "data.train", "data.validation"]
    let changed = run.changedValues.filter { !told.contains($0.key) }
    guard !changed.isEmpty else { return [StyledLine("All settings are as by default.", StepDrawing.quiet)] }
    let width = min(changed.map { $0.key.displayWidth }.max() ?? 0, 28)
    return [StyledLine("settings that differ from the defaults", StepDrawing.quiet)]
      + changed.flatMap { key, value in
        (StyledLine("  " + key.padded(to: width + 2)) + StyledLine(options.oneLine(value)))
          .wrapped(to: options.width, indent: width + 4)
      }
  }

  private var curves: [StyledLine] {
    let loss = CurvesPicture(
      title: "loss", curves: [("training", run.curve(\.loss)), ("validation", run.validationCurve)])
    let metric = run.mainMetric.map { name in
      CurvesPicture(title: name, curves: [(name, run.curve({ $0.metrics?[name]?.value }, points: .max))], height: 5)
    }
    let margin = CurvesPicture(
      title: "reward margin", curves: [("reward margin", run.curve(\.rewardMargin))], height: 5)
    let small = [metric, margin].compactMap { $0 }.filter { $0.curves.contains { $0.points.count > 2 } }
    return loss.lines(options) + small.flatMap { $0.lines(options) } + rates
  }

  /// A line each: there is little to read off them but that all is well.
  private var rates: [StyledLine] {
    let curves = [
      ("learning rate", run.curve(\.learningRate, points: 18)),
      ("gradient norm", run.curve(\.gradientNorm, points: 18)),
    ]
    return curves.flatMap { name, points -> [StyledLine] in
      let values = points.map(\.value)
      guard values.count > 2, let least = values.min(), let most = values.max(), let last = values.last else {
        return []
      }
      let series = SeriesRecord(
        count: values.count, last: last, minimum: least, maximum: most, values: values, stride: 1)
      return RecordPicture.lines(for: Record(name: name, content: .series(series)), options: options)
    }
  }

  private var results: [StyledLine] {
    var lines: [StyledLine] = []
    if let best = run.best {
      lines.append(StyledLine("best validation loss \(numbers.number(best.loss)), after step \(best.step)"))
    }
    for (name, estimate) in run.metrics.sorted(by: { $0.key < $1.key }) {
      let gain = run.state.gains[name].map { gain in
        gain.low <= 0 && gain.high >= 0
          ? "; cannot be told apart from the model before"
          : "; \(numbers.difference(gain.value)) over the model before (\(numbers.number(gain.low)) to \(numbers.number(gain.high)))"
      }
      lines += StyledLine("\(name) \(numbers.estimate(estimate))\(gain ?? "")").wrapped(to: options.width, indent: 2)
    }
    return lines
  }
}
