// IEEE 754 numbers of 16 bits, as files hold them. (`Float16` is not on every platform.)

extension UInt16 {
  /// The bits of a number of 16 bits as those of the same number in 32.
  var halfAsSingle: UInt32 {
    let sign = UInt32(self & 0x8000) << 16
    let exponent = UInt32(self >> 10 & 0x1F)
    let fraction = UInt32(self & 0x3FF)
    switch exponent {
    case 0: return sign | (Float(fraction) * 0x1p-24).bitPattern
    case 0x1F: return sign | 0x7F80_0000 | fraction << 13
    default: return sign | (exponent + 112) << 23 | fraction << 13
    }
  }
}

extension Float {
  /// The bits of the nearest number of 16 bits, the even one of two; infinity from 65520 on.
  var asHalf: UInt16 {
    let sign = UInt16(bitPattern >> 16 & 0x8000)
    let size = magnitude
    if isNaN { return sign | 0x7E00 }
    if size >= 65520 { return sign | 0x7C00 }
    // The smallest ones are multiples of 2⁻²⁴.
    if size < 0x1p-14 { return sign | UInt16((size * 0x1p24).rounded(.toNearestOrEven)) }
    let rounded = size.bitPattern + 0xFFF + (size.bitPattern >> 13 & 1)
    return sign | UInt16((rounded >> 13) - (112 << 10))
  }
}
