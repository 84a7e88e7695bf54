// What `lectern data` is given, as rows: documents through chunks and pairs, data sets as they are.
import DataPreparation
import DocumentReading
import Foundation
import Hashing
import LessonDocuments
import StepRecords

/// Rows from files and folders, and what could not be read.
struct DataSources {
  private(set) var rows: [TrainingRow] = []
  private(set) var sources: [DataCard.Source] = []
  private(set) var failures: [DataCard.Failure] = []
  /// What a reader should know besides, a sentence each.
  private(set) var notes: [String] = []

  private let kind: TrainingRow.Kind
  private let columns: ColumnMapping?

  /// - Parameters:
  ///   - kind: what documents become.
  ///   - columns: of the data sets; nil to recognise them.
  ///   - progress: told of each file before it is read.
  init(
    _ paths: [String], kind: TrainingRow.Kind, columns: ColumnMapping?, progress: (_ done: Int, _ total: Int) -> Void
  ) {
    self.kind = kind
    self.columns = columns
    let found = DocumentFiles.find(paths)
    failures = found.failures.map { DataCard.Failure(file: $0.file, reason: $0.error.description) }
    if !found.passedOver.isEmpty {
      let some = found.passedOver.prefix(3).map(\.harmless).joined(separator: ", ")
      notes.append(
        "not read, being of no known kind: \(some)"
          + (found.passedOver.count > 3 ? " and \(found.passedOver.count - 3) more" : ""))
    }
    for (number, file) in found.files.enumerated() {
      progress(number, found.files.count)
      take(file)
    }
    progress(found.files.count, found.files.count)
  }

  private mutating func take(_ file: String) {
    let format = DocumentFormat(file: file)
    if format == .csv || format == .jsonLines {
      do {
        let set = try RowFile.read(file, columns: columns)
        sources.append(DataCard.Source(file: file, sha256: try SHA256.hexadecimal(ofFile: file)))
        rows += set.rows
        if let problem = set.problems.first {
          let count = set.problems.count
          let rows = count == 1 ? "a row was left out" : "\(count) rows were left out, the first"
          failures.append(DataCard.Failure(file: file, reason: "\(rows) in line \(problem.line): \(problem.message)"))
        }
        return
      } catch {
        // With columns named it is meant as a data set. Else it may be a table that somebody wants questions about.
        guard columns == nil else { return failures.append(DataCard.Failure(file: file, reason: "\(error)")) }
        notes.append(
          "\(file.harmless) is read as a document, since none of its columns is known as that of a data set; if it is "
            + "one, name them with --columns question=NAME,answer=NAME")
      }
    }
    do throws(DocumentError) { take(try DocumentReader.read(file)) } catch {
      failures.append(DataCard.Failure(file: file, reason: error.description))
    }
  }

  private mutating func take(_ document: SourceDocument) {
    sources.append(DataCard.Source(file: document.file, sha256: document.sha256))
    rows += PairMaker.rows(of: kind, from: Chunker().chunks(of: document))
  }
}
