// out = g · f'(v) for every element: how a gradient passes through a function.
#include "Approximations.h"
#include "CKernels.h"
#include "Vectorized.h"

// Φ(x) + x φ(x), φ the normal density; of x Φ(x). Beyond 14.5 the slope is 0 or 1.
static inline float gelu_slope(float x) {
  const float near = x > 14.5f ? 14.5f : (x < -14.5f ? -14.5f : x);
  return ck_normal_distribution(near) + near * 0.398942280f * ck_exp(-0.5f * near * near);
}

// s + x s (1 - s) 2u', s = sigmoid(2u), u' = √(2/π) (1 + 3 · 0.044715 x²); of x s.
static inline float gelu_tanh_slope(float x) {
  const float near = x > 14.5f ? 14.5f : (x < -14.5f ? -14.5f : x);
  const float square = near * near;
  const float s = ck_sigmoid(1.595769122f * near * (1.0f + 0.044715f * square));
  return s + near * s * (1.0f - s) * 1.595769122f * (1.0f + 0.134145f * square);
}

#define SLOPE(name, formula)                                                             \
  CK_VECTOR static void name(ptrdiff_t n, const float *values, const float *g, float *out) { \
    CK_INDEPENDENT for (ptrdiff_t i = 0; i < n; i++) {                                   \
      const float v = values[i];                                                         \
      out[i] = g[i] * (formula);                                                         \
    }                                                                                    \
  }

SLOPE(hyperbolic_tangent, 1.0f - v *v)
SLOPE(sigmoid, v *(1.0f - v))
SLOPE(relu, v > 0.0f ? 1.0f : 0.0f)
SLOPE(gelu, gelu_slope(v))
SLOPE(gelu_tanh, gelu_tanh_slope(v))

typedef void (*slope)(ptrdiff_t n, const float *values, const float *g, float *out);

// Indexed by SlopeKernel in Kernels.swift.
static const slope operations[] = {hyperbolic_tangent, sigmoid, relu, gelu, gelu_tanh};

struct slope_call {
  slope function;
  const float *values, *g;
  float *out;
};

static void run_slope(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const struct slope_call *call = context;
  call->function(end - begin, call->values + begin, call->g + begin, call->out + begin);
}

void ck_slope(int32_t operation, ptrdiff_t count, const float *values, const float *g, float *out) {
  struct slope_call call = {operations[operation], values, g, out};
  ck_parallel_for(count, ck_costly_grain, run_slope, &call);
}
