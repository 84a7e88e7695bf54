// One step, running: asks a state to fork, follows what the fork gives out, and ends it when it goes over a limit.
import Foundation
import StepRecords
import StepWire
import SystemTools

package struct StepProcess {
  let limits: RunLimits
  let cancellation: Cancellation?
  let emit: (StepOutput) -> Void

  private let request: RunRequest
  private let state: LivingState
  private let control: Descriptor
  private let records: Descriptor
  private let stdout: Descriptor
  private let stderr: Descriptor

  private var merge = OutputMerge()
  private var errors = ErrorOutput()
  private var textBytes = 0
  private var recordBytes = 0
  private var pid: pid_t?
  private var reported: HostMessage?
  private var thrownMessage: String?
  private var exceeded: RunLimits.Kind?
  private var isInterrupted = false
  private var mustEndAt: ContinuousClock.Instant?
  /// Whether the state has been asked to end the step, without a question.
  private var isLast = false
  /// How to ask it to end, when that was decided before its process was known.
  private var stopAtBirth: String?

  /// Runs a request on `state` and returns how that ended. `state` lives on in every case but `lostState`.
  package static func run(
    _ request: RunRequest, on state: LivingState, limits: RunLimits, cancellation: Cancellation?,
    emit: @escaping (StepOutput) -> Void
  ) throws -> StepEnding {
    let control = try Descriptor.messageSockets()
    let records = try Descriptor.pipe()
    let stdout = try Descriptor.pipe()
    let stderr = try Descriptor.pipe()
    let null = try Descriptor.null()
    let message = "run\n\(request.configuration)\n\(request.entryPoint)\n\(request.library)"
    let descriptors = [
      control.theirs.number, records.writing.number, stdout.writing.number, stderr.writing.number, null.number,
    ]
    guard
      message.utf8.count < Int(message_limit),
      send_message_with_descriptors(state.control.number, message, message.utf8.count, descriptors) == 0
    else { return .lostState }
    for theirs in [control.theirs, records.writing, stdout.writing, stderr.writing, null] { theirs.close() }
    var process = StepProcess(
      request: request, state: state, control: control.ours, records: records.reading, stdout: stdout.reading,
      stderr: stderr.reading, limits: limits, cancellation: cancellation, emit: emit)
    return process.follow()
  }

  private init(
    request: RunRequest, state: LivingState, control: Descriptor, records: Descriptor, stdout: Descriptor,
    stderr: Descriptor, limits: RunLimits, cancellation: Cancellation?, emit: @escaping (StepOutput) -> Void
  ) {
    self.request = request
    self.state = state
    self.control = control
    self.records = records
    self.stdout = stdout
    self.stderr = stderr
    self.limits = limits
    self.cancellation = cancellation
    self.emit = emit
    for descriptor in [records, stdout, stderr] {
      _ = fcntl(descriptor.number, F_SETFL, O_NONBLOCK)
    }
  }

  // MARK: Following

  private mutating func follow() -> StepEnding {
    let start = ContinuousClock.now
    var lastTick = start
    var waiting: [(descriptor: Descriptor, isOpen: Bool)] = [
      (state.control, true), (control, true), (stdout, true), (stderr, true), (records, true),
    ]
    while true {
      var requests = waiting.map {
        pollfd(fd: $0.isOpen ? $0.descriptor.number : -1, events: Int16(POLLIN), revents: 0)
      }
      if let cancellation, !isInterrupted {
        requests.append(pollfd(fd: cancellation.waitDescriptor, events: Int16(POLLIN), revents: 0))
      }
      _ = poll(&requests, nfds_t(requests.count), 20)
      let isReady = { (index: Int) in index < requests.count && requests[index].revents != 0 }

      if isReady(2) || isReady(3) || isReady(4) {
        let open = readOutput()
        for index in 2...4 where !open[index - 2] { waiting[index].isOpen = false }
        give(isFlushing: false)
      }
      if isReady(1) {
        switch HostMessage.read(from: control) {
        case .message(.done(let leftOver, let isIntact)):
          readBirth()
          give(isFlushing: true, isEnd: true)
          if !request.isKept, !endForGood() {
            state.endHost()
            return .lostState
          }
          return completed(leftOver: leftOver, isIntact: isIntact)
        case .message(.forked): goOver(.processes)
        case .message(let message): if reported == nil { reported = message }
        case .hangUp: waiting[1].isOpen = false
        case .nothing: break
        }
      }
      if isReady(0) {
        switch HostMessage.read(from: state.control) {
        case .message(.born(let child)):
          pid = child
          if let stopAtBirth { stop(asking: stopAtBirth) }
        case .message(.unborn(let reason)): return .notStarted(reason)
        case .message(.ended(let child, let status)) where child == pid:
          // What it said last may still be on its way.
          while waiting[1].isOpen, reported == nil,
            case .message(let message) = HostMessage.read(from: control, waitingAtMost: 0)
          {
            reported = message
          }
          give(isFlushing: true, isEnd: true)
          return ended(WaitStatus(status))
        case .hangUp:
          give(isFlushing: true, isEnd: true)
          return .lostState
        case .message, .nothing: break
        }
      }
      if isReady(5) {
        isInterrupted = true
        stop(asking: "where")
      }
      let now = ContinuousClock.now
      if now - lastTick >= .milliseconds(20) {
        checkUsage(after: (now - start).seconds)
        if now - start >= .milliseconds(100) { give(isFlushing: true) }
        if let mustEndAt, now >= mustEndAt {
          if isLast {
            // The state itself does not listen any more.
            state.endHost()
            give(isFlushing: true, isEnd: true)
            return ended(WaitStatus(0))
          }
          isLast = true
          stop(asking: "end")
        }
        lastTick = now
      }
    }
  }

  /// A fast step is done before the word of its birth is read; left unread, the next step would take it for its own.
  private mutating func readBirth() {
    while pid == nil, case .message(let message) = HostMessage.read(from: state.control, waitingAtMost: Self.patience) {
      if case .born(let child) = message { pid = child }
    }
  }

  /// Ends the process of a step that no other is to stand on, whether or not it really came to its end when it said so.
  /// Returns whether it is gone.
  private func endForGood() -> Bool {
    guard let pid else { return false }
    let request = "end\n\(pid)"
    _ = send_message(state.control.number, request, request.utf8.count)
    while case .message(let message) = HostMessage.read(from: state.control, waitingAtMost: Self.patience) {
      if case .ended(pid, _) = message { return true }
    }
    return false
  }

  /// How long a state may take for an answer that it owes, in milliseconds.
  private static let patience: Int32 = 3000

  // MARK: Output

  /// Reads what is there, and says of standard output, standard error and records whether more can come.
  private mutating func readOutput() -> [Bool] {
    var isOpen = [true, true, true]
    isOpen[0] = read(from: stdout) { $0.addText($1) }
    merge.settleText()
    isOpen[2] = read(from: records) { $0.addRecords($1) }
    // What was printed before those records were sent is here by now.
    isOpen[0] = read(from: stdout) { $0.addText($1) } && isOpen[0]
    isOpen[1] = read(from: stderr) { process, bytes in
      let room = process.roomForText(bytes.count)
      process.errors.add(bytes.prefix(room))
    }
    return isOpen
  }

  private mutating func addText(_ bytes: ArraySlice<UInt8>) {
    let room = roomForText(bytes.count)
    merge.addText(bytes.prefix(room))
  }

  private mutating func addRecords(_ bytes: ArraySlice<UInt8>) {
    recordBytes += bytes.count
    if recordBytes <= limits.records { merge.addRecords(bytes) } else { goOver(.records) }
  }

  /// Counts text that came, and says how much of it is still within the limit.
  private mutating func roomForText(_ count: Int) -> Int {
    let room = max(0, limits.text - textBytes)
    textBytes += count
    if textBytes > limits.text { goOver(.text) }
    return room
  }

  /// Reads until nothing is left for now; false at the end of the stream.
  private mutating func read(
    from descriptor: Descriptor, _ take: (inout StepProcess, ArraySlice<UInt8>) -> Void
  ) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    for _ in 0..<64 {
      let count = Foundation.read(descriptor.number, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return count < 0 && errno == EAGAIN }
      take(&self, buffer[..<count])
    }
    return true
  }

  /// Hands on what can be told for certain.
  private mutating func give(isFlushing: Bool, isEnd: Bool = false) {
    if isEnd { _ = readOutput() }
    for output in merge.take(isFlushing: isFlushing, isEnd: isEnd) {
      // The error that ended the step becomes its failure.
      if case .record(let record, _) = output, case .failure(let failure) = record.content {
        thrownMessage = failure.message
      } else {
        emit(output)
      }
    }
    if isFlushing || isEnd, let text = errors.takeText(isEnd: isEnd) { emit(.text(.stderr, text)) }
  }

  // MARK: Limits

  private mutating func goOver(_ limit: RunLimits.Kind) {
    guard exceeded == nil, !isInterrupted else { return }
    exceeded = limit
    // Processes multiply while one asks.
    stop(asking: limit == .processes || limit == .threads ? "end" : "where")
  }

  private mutating func checkUsage(after seconds: Double) {
    guard mustEndAt == nil else { return }
    if seconds > limits.seconds { return goOver(.time) }
    guard let watched = state.boxProcess ?? pid else { return }
    let allowed = limits.processes + (state.boxProcess == nil ? 0 : Self.processesOfBox)
    let usage = ProcessUsage.of(watched, countingUpTo: allowed + 1)
    if usage.processes > allowed { return goOver(.processes) }
    if usage.threads > limits.threads { return goOver(.threads) }
    if usage.memory > limits.memory { return goOver(.memory) }
  }

  /// Asks the state to end the step: `where` lets it say where it is, `end` does not ask.
  private mutating func stop(asking verb: String) {
    mustEndAt = .now + .seconds(3)
    guard let pid else {
      // Its first output can be faster than the word of its birth.
      stopAtBirth = verb
      return
    }
    let request = "\(verb)\n\(pid)"
    _ = send_message(state.control.number, request, request.utf8.count)
  }

  /// The box's own: its launcher outside and inside, and the two of the step host.
  private static let processesOfBox = 4

  // MARK: Endings

  private mutating func completed(leftOver: Int, isIntact: Bool) -> StepEnding {
    if let withheld = errors.takeWithheld() { emit(.text(.stderr, withheld)) }
    let after = LivingState(control: control, below: state)
    if let exceeded { return .wentOver(exceeded, []) }
    if leftOver > 0 { return .leftProcesses(leftOver) }
    if !isIntact { return .lostDescriptors }
    return .completed(after)
  }

  private mutating func ended(_ status: WaitStatus) -> StepEnding {
    var frames: [HostMessage.Frame] = []
    if case .signal(_, let places) = reported { frames = places }
    if let exceeded { return .wentOver(exceeded, frames) }
    if isInterrupted { return .interrupted(frames) }
    switch reported {
    case .threw(let frames): return .threw(message: thrownMessage ?? "an error without a description", frames)
    case .exited(let status, let frames): return .exited(status: status, frames)
    case .signal(let number, let frames):
      return .signal(number, frames, fatalSentence: errors.fatalSentence)
    case .failed(let reason): return .notStarted(reason)
    default: return .vanished(status)
    }
  }
}
