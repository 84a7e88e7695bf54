// Softmax and its logarithm over rows. Subtracting the row's maximum first keeps every exponential at most 1.
#include "CKernels.h"
#include "SoftmaxSteps.h"

struct rows {
  ptrdiff_t count;
  const float *x;
  float *y;
};

CK_STEP float sum_of_exponentials(ptrdiff_t n, const float *x, float top) {
  CK_ANY_ORDER
  double total = 0;
  for (ptrdiff_t start = 0; start < n; start += ck_sum_block) {
    const ptrdiff_t end = start + ck_sum_block < n ? start + ck_sum_block : n;
    float sum = 0;
    for (ptrdiff_t i = start; i < end; i++) sum += ck_exp(x[i] - top);
    total += sum;
  }
  return (float)total;
}

CK_VECTOR static void softmax_rows(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const struct rows *r = context;
  const ptrdiff_t n = r->count;
  for (ptrdiff_t row = begin; row < end; row++) {
    const float *x = r->x + row * n;
    float *y = r->y + row * n;
    const float top = ck_maximum(n, x);
    // Where everything is hidden, exp(-inf - 0) is the 0 that is wanted, and 0 · 1 stays 0.
    const float sum = ck_exponentials(n, x, top == -INFINITY ? 0.0f : top, y);
    const float factor = sum == 0.0f ? 1.0f : 1.0f / sum;
    CK_INDEPENDENT for (ptrdiff_t i = 0; i < n; i++) y[i] *= factor;
  }
}

CK_VECTOR static void log_softmax_rows(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const struct rows *r = context;
  const ptrdiff_t n = r->count;
  for (ptrdiff_t row = begin; row < end; row++) {
    const float *x = r->x + row * n;
    float *y = r->y + row * n;
    const float top = ck_maximum(n, x);
    const int hidden = top == -INFINITY;
    const float shift = hidden ? 0.0f : top;
    const float log_sum = hidden ? 0.0f : logf(sum_of_exponentials(n, x, top));
    CK_INDEPENDENT for (ptrdiff_t i = 0; i < n; i++) y[i] = (x[i] - shift) - log_sum;
  }
}

CK_VECTOR static void log_sum_exp_rows(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const struct rows *r = context;
  const ptrdiff_t n = r->count;
  for (ptrdiff_t row = begin; row < end; row++) {
    const float *x = r->x + row * n;
    const float top = ck_maximum(n, x);
    r->y[row] = isinf(top) ? top : top + logf(sum_of_exponentials(n, x, top));
  }
}

void ck_softmax(ptrdiff_t rows, ptrdiff_t count, const float *x, float *y) {
  struct rows call = {count, x, y};
  if (count > 0) ck_parallel_for(rows, ck_costly_grain / count + 1, softmax_rows, &call);
}

void ck_log_softmax(ptrdiff_t rows, ptrdiff_t count, const float *x, float *y) {
  struct rows call = {count, x, y};
  if (count > 0) ck_parallel_for(rows, ck_costly_grain / count + 1, log_softmax_rows, &call);
}

void ck_log_sum_exp(ptrdiff_t rows, ptrdiff_t count, const float *x, float *out) {
  struct rows call = {count, x, out};
  ck_parallel_for(rows, ck_costly_grain / (count + 1) + 1, log_sum_exp_rows, &call);
}
