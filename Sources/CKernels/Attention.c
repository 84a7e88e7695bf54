// The softmax in the middle of attention, for a band of queries.
#include "CKernels.h"
#include "SoftmaxSteps.h"

// Scores of [rows, count] become the pattern in place. Query row r sees the keys up to first_query + r, or all if that
// is -1; the others become 0. The first time log_sums are written; again, they are read.
CK_VECTOR void ck_attention_pattern(ptrdiff_t rows, ptrdiff_t count, ptrdiff_t first_query, const float *mask,
                                    ptrdiff_t mask_row, ptrdiff_t mask_column, int32_t is_again, float *log_sums,
                                    float *scores) {
  for (ptrdiff_t row = 0; row < rows; row++) {
    CK_ANY_ORDER
    float *x = scores + row * count;
    // Hidden scores become -inf, so that every row is as long as the others and fills whole vectors.
    if (first_query >= 0)
      for (ptrdiff_t i = first_query + row + 1; i < count; i++) x[i] = -INFINITY;
    if (mask) {
      const float *added = mask + row * mask_row;
      if (mask_column)
        CK_INDEPENDENT for (ptrdiff_t i = 0; i < count; i++) x[i] += added[i];
      else
        CK_INDEPENDENT for (ptrdiff_t i = 0; i < count; i++) x[i] += *added;
    }
    if (is_again) {
      const float log_sum = log_sums[row];
      CK_INDEPENDENT for (ptrdiff_t i = 0; i < count; i++) x[i] = ck_exp(x[i] - log_sum);
      continue;
    }
    const float top = ck_maximum(count, x);
    const float shift = top == -INFINITY ? 0.0f : top;
    const float sum = ck_exponentials(count, x, shift, x);
    // Where everything is hidden the pattern is 0.
    const float factor = sum == 0.0f ? 1.0f : 1.0f / sum;
    CK_INDEPENDENT for (ptrdiff_t i = 0; i < count; i++) x[i] *= factor;
    log_sums[row] = sum == 0.0f ? 0.0f : shift + logf(sum);
  }
}

// p = softmax(s), so ∂s = p · (∂p - Σ p ∂p); `slopes` is ∂p and becomes ∂s.
CK_VECTOR void ck_attention_slopes(ptrdiff_t rows, ptrdiff_t count, const float *pattern, float *slopes) {
  for (ptrdiff_t row = 0; row < rows; row++) {
    CK_ANY_ORDER
    const float *p = pattern + row * count;
    float *s = slopes + row * count;
    float sum = 0;
    for (ptrdiff_t i = 0; i < count; i++) sum += p[i] * s[i];
    CK_INDEPENDENT for (ptrdiff_t i = 0; i < count; i++) s[i] = p[i] * (s[i] - sum);
  }
}
