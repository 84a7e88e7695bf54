// out = f(a, b) for every element, with axes of size one repeated.
#include "CKernels.h"
#include "Vectorized.h"

// One row; a step of 0 repeats the input's only element.
#define BINARY(name, formula)                                                                                \
  CK_VECTOR static void name(ptrdiff_t n, const float *a, ptrdiff_t a_step, const float *b, ptrdiff_t b_step, \
                             float *out) {                                                                   \
    if (a_step && b_step) {                                                                                  \
      CK_INDEPENDENT for (ptrdiff_t i = 0; i < n; i++) {                                                     \
        const float x = a[i], y = b[i];                                                                      \
        out[i] = formula;                                                                                    \
      }                                                                                                      \
    } else if (a_step) {                                                                                     \
      const float y = *b;                                                                                    \
      CK_INDEPENDENT for (ptrdiff_t i = 0; i < n; i++) {                                                     \
        const float x = a[i];                                                                                \
        out[i] = formula;                                                                                    \
      }                                                                                                      \
    } else {                                                                                                 \
      const float x = *a;                                                                                    \
      CK_INDEPENDENT for (ptrdiff_t i = 0; i < n; i++) {                                                     \
        const float y = b[i * b_step];                                                                       \
        out[i] = formula;                                                                                    \
      }                                                                                                      \
    }                                                                                                        \
  }

BINARY(add, x + y)
BINARY(subtract, x - y)
BINARY(multiply, (x * y))
BINARY(divide, x / y)
BINARY(maximum, x > y || x != x ? x : y)
BINARY(minimum, x < y || x != x ? x : y)
BINARY(less, x < y ? 1.0f : 0.0f)
BINARY(less_or_equal, x <= y ? 1.0f : 0.0f)
BINARY(greater, x > y ? 1.0f : 0.0f)
BINARY(greater_or_equal, x >= y ? 1.0f : 0.0f)
BINARY(equal, x == y ? 1.0f : 0.0f)
BINARY(not_equal, x != y ? 1.0f : 0.0f)

typedef void (*binary)(ptrdiff_t n, const float *a, ptrdiff_t a_step, const float *b, ptrdiff_t b_step, float *out);

// Indexed by BinaryKernel in Kernels.swift.
static const binary operations[] = {add,  subtract,      multiply, divide,           maximum, minimum,
                                    less, less_or_equal, greater,  greater_or_equal, equal,   not_equal};

struct binary_call {
  binary function;
  ptrdiff_t rank;
  const ptrdiff_t *shape;
  const float *a, *b;
  const ptrdiff_t *a_steps, *b_steps;
  float *out;
};

static void run_in_row(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const struct binary_call *call = context;
  const ptrdiff_t a_step = call->a_steps[0], b_step = call->b_steps[0];
  call->function(end - begin, call->a + begin * a_step, a_step, call->b + begin * b_step, b_step, call->out + begin);
}

static void run_rows(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const struct binary_call *call = context;
  const ptrdiff_t last = call->rank - 1, n = call->shape[last];
  ptrdiff_t index[ck_max_rank];  // of the row along the axes before the last
  const float *a = call->a, *b = call->b;
  for (ptrdiff_t axis = last - 1, rest = begin; axis >= 0; axis--) {
    index[axis] = rest % call->shape[axis];
    rest /= call->shape[axis];
    a += index[axis] * call->a_steps[axis];
    b += index[axis] * call->b_steps[axis];
  }
  for (ptrdiff_t row = begin; row < end; row++) {
    call->function(n, a, call->a_steps[last], b, call->b_steps[last], call->out + row * n);
    for (ptrdiff_t axis = last - 1; axis >= 0; axis--) {
      a += call->a_steps[axis];
      b += call->b_steps[axis];
      if (++index[axis] < call->shape[axis]) break;
      a -= call->a_steps[axis] * call->shape[axis];
      b -= call->b_steps[axis] * call->shape[axis];
      index[axis] = 0;
    }
  }
}

void ck_binary(int32_t operation, ptrdiff_t rank, const ptrdiff_t *shape, const float *a, const ptrdiff_t *a_steps,
               const float *b, const ptrdiff_t *b_steps, float *out) {
  struct binary_call call = {operations[operation], rank, shape, a, b, a_steps, b_steps, out};
  if (rank == 1) {
    ck_parallel_for(shape[0], ck_cheap_grain, run_in_row, &call);
    return;
  }
  ptrdiff_t rows = 1;
  for (ptrdiff_t axis = 0; axis < rank - 1; axis++) rows *= shape[axis];
  if (rows == 0 || shape[rank - 1] == 0) return;
  ck_parallel_for(rows, ck_cheap_grain / shape[rank - 1] + 1, run_rows, &call);
}

struct select_call {
  const float *mask, *a, *b;
  float *out;
};

CK_VECTOR static void select_rows(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const struct select_call *call = context;
  const float *mask = call->mask, *a = call->a, *b = call->b;
  float *out = call->out;
  CK_INDEPENDENT for (ptrdiff_t i = begin; i < end; i++) {
    const float x = a[i], y = b[i];
    out[i] = mask[i] != 0.0f ? x : y;
  }
}

void ck_select(ptrdiff_t count, const float *mask, const float *a, const float *b, float *out) {
  struct select_call call = {mask, a, b, out};
  ck_parallel_for(count, ck_cheap_grain, select_rows, &call);
}
