// SHA-256 (FIPS 180-4), to know whether a file is the one that was meant.
import Foundation

package struct SHA256 {
  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  /// What does not fill a block of 64 bytes yet.
  private var rest: [UInt8] = []
  private var byteCount: UInt64 = 0

  /// Of some bytes, in hexadecimal.
  package static func hexadecimal(of bytes: [UInt8]) -> String { SHA256(of: bytes).hexadecimal }

  /// Of a file, in hexadecimal; read a piece at a time.
  package static func hexadecimal(ofFile path: String) throws -> String {
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    defer { try? file.close() }
    var hash = SHA256()
    while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty { hash.add([UInt8](piece)) }
    return hash.hexadecimal
  }

  package init() {}

  package init(of bytes: [UInt8]) { add(bytes) }

  /// Of all that was added, 64 digits.
  package var hexadecimal: String {
    finished().map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }

  package mutating func add(_ bytes: [UInt8]) {
    byteCount += UInt64(bytes.count)
    let all = rest.isEmpty ? bytes : rest + bytes
    let whole = all.count / 64 * 64
    all.withUnsafeBufferPointer { all in
      for start in stride(from: 0, to: whole, by: 64) { mix(all[start..<start + 64]) }
    }
    rest = Array(all[whole...])
  }

  /// The 32 bytes of the hash.
  package func finished() -> [UInt8] {
    var padded = self
    let zeros = (119 - rest.count) % 64
    let length = (0..<8).map { UInt8(truncatingIfNeeded: (byteCount * 8) >> (56 - 8 * UInt64($0))) }
    padded.add([0x80] + Array(repeating: 0, count: zeros) + length)
    return padded.state.flatMap { word in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) } }
  }

  private mutating func mix(_ block: Slice<UnsafeBufferPointer<UInt8>>) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { w in
      for t in 0..<16 {
        let at = block.startIndex + 4 * t
        w[t] =
          UInt32(block[at]) << 24 | UInt32(block[at + 1]) << 16 | UInt32(block[at + 2]) << 8 | UInt32(block[at + 3])
      }
      for t in 16..<64 {
        let small0 = w[t - 15].rotated(7) ^ w[t - 15].rotated(18) ^ w[t - 15] >> 3
        let small1 = w[t - 2].rotated(17) ^ w[t - 2].rotated(19) ^ w[t - 2] >> 10
        w[t] = w[t - 16] &+ small0 &+ w[t - 7] &+ small1
      }
      var (a, b, c, d) = (state[0], state[1], state[2], state[3])
      var (e, f, g, h) = (state[4], state[5], state[6], state[7])
      for t in 0..<64 {
        let big1 = e.rotated(6) ^ e.rotated(11) ^ e.rotated(25)
        let first = h &+ big1 &+ (e & f ^ ~e & g) &+ Self.constants[t] &+ w[t]
        let big0 = a.rotated(2) ^ a.rotated(13) ^ a.rotated(22)
        let second = big0 &+ (a & b ^ a & c ^ b & c)
        (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
      }
      for (place, value) in [a, b, c, d, e, f, g, h].enumerated() { state[place] &+= value }
    }
  }

  /// The first 32 bits of the fractions of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = {
    let primes = (2...311).filter { n in !(2..<n).contains { n % $0 == 0 } }
    return primes.map { prime in
      // The whole part takes three bits of a double's 53, so 32 bits of the fraction are exact.
      let root = cbrt(Double(prime))
      return UInt32((root - root.rounded(.down)) * 0x1p32)
    }
  }()
}

extension UInt32 {
  fileprivate func rotated(_ bits: UInt32) -> UInt32 { self >> bits | self << (32 - bits) }
}
