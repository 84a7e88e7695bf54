// The gradient of cross-entropy by its logits.
#include "Approximations.h"
#include "CKernels.h"
#include "Vectorized.h"

struct cross_entropy_call {
  ptrdiff_t classes;
  const float *x, *log_sums;
  const ptrdiff_t *targets;
  float scale;
  int32_t adds;
  float *out;
};

// loss = log Σ exp(x) - x[target], so ∂x = softmax(x), less 1 at the target.
CK_VECTOR static void cross_entropy_rows(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const struct cross_entropy_call *call = context;
  const ptrdiff_t n = call->classes;
  for (ptrdiff_t row = begin; row < end; row++) {
    const float *x = call->x + row * n;
    float *out = call->out + row * n;
    const int adds = call->adds;
    if (call->targets[row] < 0) {
      for (ptrdiff_t i = 0; i < n; i++) out[i] = adds ? out[i] : 0.0f;
      continue;
    }
    const float log_sum = call->log_sums[row], scale = call->scale;
    CK_INDEPENDENT for (ptrdiff_t i = 0; i < n; i++)
      out[i] = scale * ck_exp(x[i] - log_sum) + (adds ? out[i] : 0.0f);
    out[call->targets[row]] -= scale;
  }
}

void ck_cross_entropy_gradient(ptrdiff_t rows, ptrdiff_t classes, const float *x, const float *log_sums,
                               const ptrdiff_t *targets, float scale, int32_t adds, float *out) {
  struct cross_entropy_call call = {classes, x, log_sums, targets, scale, adds, out};
  if (classes > 0) ck_parallel_for(rows, ck_costly_grain / classes + 1, cross_entropy_rows, &call);
}
