// How surprised a model was, in four figures; and how a long text is read.
import Foundation

/// Perplexity per token, per word, per byte, and bits per byte.
func figures(_ logarithms: [Double], of text: String) -> [Double] {
  // TODO(bits-per-byte): one sum, divided by four things.
  []
}

/// Windows as begin, first token that counts, end.
func windows(_ count: Int, context: Int) -> [[Int]] {
  // TODO(bits-per-byte): each token counts once.
  []
}
