// Writes JSON, members in order: with two spaces of indentation, byte for byte as Hugging Face's tokenizers does, or as
// one line.

package enum JSONWriter {
  static func write(_ value: JSONValue) -> [UInt8] {
    var output = Output()
    output.write(value, indentation: 0)
    return output.bytes
  }

  /// Without any white space between the parts, as a line of JSONL needs it; the line's end is not in it.
  package static func line(_ value: JSONValue) -> [UInt8] {
    var output = Output(isOneLine: true)
    output.write(value, indentation: 0)
    return output.bytes
  }

  private struct Output {
    var bytes: [UInt8] = []
    var isOneLine = false

    mutating func write(_ value: JSONValue, indentation: Int) {
      switch value {
      case .null: put("null")
      case .boolean(let value): put(value ? "true" : "false")
      case .integer(let value): put(String(value))
      case .number(let value): put(String(value))
      case .string(let value): string(value)
      case .array(let elements):
        list("[", "]", elements, indentation) { $0.write($1, indentation: indentation + 1) }
      case .object(let members):
        list("{", "}", members, indentation) { output, member in
          output.string(member.key)
          output.put(output.isOneLine ? ":" : ": ")
          output.write(member.value, indentation: indentation + 1)
        }
      }
    }

    private mutating func put(_ text: String) { bytes += Array(text.utf8) }

    private mutating func list<Element>(
      _ open: String, _ close: String, _ elements: [Element], _ indentation: Int,
      _ write: (inout Output, Element) -> Void
    ) {
      put(open)
      for (index, element) in elements.enumerated() {
        if index > 0 { put(",") }
        newLine(indentation + 1)
        write(&self, element)
      }
      if !elements.isEmpty { newLine(indentation) }
      put(close)
    }

    private mutating func newLine(_ indentation: Int) {
      if isOneLine { return }
      bytes.append(UInt8(ascii: "\n"))
      bytes += [UInt8](repeating: UInt8(ascii: " "), count: indentation * 2)
    }

    private mutating func string(_ text: String) {
      bytes.append(UInt8(ascii: "\""))
      for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "\""): put("\\\"")
        case UInt8(ascii: "\\"): put("\\\\")
        case 0x08: put("\\b")
        case 0x0C: put("\\f")
        case UInt8(ascii: "\n"): put("\\n")
        case UInt8(ascii: "\r"): put("\\r")
        case UInt8(ascii: "\t"): put("\\t")
        case 0..<0x20: put("\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16))
        default: bytes.append(byte)
        }
      }
      bytes.append(UInt8(ascii: "\""))
    }
  }
}
