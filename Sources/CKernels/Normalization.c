// Layer norm and RMS norm of rows, y = x̂ · scale + shift with x̂ = (x - mean) · factor, and their gradients.
#include "CKernels.h"
#include "Vectorized.h"

#include <math.h>

struct normalize_call {
  ptrdiff_t count, rows;
  int32_t is_centred, adds;
  const float *x, *scale, *shift, *g;
  float epsilon;
  float *means, *factors, *out;
};

// factor = 1 / √(mean of (x - mean)² + ε); without centring the mean is 0.
CK_VECTOR static void normalize_rows(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const struct normalize_call *call = context;
  const ptrdiff_t n = call->count;
  const float *scale = call->scale, *shift = call->shift;
  for (ptrdiff_t row = begin; row < end; row++) {
    CK_ANY_ORDER
    const float *x = call->x + row * n;
    float *y = call->out + row * n;
    double total = 0, squares = 0;
    if (call->is_centred)
      for (ptrdiff_t i = 0; i < n; i++) total += x[i];
    const float mean = (float)(total / (double)n);
    for (ptrdiff_t i = 0; i < n; i++) squares += (double)((x[i] - mean) * (x[i] - mean));
    const float factor = (float)(1 / sqrt(squares / (double)n + (double)call->epsilon));
    call->means[row] = mean;
    call->factors[row] = factor;
    if (shift) {
      CK_INDEPENDENT for (ptrdiff_t i = 0; i < n; i++) y[i] = (x[i] - mean) * factor * scale[i] + shift[i];
    } else {
      CK_INDEPENDENT for (ptrdiff_t i = 0; i < n; i++) y[i] = (x[i] - mean) * factor * scale[i];
    }
  }
}

// With h = g · scale: ∂x = factor · (h - mean of h - x̂ · mean of h x̂), the first mean only where rows were centred.
CK_VECTOR static void normalize_gradient_rows(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const struct normalize_call *call = context;
  const ptrdiff_t n = call->count;
  const float *scale = call->scale;
  for (ptrdiff_t row = begin; row < end; row++) {
    CK_ANY_ORDER
    const float *x = call->x + row * n, *g = call->g + row * n;
    float *out = call->out + row * n;
    const float mean = call->means[row], factor = call->factors[row];
    float along_ones = 0, along_x = 0;
    for (ptrdiff_t i = 0; i < n; i++) {
      const float h = g[i] * scale[i];
      along_ones += h;
      along_x += h * ((x[i] - mean) * factor);
    }
    along_ones = call->is_centred ? along_ones / (float)n : 0.0f;
    along_x /= (float)n;
    const int adds = call->adds;
    CK_INDEPENDENT for (ptrdiff_t i = 0; i < n; i++) {
      const float h = g[i] * scale[i], normal = (x[i] - mean) * factor;
      out[i] = factor * (h - along_ones - normal * along_x) + (adds ? out[i] : 0.0f);
    }
  }
}

enum { tile = 64 };

// ∂scale = Σ g · x̂ over the rows, a tile of columns at a time.
CK_VECTOR static void scale_gradient_tiles(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const struct normalize_call *call = context;
  const ptrdiff_t n = call->count;
  for (ptrdiff_t left = begin * tile; left < end * tile && left < n; left += tile) {
    const ptrdiff_t width = left + tile < n ? tile : n - left;
    double sums[tile] = {0};
    for (ptrdiff_t row = 0; row < call->rows; row++) {
      const float *x = call->x + row * n + left, *g = call->g + row * n + left;
      const float mean = call->means[row], factor = call->factors[row];
      for (ptrdiff_t i = 0; i < width; i++) sums[i] += (double)(g[i] * ((x[i] - mean) * factor));
    }
    for (ptrdiff_t i = 0; i < width; i++)
      call->out[left + i] = (float)sums[i] + (call->adds ? call->out[left + i] : 0.0f);
  }
}

void ck_normalize(ptrdiff_t rows, ptrdiff_t count, int32_t is_centred, const float *x, const float *scale,
                  const float *shift, float epsilon, float *means, float *factors, float *y) {
  struct normalize_call call = {.count = count, .rows = rows, .is_centred = is_centred, .x = x, .scale = scale,
                                .shift = shift, .epsilon = epsilon, .means = means, .factors = factors, .out = y};
  if (count > 0) ck_parallel_for(rows, ck_cheap_grain / (2 * count) + 1, normalize_rows, &call);
}

void ck_normalize_gradient(ptrdiff_t rows, ptrdiff_t count, int32_t is_centred, const float *x, const float *scale,
                           float *means, float *factors, const float *g, int32_t adds, float *out) {
  struct normalize_call call = {.count = count, .rows = rows, .is_centred = is_centred, .adds = adds, .x = x,
                                .scale = scale, .g = g, .means = means, .factors = factors, .out = out};
  if (count > 0) ck_parallel_for(rows, ck_cheap_grain / (2 * count) + 1, normalize_gradient_rows, &call);
}

void ck_normalize_scale_gradient(ptrdiff_t rows, ptrdiff_t count, const float *x, float *means, float *factors,
                                 const float *g, int32_t adds, float *out) {
  struct normalize_call call = {.count = count, .rows = rows, .adds = adds, .x = x, .g = g, .means = means,
                                .factors = factors, .out = out};
  ck_parallel_for((count + tile - 1) / tile, ck_cheap_grain / (tile * (rows + 1)) + 1, scale_gradient_tiles, &call);
}
