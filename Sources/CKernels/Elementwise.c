// y = f(x) for every element.
#include "Approximations.h"
#include "CKernels.h"
#include "Vectorized.h"

// clang-format off
#define LOOP(name, before, formula)                                             \
  static void name(ptrdiff_t n, const float *x, float p, float q, float *y) {   \
    (void)p, (void)q;                                                           \
    before for (ptrdiff_t i = 0; i < n; i++) {                                  \
      const float v = x[i];                                                     \
      y[i] = formula;                                                           \
    }                                                                           \
  }
#define UNARY(name, formula) CK_VECTOR LOOP(name, CK_INDEPENDENT, formula)
#define SCALAR(name, formula) LOOP(name, , formula)  // the C library's function, one element at a time
// clang-format on

// Comparisons are written so that NaN stays NaN.
UNARY(negate, -v)
UNARY(absolute, fabsf(v))
UNARY(square_root, CK_SQUARE_ROOT(v))
UNARY(exponential, ck_exp(v))
UNARY(logarithm, ck_log(v))
UNARY(hyperbolic_tangent, ck_tanh(v))
UNARY(sigmoid, ck_sigmoid(v))
UNARY(relu, v < 0.0f ? 0.0f : v)
UNARY(gelu, ck_gelu(v))
UNARY(gelu_tanh, ck_gelu_tanh(v))
UNARY(clamp, v < p ? p : (v > q ? q : v))
UNARY(square, (v * v))
UNARY(cube, (v * v * v))
UNARY(reciprocal, 1.0f / v)
SCALAR(sine, sinf(v))
SCALAR(cosine, cosf(v))
SCALAR(power, powf(v, p))

typedef void (*unary)(ptrdiff_t n, const float *x, float p, float q, float *y);

// Indexed by UnaryKernel in Kernels.swift.
static const struct {
  unary function;
  ptrdiff_t grain;
} operations[] = {
    {negate, ck_cheap_grain},        {absolute, ck_cheap_grain},   {square_root, ck_cheap_grain},
    {exponential, ck_costly_grain},  {logarithm, ck_costly_grain}, {hyperbolic_tangent, ck_costly_grain},
    {sigmoid, ck_costly_grain},      {relu, ck_cheap_grain},       {gelu, ck_costly_grain},
    {gelu_tanh, ck_costly_grain},    {clamp, ck_cheap_grain},      {square, ck_cheap_grain},
    {cube, ck_cheap_grain},          {reciprocal, ck_cheap_grain}, {sine, ck_costly_grain},
    {cosine, ck_costly_grain},       {power, ck_costly_grain},
};

struct unary_call {
  unary function;
  const float *x;
  float p, q;
  float *y;
};

static void run_unary(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const struct unary_call *call = context;
  call->function(end - begin, call->x + begin, call->p, call->q, call->y + begin);
}

void ck_unary(int32_t operation, ptrdiff_t count, const float *x, float p, float q, float *y) {
  struct unary_call call = {operations[operation].function, x, p, q, y};
  ck_parallel_for(count, operations[operation].grain, run_unary, &call);
}
