// Writing safetensors files.

internal import Foundation

extension SafetensorsFile {
  /// How numbers are written.
  public enum Precision: String, Sendable {
    case single = "F32"
    /// Half the size; each number is rounded to the nearest of 11 significant bits, infinity from 65520 on.
    case half = "F16"

    var bytes: Int { self == .single ? 4 : 2 }
  }

  /// Writes tensors, in the order of their names: the same bytes for the same content. The file appears complete
  /// or not at all; until then one that was there stays as it is. Throws ``SafetensorsError``.
  ///
  /// - Parameter metadata: notes beside the tensors. `format: pt` is what transformers asks of files it loads.
  public static func write(
    _ tensors: [(name: String, tensor: Tensor)], metadata: [String: String] = ["format": "pt"],
    as precision: Precision = .single, to path: String
  ) throws {
    try write(
      tensors.map { name, tensor in Source(name: name, shape: tensor.shape, tensor: { tensor }) }, metadata: metadata,
      as: precision, to: path)
  }

  /// A tensor to write, made when its turn comes: so that a model which is stored in another arrangement is not held
  /// twice.
  package struct Source {
    let name: String
    let shape: [Int]
    let content: Content

    enum Content {
      case tensor(() -> Tensor)
      /// Written as they are, whatever the precision.
      case bytes([UInt8], elementType: String)
    }

    /// - Parameter tensor: returns a tensor of that shape.
    package init(name: String, shape: [Int], tensor: @escaping () -> Tensor) {
      self.name = name
      self.shape = shape
      content = .tensor(tensor)
    }

    /// - Parameter elementType: one of a byte each: "U8", "I8".
    package init(name: String, elementType: String, shape: [Int], bytes: [UInt8]) {
      precondition(bytes.count == Shape.count(shape), "\(name): \(bytes.count) bytes for the shape \(shape)")
      self.name = name
      self.shape = shape
      content = .bytes(bytes, elementType: elementType)
    }

    func entry(from start: Int, _ precision: Precision) -> Entry {
      let (elementType, size) =
        switch content {
        case .tensor: (precision.rawValue, precision.bytes)
        case .bytes(_, let elementType): (elementType, 1)
        }
      return Entry(
        name: name, elementType: elementType, shape: shape, bytes: start..<start + Shape.count(shape) * size)
    }
  }

  package static func write(
    _ sources: [Source], metadata: [String: String] = ["format": "pt"], as precision: Precision = .single,
    to path: String
  ) throws {
    let sources = sources.sorted { $0.name < $1.name }
    for (one, next) in zip(sources, sources.dropFirst()) where one.name == next.name {
      throw SafetensorsError.repeatedName(file: path, tensor: one.name)
    }
    if sources.contains(where: { $0.name == SafetensorsHeader.metadataKey }) {
      throw SafetensorsError.reservedName(file: path, tensor: SafetensorsHeader.metadataKey)
    }
    var end = 0
    let entries = sources.map { source in
      let entry = source.entry(from: end, precision)
      end = entry.bytes.upperBound
      return entry
    }
    let header = try SafetensorsHeader.json(entries, metadata: metadata)
    let file = try AtomicFile(path)
    try withUnsafeBytes(of: UInt64(header.count).littleEndian) { try file.write($0) }
    try header.withUnsafeBytes { try file.write($0) }
    for source in sources {
      guard case .tensor(let make) = source.content else {
        if case .bytes(let bytes, _) = source.content { try bytes.withUnsafeBytes { try file.write($0) } }
        continue
      }
      let tensor = make()
      precondition(tensor.shape == source.shape, "\(source.name): \(tensor.shape), announced as \(source.shape)")
      try withExtendedLifetime(tensor) {
        let numbers = UnsafeBufferPointer(start: tensor.memory, count: tensor.count)
        switch precision {
        case .single: try file.write(UnsafeRawBufferPointer(numbers))
        case .half: try numbers.map(\.asHalf).withUnsafeBytes { try file.write($0) }
        }
      }
    }
    try file.finish()
  }
}

/// A file that is written under another name, and renamed when it is whole and on the disk.
private final class AtomicFile {
  private let path: String
  private let temporary: String
  private let descriptor: Int32
  private var isFinished = false

  init(_ path: String) throws {
    self.path = path
    temporary = "\(path).\(getpid())-\(UInt32.random(in: 0...(.max))).partial"
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw problem() }
  }

  /// Not finished: nothing was written.
  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    if !isFinished { unlink(temporary) }
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws {
    var done = 0
    while done < bytes.count {
      let count = Foundation.write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw problem() }
      done += count
    }
  }

  func finish() throws {
    guard fsync(descriptor) == 0, rename(temporary, path) == 0 else { throw problem() }
    isFinished = true
    // The folder holds the name, which is to survive a power cut too.
    let folder = open(URL(fileURLWithPath: path).deletingLastPathComponent().path, O_RDONLY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }

  private func problem() -> SafetensorsError { .cannotWrite(file: path, reason: systemReason()) }
}
