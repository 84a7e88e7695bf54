// What a run's folder holds, by name. Everything that made a run is in it.

/// A folder of one run.
///
/// ```
/// config.yaml                    every setting, written out; paths beside the folder
/// data/train.jsonl, validation.jsonl   the rows as they were learnt and judged
/// log.jsonl                      a line a step, a line an evaluation
/// run.json                       state, counts, best evaluation, checksums of base and data
/// samples.jsonl                  validation rows with what the best model answered
/// samples-before.jsonl           the same rows with what the model answered before it learnt
/// checkpoints/last.safetensors, best.safetensors
/// .lock                          held by the process that writes
/// adapter/                       of LoRA: adapters alone
/// model/                         the best model, merged, in Hugging Face layout with its tokenizer
/// ```
public struct RunFolder: Equatable, Sendable {
  public let path: String

  public init(_ path: String) { self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path }

  public func file(_ name: String) -> String { "\(path)/\(name)" }

  public var configuration: String { file("config.yaml") }
  public var log: String { file("log.jsonl") }
  public var state: String { file("run.json") }
  public var samples: String { file("samples.jsonl") }
  public var samplesBefore: String { file("samples-before.jsonl") }
  public var lock: String { file(".lock") }
  public var trainingRows: String { file("data/train.jsonl") }
  public var validationRows: String { file("data/validation.jsonl") }
  public var checkpoints: String { file("checkpoints") }
  public var adapter: String { file("adapter") }
  public var model: String { file("model") }
}
