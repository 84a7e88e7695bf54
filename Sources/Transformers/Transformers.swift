// The one import a lesson needs.
@_exported import Tensors
