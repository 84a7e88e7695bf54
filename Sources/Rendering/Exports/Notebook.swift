// A Jupyter notebook as a value (nbformat 4.5, https://nbformat.readthedocs.io), as far as lessons need it.

struct Notebook: Encodable {
  var cells: [Cell] = []
  var metadata: Metadata
  let nbformat = 4
  let nbformatMinor = 5

  private enum CodingKeys: String, CodingKey {
    case cells, metadata, nbformat
    case nbformatMinor = "nbformat_minor"
  }

  struct Metadata: Encodable {
    var title: String
    var lectern: Origin
    let languageInfo = Language()
    let kernelspec = Kernel()

    private enum CodingKeys: String, CodingKey {
      case title, lectern, kernelspec
      case languageInfo = "language_info"
    }

    struct Origin: Encodable {
      var origin: String
      var lesson: String
      /// What steps import without saying so.
      let imports = ["Transformers", "StepSupport"]
      var seed: UInt64
    }

    struct Language: Encodable {
      let name = "swift"
      let fileExtension = ".swift"
      let mimetype = "text/x-swift"
      let pygmentsLexer = "swift"

      private enum CodingKeys: String, CodingKey {
        case name, mimetype
        case fileExtension = "file_extension"
        case pygmentsLexer = "pygments_lexer"
      }
    }

    struct Kernel: Encodable {
      let name = "swift"
      let displayName = "Swift"
      let language = "swift"

      private enum CodingKeys: String, CodingKey {
        case name, language
        case displayName = "display_name"
      }
    }
  }

  struct Cell: Encodable {
    enum Content {
      case markdown
      /// The count is what stands between the brackets of `In [3]`; nil for what has not run.
      case code(count: Int?, outputs: [Output])
    }
    /// Unique in the notebook: 1 to 64 letters, digits, `-` and `_`.
    var id: String
    var source: String
    var content: Content
    var metadata = CellMetadata()

    private enum CodingKeys: String, CodingKey {
      case id, source, metadata, outputs
      case type = "cell_type"
      case count = "execution_count"
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(id, forKey: .id)
      try container.encode(Notebook.lines(source), forKey: .source)
      try container.encode(metadata, forKey: .metadata)
      switch content {
      case .markdown: try container.encode("markdown", forKey: .type)
      case .code(let count, let outputs):
        try container.encode("code", forKey: .type)
        // The key must be there, also for nil.
        try container.encode(count, forKey: .count)
        try container.encode(outputs, forKey: .outputs)
      }
    }
  }

  struct CellMetadata: Encodable {
    var slideshow: Slide?
    var jupyter: Folding?
    var tags: [String]?
    /// The step it was.
    var lectern: [String: String]?

    struct Slide: Encodable {
      var type: SlideType
      private enum CodingKeys: String, CodingKey { case type = "slide_type" }
    }

    /// `-` goes on where the cell before it stands.
    enum SlideType: String, Encodable { case slide, fragment, notes, goesOn = "-" }

    struct Folding: Encodable {
      var isSourceHidden: Bool?
      var areOutputsHidden: Bool?
      private enum CodingKeys: String, CodingKey {
        case isSourceHidden = "source_hidden"
        case areOutputsHidden = "outputs_hidden"
      }
    }
  }

  enum Output: Encodable {
    case stream(name: String, text: String)
    /// Something shown, by media type; the reader takes the richest that it knows.
    case display([String: String])
    case error(name: String, message: String, traceback: [String])

    private enum CodingKeys: String, CodingKey {
      case name, text, data, metadata, ename, evalue, traceback
      case type = "output_type"
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      switch self {
      case .stream(let name, let text):
        try container.encode("stream", forKey: .type)
        try container.encode(name, forKey: .name)
        try container.encode(Notebook.lines(text), forKey: .text)
      case .display(let data):
        try container.encode("display_data", forKey: .type)
        try container.encode(data.mapValues(Notebook.lines), forKey: .data)
        try container.encode([String: String](), forKey: .metadata)
      case .error(let name, let message, let traceback):
        try container.encode("error", forKey: .type)
        try container.encode(name, forKey: .ename)
        try container.encode(message, forKey: .evalue)
        try container.encode(traceback, forKey: .traceback)
      }
    }
  }

  /// Text as notebooks hold it: a list of lines, each with its newline, so that differences can be read.
  private static func lines(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { "\($0)\n" }
    let last = lines.removeLast()
    return last == "\n" ? lines : lines + [String(last.dropLast())]
  }
}
