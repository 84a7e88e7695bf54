// What softmax over a row is made of, also inside attention.
#pragma once
#include "Approximations.h"
#include "Vectorized.h"

#include <math.h>
#include <stddef.h>

// The largest of a row. NaN if one is NaN; -inf for none.
CK_STEP float ck_maximum(ptrdiff_t n, const float *x) {
  float top = -INFINITY;
#if defined(__clang__) && __has_builtin(__builtin_elementwise_maximum)
  for (ptrdiff_t i = 0; i < n; i++) top = __builtin_elementwise_maximum(top, x[i]);
#else
  for (ptrdiff_t i = 0; i < n; i++) top = x[i] > top || x[i] != x[i] ? x[i] : top;
#endif
  return top;
}

// Floats are summed in blocks, the blocks in double precision.
enum { ck_sum_block = 1024 };

// y = exp(x - top); returns the sum. x and y may be one array.
CK_STEP float ck_exponentials(ptrdiff_t n, const float *x, float top, float *y) {
  CK_ANY_ORDER
  double total = 0;
  for (ptrdiff_t start = 0; start < n; start += ck_sum_block) {
    const ptrdiff_t end = start + ck_sum_block < n ? start + ck_sum_block : n;
    float sum = 0;
    CK_INDEPENDENT for (ptrdiff_t i = start; i < end; i++) {
      const float e = ck_exp(x[i] - top);
      y[i] = e;
      sum += e;
    }
    total += sum;
  }
  return (float)total;
}
