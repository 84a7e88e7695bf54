// The linear layer for a few rows, as in writing token by token. All it costs is reading the weight from memory, and
// OpenBLAS reads it three times: it packs the matrix before it multiplies.
#include "CKernels.h"
#include "Vectorized.h"

struct products {
  ptrdiff_t rows, inputs, outputs;
  const float *x, *weight, *bias;
  float *y;
};

static inline __attribute__((always_inline)) float dot(ptrdiff_t n, const float *a, const float *b) {
  CK_ANY_ORDER
  float sum = 0;
  for (ptrdiff_t i = 0; i < n; i++) sum += a[i] * b[i];
  return sum;
}

// Each row of the weight meets all rows of x while it is in the cache.
CK_VECTOR static void products_of(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const struct products *p = context;
  for (ptrdiff_t output = begin; output < end; output++) {
    const float *weight = p->weight + output * p->inputs;
    const float added = p->bias ? p->bias[output] : 0;
    for (ptrdiff_t row = 0; row < p->rows; row++)
      p->y[row * p->outputs + output] = dot(p->inputs, p->x + row * p->inputs, weight) + added;
  }
}

void ck_row_products(ptrdiff_t rows, ptrdiff_t inputs, ptrdiff_t outputs, const float *x, const float *weight,
                     const float *bias, float *y) {
  struct products products = {rows, inputs, outputs, x, weight, bias, y};
  ck_parallel_for(outputs, ck_cheap_grain / (rows * inputs + 1) + 1, products_of, &products);
}
