// What the step host calls, by these C names, around a step.
import Glibc
import Transformers

/// Once, before any step: what holds for all of them, and what each would otherwise pay for the first time.
@_cdecl("lectern_prepare")
public func prepare() {
  TrainingProgress.showInSteps()
  _ = try? StepWriter.wireLine(for: warmUpRecord, step: 0, printedBefore: 0)
  _ = ValueText.describe([1: "one"], limit: 20)
}

@_cdecl("lectern_step_will_run")
public func stepWillRun(
  _ configuration: UnsafePointer<CChar>, _ descriptor: CInt, _ printedBytes: UnsafePointer<CLong>
) {
  StepRun.isBusy = false
  StepRun.current = StepRun(
    configuration: StepConfiguration(String(cString: configuration)),
    writer: StepWriter(descriptor: descriptor, printedBytes: printedBytes))
}

/// After the step, and as far as that is possible when it ends in any other way: sends what is still held back.
@_cdecl("lectern_step_did_run")
public func stepDidRun() {
  StepRun.current?.finish()
  if !StepRun.isBusy { StepRun.current = nil }
}

/// Whether the log is being changed at this moment, so that it cannot be sent now.
@_cdecl("lectern_step_is_logging")
public func stepIsLogging() -> CInt { StepRun.isBusy ? 1 : 0 }

/// The error that reached the top of the step; the host adds where it was thrown.
@_cdecl("lectern_step_threw")
public func stepThrew(_ error: UnsafeRawPointer) {
  let error = unsafeBitCast(error, to: (any Error).self)
  StepRun.current?.sendFailure(ErrorText.describe(error))
}
