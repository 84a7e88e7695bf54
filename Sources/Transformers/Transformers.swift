// The library under one name: the import that every step has.

@_exported import Applications
@_exported import Corpora
@_exported import DataPreparation
@_exported import DocumentReading
@_exported import Evaluation
@_exported import Experiments
@_exported import Generation
@_exported import Layers
@_exported import Models
@_exported import Retrieval
@_exported import Tensors
@_exported import TextModels
@_exported import Tokenizers
@_exported import Training
