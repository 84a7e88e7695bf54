// Documents out of the database, with all that was made of them.
import Messages

extension DocumentDatabase {
  /// Forgets documents: their text, words and vectors, and what of them lay in the file.
  ///
  /// - Parameter files: paths, names as they were added, or folders of them, which forgets all in them.
  /// - Returns: the names of those that were forgotten, and of what there is no such document.
  public func remove(_ files: [String]) throws -> (removed: [String], unknown: [String]) {
    try opened(.changing) { store in
      let collection = try existing(in: store)
      let all = try store.documents(of: collection)
      var found: [Int64: StoredDocument] = [:]
      var unknown: [String] = []
      for file in files {
        let documents = all.filter { $0.isMeant(by: file) }
        if documents.isEmpty { unknown.append(file) }
        for document in documents { found[document.id] = document }
      }
      let forgotten = found.values.sorted { $0.file < $1.file }
      try store.forget(forgotten, of: collection)
      try store.tidy()
      return (forgotten.map(\.file), unknown)
    }
  }

  /// Documents in these folders whose files are gone.
  public func missingFiles(in folders: [String]) throws -> [StoredDocument] {
    let places = folders.filter(FilePlace.isFolder)
    guard !places.isEmpty, try isThere() else { return [] }
    return try documents().filter { document in
      places.contains(where: document.isMeant(by:)) && FilePlace.isGone(document.path)
    }
  }

  /// The name that is most like one that is no document's; nil if there are no documents.
  public func nearestDocument(to file: String) throws -> String? {
    NearestName.of(file, among: try documents().map(\.file))
  }
}

extension StoredDocument {
  /// By its path or its name, or by a folder that it is in.
  func isMeant(by file: String) -> Bool {
    let place = FilePlace.fromRoot(file)
    let folder = file.hasSuffix("/") ? file : file + "/"
    return self.file == file || path == place || path.hasPrefix(place == "/" ? "/" : place + "/")
      || self.file.hasPrefix(folder)
  }
}
