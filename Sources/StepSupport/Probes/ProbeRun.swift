// A file of probes, answering: what the step host calls in a fork for each question of the judge.
import Glibc
import StepRecords

public enum ProbeRun {
  /// Answers the question that the host was given. Every file of probes ends in a call of this; see Grading.
  public static func answer(_ probes: Probes) {
    guard let run = StepRun.current else { return }
    run.send(answer(to: run.configuration.probe, in: probes, run.configuration))
  }

  private static func answer(
    to question: StepConfiguration.ProbeQuestion, in probes: Probes, _ configuration: StepConfiguration
  ) -> ProbeAnswer {
    do {
      switch question {
      case .describe: return .descriptions(probes.list.map(\.description))
      case .run(let index):
        let probe = try probes.probe(index)
        let random = ProbeRandom(seed: configuration.seed, probe: probe.description.name)
        return .value(try probe.value(random))
      case .accept(let index):
        let value = try RecordJSON.decode(ProbedValue.self, from: contents(of: configuration.sourcePath))
        return .accepted(try probes.probe(index).accept?(value) ?? false)
      }
    } catch {
      return .thrown(ErrorText.describe(error))
    }
  }

  private struct Unreadable: Error {}

  private static func contents(of path: String) throws -> [UInt8] {
    guard let file = fopen(path, "re") else { throw Unreadable() }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return bytes
  }
}

/// Where a probe finds a folder of the course that its exercise `reads`, such as `BaseModel`; for reading only.
///
/// Elsewhere, as in a step of a lesson, it is the name itself: paths start at the course's folder there.
public func courseFolder(_ name: String) -> String {
  let course = StepRun.current?.configuration.coursePath ?? ""
  return course.isEmpty ? name : "\(course)/\(name)"
}

extension Probes {
  private struct NoSuchProbe: Error {}

  fileprivate func probe(_ index: Int) throws -> Probe {
    guard list.indices.contains(index) else { throw NoSuchProbe() }
    return list[index]
  }
}
