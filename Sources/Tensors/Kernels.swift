// The C functions of CKernels and OpenBLAS that this module calls.
//
// They are declared here by symbol instead of imported: a module that imports a C module, even `internal import`, asks
// everyone who imports it for that module's headers, and a lesson has only the .swiftmodule files. All parameters are
// integers, floats and pointers, which Swift's calling convention passes as C's does on x86-64 and arm64.
// CKernels.h says what each does; keep both in step.

/// Indexes the table in Elementwise.c.
enum UnaryKernel: Int32 {
  case negate, absolute, squareRoot, exponential, logarithm, hyperbolicTangent, sigmoid, relu, gelu, geluTanh, clamp
  case square, cube, reciprocal, sine, cosine, power
}

/// Indexes the table in Broadcasting.c.
enum BinaryKernel: Int32 {
  case add, subtract, multiply, divide, maximum, minimum
  case less, lessOrEqual, greater, greaterOrEqual, equal, notEqual
}

/// Indexes the table in Slopes.c.
enum SlopeKernel: Int32 {
  case hyperbolicTangent, sigmoid, relu, gelu, geluTanh
}

typealias Input = UnsafePointer<Float>
typealias Output = UnsafeMutablePointer<Float>

/// `ck_max_rank`.
let maximumRank = 16

@_silgen_name("ck_allocate")
func ck_allocate(_ count: Int) -> Output?

@_silgen_name("ck_release")
func ck_release(_ memory: Output, _ count: Int)

@_silgen_name("ck_bytes_in_use")
func ck_bytes_in_use() -> Int

@_silgen_name("ck_stop")
func ck_stop(_ message: UnsafePointer<UInt8>?, _ length: Int) -> Never

@_silgen_name("ck_thread_count")
func ck_thread_count() -> Int

@_silgen_name("ck_parallel_for")
func ck_parallel_for(
  _ count: Int, _ grain: Int, _ body: @convention(c) (UnsafeMutableRawPointer?, Int, Int) -> Void,
  _ context: UnsafeMutableRawPointer?)

@_silgen_name("ck_unary")
func ck_unary(_ operation: Int32, _ count: Int, _ x: Input, _ p: Float, _ q: Float, _ y: Output)

@_silgen_name("ck_binary")
func ck_binary(
  _ operation: Int32, _ rank: Int, _ shape: UnsafePointer<Int>, _ a: Input, _ aSteps: UnsafePointer<Int>, _ b: Input,
  _ bSteps: UnsafePointer<Int>, _ out: Output)

@_silgen_name("ck_select")
func ck_select(_ count: Int, _ mask: Input, _ a: Input, _ b: Input, _ out: Output)

@_silgen_name("ck_sum")
func ck_sum(_ outer: Int, _ count: Int, _ inner: Int, _ x: Input, _ scale: Double, _ out: Output)

@_silgen_name("ck_extremum")
func ck_extremum(_ outer: Int, _ count: Int, _ inner: Int, _ x: Input, _ sign: Float, _ out: Output)

@_silgen_name("ck_argmax")
func ck_argmax(_ outer: Int, _ count: Int, _ inner: Int, _ x: Input, _ out: UnsafeMutablePointer<Int>)

@_silgen_name("ck_cumulative_sum")
func ck_cumulative_sum(_ outer: Int, _ count: Int, _ inner: Int, _ x: Input, _ y: Output)

@_silgen_name("ck_softmax")
func ck_softmax(_ rows: Int, _ count: Int, _ x: Input, _ y: Output)

@_silgen_name("ck_log_softmax")
func ck_log_softmax(_ rows: Int, _ count: Int, _ x: Input, _ y: Output)

@_silgen_name("ck_log_sum_exp")
func ck_log_sum_exp(_ rows: Int, _ count: Int, _ x: Input, _ out: Output)

@_silgen_name("ck_fill")
func ck_fill(_ count: Int, _ value: Float, _ out: Output)

@_silgen_name("ck_copy")
func ck_copy(
  _ rank: Int, _ shape: UnsafePointer<Int>, _ source: Input, _ sourceSteps: UnsafePointer<Int>, _ target: Output,
  _ targetSteps: UnsafePointer<Int>)

@_silgen_name("ck_gather_rows")
func ck_gather_rows(_ count: Int, _ width: Int, _ rows: UnsafePointer<Int>, _ table: Input, _ out: Output)

@_silgen_name("ck_add_rows")
func ck_add_rows(
  _ count: Int, _ width: Int, _ source: Input, _ sourceStep: Int, _ target: Output, _ targetStep: Int)

@_silgen_name("ck_scatter_rows")
func ck_scatter_rows(_ count: Int, _ width: Int, _ rows: UnsafePointer<Int>, _ source: Input, _ target: Output)

@_silgen_name("ck_row_products")
func ck_row_products(
  _ rows: Int, _ inputs: Int, _ outputs: Int, _ x: Input, _ weight: Input, _ bias: Input?, _ y: Output)

@_silgen_name("ck_decoding_attention")
func ck_decoding_attention(
  _ batch: Int, _ heads: Int, _ group: Int, _ headSize: Int, _ time: Int, _ queries: Input, _ keys: Input,
  _ keyCapacity: Int, _ values: Input, _ valueCapacity: Int, _ mask: Input?, _ scores: Output, _ out: Output)

@_silgen_name("ck_pause_recording")
func ck_pause_recording(_ change: Int)

@_silgen_name("ck_is_recording_paused")
func ck_is_recording_paused() -> Bool

@_silgen_name("ck_next_serial")
func ck_next_serial() -> Int

@_silgen_name("ck_slope")
func ck_slope(_ operation: Int32, _ count: Int, _ values: Input, _ gradient: Input, _ out: Output)

@_silgen_name("ck_normalize")
func ck_normalize(
  _ rows: Int, _ count: Int, _ isCentred: Int32, _ x: Input, _ scale: Input, _ shift: Input?, _ epsilon: Float,
  _ means: Output, _ factors: Output, _ y: Output)

@_silgen_name("ck_normalize_gradient")
func ck_normalize_gradient(
  _ rows: Int, _ count: Int, _ isCentred: Int32, _ x: Input, _ scale: Input, _ means: Output, _ factors: Output,
  _ gradient: Input, _ adds: Int32, _ out: Output)

@_silgen_name("ck_normalize_scale_gradient")
func ck_normalize_scale_gradient(
  _ rows: Int, _ count: Int, _ x: Input, _ means: Output, _ factors: Output, _ gradient: Input, _ adds: Int32,
  _ out: Output)

@_silgen_name("ck_cross_entropy_gradient")
func ck_cross_entropy_gradient(
  _ rows: Int, _ classes: Int, _ x: Input, _ logSums: Output, _ targets: UnsafePointer<Int>, _ scale: Float,
  _ adds: Int32, _ out: Output)

@_silgen_name("ck_attention_pattern")
func ck_attention_pattern(
  _ rows: Int, _ count: Int, _ firstQuery: Int, _ mask: Input?, _ maskRow: Int, _ maskColumn: Int, _ isAgain: Int32,
  _ logSums: Output, _ scores: Output)

@_silgen_name("ck_attention_slopes")
func ck_attention_slopes(_ rows: Int, _ count: Int, _ pattern: Input, _ slopes: Output)

/// `struct ck_adam_step`, field by field.
struct AdamKernelStep {
  var gradientScale, penalty, keep, firstShare, secondShare, rate, secondCorrection, epsilon: Float
}

/// `struct ck_descent_step`, field by field.
struct DescentKernelStep {
  var gradientScale, penalty, rate, momentum, lookahead, direct: Float
}

@_silgen_name("ck_adam")
func ck_adam(
  _ count: Int, _ step: UnsafePointer<AdamKernelStep>, _ gradient: Input, _ value: Output, _ first: Output,
  _ second: Output)

@_silgen_name("ck_descend")
func ck_descend(
  _ count: Int, _ step: UnsafePointer<DescentKernelStep>, _ gradient: Input, _ value: Output, _ velocity: Output?)

@_silgen_name("ck_squared_norm")
func ck_squared_norm(_ count: Int, _ x: Input) -> Double
