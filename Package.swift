// swift-tools-version: 6.2
import PackageDescription

// The modules and what each may import; Documentation/Architecture.md explains the picture.
let package = Package(
  name: "lectern",
  products: [
    .executable(name: "lectern", targets: ["lectern"]),
    .executable(name: "StepHost", targets: ["StepHost"]),
    .library(name: "Transformers", type: .dynamic, targets: ["Transformers", "StepSupport"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // System libraries
    .systemLibrary(name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .systemLibrary(
      name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"]), .brew(["libarchive"])]),
    .systemLibrary(name: "CBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"]), .brew(["openblas"])]),
    .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),

    // Leaves that everything may stand on
    .target(name: "Messages"),
    .target(name: "Hashing"),
    .target(name: "SystemTools", dependencies: ["StepWire"]),
    .target(name: "MarkdownTrees", dependencies: ["CCMark"]),

    // The transformer library, which steps link
    .target(name: "CKernels", linkerSettings: [.linkedLibrary("m")]),
    .target(name: "Tensors", dependencies: ["CKernels", "CBLAS"]),
    .target(name: "Tokenizers"),
    .target(name: "Corpora"),
    .target(name: "Layers", dependencies: ["Tensors"]),
    .target(name: "Models", dependencies: ["Layers"]),
    .target(name: "Training", dependencies: ["Models", "Layers", "Tensors"]),
    .target(name: "Generation", dependencies: ["Models", "Layers", "Tensors"]),

    // The building steps, which steps link too. Those on the left a step imports; what needs a C library's headers
    // stands in a module of its own, which is only linked.
    .target(name: "YAMLTrees", dependencies: ["Messages"]),
    .target(name: "YAMLReading", dependencies: ["YAMLTrees", "Yams"]),
    .target(name: "DocumentReading", dependencies: ["Hashing"]),
    .target(
      name: "DocumentFormats",
      dependencies: ["DocumentReading", "MarkdownTrees", "SystemTools", "Tokenizers", "CXML", "CArchive"]),
    .target(
      name: "DataPreparation",
      dependencies: ["DocumentReading", "Corpora", "Messages", "Hashing", "Tokenizers", "YAMLTrees"]),
    .target(
      name: "Retrieval",
      dependencies: [
        "DocumentReading", "DataPreparation", "Messages", "Hashing", "Tokenizers", "Models", "Tensors", "Generation",
      ]),
    .target(name: "DocumentStorage", dependencies: ["Retrieval", .product(name: "GRDB", package: "GRDB.swift")]),
    .target(name: "TextModels", dependencies: ["Models", "Layers", "Tensors", "Generation", "Tokenizers"]),
    .target(
      name: "Evaluation",
      dependencies: [
        "TextModels", "Retrieval", "DataPreparation", "DocumentReading", "Models", "Tensors", "Generation",
        "Tokenizers", "YAMLTrees", "Messages", "Hashing",
      ]),
    .target(
      name: "Experiments",
      dependencies: [
        "Evaluation", "TextModels", "Training", "Models", "Layers", "Tensors", "Generation", "Tokenizers",
        "DataPreparation", "YAMLTrees", "Messages", "Hashing",
      ]),
    .target(
      name: "Applications",
      dependencies: [
        "Evaluation", "TextModels", "Training", "Models", "Layers", "Tensors", "Generation", "Tokenizers", "Corpora",
        "DataPreparation", "DocumentReading", "Retrieval", "Messages",
      ]),
    .target(
      name: "Transformers",
      dependencies: [
        "Tensors", "Layers", "Models", "Training", "Generation", "Tokenizers", "Corpora", "DocumentReading",
        "DataPreparation", "Retrieval", "TextModels", "Evaluation", "Experiments", "Applications", "YAMLReading",
        "DocumentFormats", "DocumentStorage",
      ]),

    // What a running step sends, and how it sends it
    .target(name: "StepRecords"),
    .target(name: "StepSupport", dependencies: ["StepRecords", "Transformers"]),
    .target(name: "StepWire"),
    .executableTarget(name: "StepHost", dependencies: ["StepWire"], linkerSettings: [.linkedLibrary("dl")]),

    // Lessons, their execution and their pictures
    .target(name: "SwiftTokens"),
    .target(name: "LessonDocuments", dependencies: ["MarkdownTrees", "Messages", "SystemTools", "Yams"]),
    .target(
      name: "StepExecution",
      dependencies: ["LessonDocuments", "StepRecords", "StepWire", "SwiftTokens", "SystemTools", "Hashing"]),
    .target(name: "Rendering", dependencies: ["LessonDocuments", "StepRecords", "SwiftTokens"]),
    .target(name: "TextEditing", dependencies: ["Rendering", "SwiftTokens"]),
    .target(
      name: "Grading",
      dependencies: [
        "LessonDocuments", "StepExecution", "StepRecords", "Rendering", "SwiftTokens", "Hashing", "SystemTools",
        "CArchive",
        "Yams",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .target(
      name: "Learning",
      dependencies: [
        "LessonDocuments", "StepRecords", "StepExecution", "Rendering", "Grading", "Hashing", "SystemTools",
      ]),
    .executableTarget(
      name: "lectern",
      dependencies: [
        "LessonDocuments", "StepExecution", "StepRecords", "Rendering", "Grading", "Learning", "TextEditing", "Tensors",
        "Layers", "Models", "Training", "Generation", "Tokenizers", "Hashing", "SystemTools", "DocumentReading",
        "DataPreparation", "Retrieval", "TextModels", "Evaluation", "Experiments", "Applications", "YAMLTrees",
        "YAMLReading", "DocumentFormats", "DocumentStorage",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .testTarget(name: "MessagesTests", dependencies: ["Messages"]),
    .testTarget(name: "SystemToolsTests", dependencies: ["SystemTools"]),
    .testTarget(name: "DocumentReadingTests", dependencies: ["DocumentReading", "DocumentFormats", "CArchive"]),
    .testTarget(
      name: "DataPreparationTests",
      dependencies: ["DataPreparation", "Corpora", "DocumentReading", "DocumentFormats", "YAMLTrees", "YAMLReading"]),
    .testTarget(
      name: "RetrievalTests",
      dependencies: [
        "Retrieval", "DocumentStorage", "DocumentReading", "DocumentFormats", "Layers", "Models", "Tensors",
        "Tokenizers", "Corpora",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(name: "TextModelsTests", dependencies: ["TextModels"]),
    .testTarget(
      name: "EvaluationTests",
      dependencies: [
        "Evaluation", "TextModels", "Retrieval", "DataPreparation", "DocumentReading", "Models", "Tensors",
        "Tokenizers",
        "YAMLTrees", "YAMLReading", "DocumentFormats",
      ], resources: [.copy("References")]),
    .testTarget(
      name: "ExperimentsTests",
      dependencies: [
        "Experiments", "Evaluation", "TextModels", "Training", "Models", "Layers", "Tensors", "Generation",
        "Tokenizers",
        "DataPreparation", "YAMLTrees", "YAMLReading",
      ]),
    .testTarget(
      name: "ApplicationsTests",
      dependencies: [
        "Applications", "Evaluation", "TextModels", "Training", "Models", "Layers", "Tensors", "Tokenizers", "Corpora",
        "DataPreparation", "DocumentReading", "Retrieval", "DocumentStorage",
      ],
      resources: [.copy("References")]),
    .testTarget(name: "TensorsTests", dependencies: ["Tensors"]),
    .testTarget(name: "LayersTests", dependencies: ["Layers", "Tensors"]),
    .testTarget(
      name: "ModelsTests", dependencies: ["Models", "Layers", "Tensors"], resources: [.copy("References")]),
    .testTarget(
      name: "TrainingTests", dependencies: ["Training", "Models", "Layers", "Tensors"],
      resources: [.copy("References")]),
    .testTarget(
      name: "GenerationTests", dependencies: ["Generation", "Models", "Layers", "Tensors"],
      resources: [.copy("References")]),
    .testTarget(name: "TokenizersTests", dependencies: ["Tokenizers"], resources: [.copy("References")]),
    .testTarget(name: "CorporaTests", dependencies: ["Corpora"]),
    .testTarget(name: "SwiftTokensTests", dependencies: ["SwiftTokens"]),
    .testTarget(name: "LessonDocumentsTests", dependencies: ["LessonDocuments"]),
    .testTarget(name: "StepRecordsTests", dependencies: ["StepRecords"]),
    .testTarget(name: "StepSupportTests", dependencies: ["StepSupport", "StepRecords", "Transformers"]),
    .testTarget(
      name: "RenderingTests", dependencies: ["Rendering", "LessonDocuments", "StepRecords"], exclude: ["Snapshots"]),
    .testTarget(name: "TextEditingTests", dependencies: ["TextEditing", "Rendering"]),
    .testTarget(name: "StepExecutionTests", dependencies: ["StepExecution", "SystemTools"]),
    .testTarget(
      name: "GradingTests",
      dependencies: [
        "Grading", "CArchive", "SystemTools", "LessonDocuments", "StepExecution", "StepRecords",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "LearningTests",
      dependencies: ["Learning", "Grading", "Hashing", "LessonDocuments", "Rendering", "StepExecution", "StepRecords"]),
    .testTarget(
      name: "LecternTests", dependencies: ["StepRecords", "Generation", "Models", "Layers", "Tensors"],
      exclude: ["Screens"]),
  ],
  swiftLanguageModes: [.v6]
)
