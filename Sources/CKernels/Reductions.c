// Sums, extrema and running sums along the middle axis of [outer, count, inner]. Sums are formed in double precision.
//
// When inner is 1 a unit of work is a stretch of one row; otherwise a tile of neighbouring columns, so that memory is
// read in order. Neither depends on the number of threads, so neither does the result.
#include "CKernels.h"
#include "Vectorized.h"

#include <math.h>
#include <stdlib.h>

enum { stretch = 65536, tile = 64 };

static inline ptrdiff_t smaller(ptrdiff_t a, ptrdiff_t b) { return a < b ? a : b; }

CK_VECTOR static double sum_stretch(ptrdiff_t n, const float *x) {
  CK_ANY_ORDER
  double total = 0;
  for (ptrdiff_t i = 0; i < n; i++) total += x[i];
  return total;
}

// The largest of sign * x; NaN if one is NaN.
CK_VECTOR static float extremum_of_stretch(ptrdiff_t n, const float *x, float sign) {
#if defined(__clang__) && __has_builtin(__builtin_elementwise_maximum)
  float best = -INFINITY;
  for (ptrdiff_t i = 0; i < n; i++) best = __builtin_elementwise_maximum(best, sign * x[i]);
#else
  float best = sign * x[0];
  for (ptrdiff_t i = 1; i < n; i++) {
    const float v = sign * x[i];
    best = v > best || v != v ? v : best;
  }
#endif
  return best;
}

CK_VECTOR static void sum_tile(ptrdiff_t count, ptrdiff_t inner, ptrdiff_t columns, const float *x, double scale,
                               float *out) {
  double total[tile] = {0};
  for (ptrdiff_t k = 0; k < count; k++) {
    const float *row = x + k * inner;
    CK_INDEPENDENT for (ptrdiff_t j = 0; j < columns; j++) total[j] += row[j];
  }
  for (ptrdiff_t j = 0; j < columns; j++) out[j] = (float)(scale * total[j]);
}

CK_VECTOR static void extremum_of_tile(ptrdiff_t count, ptrdiff_t inner, ptrdiff_t columns, const float *x, float sign,
                                       float *out) {
  float best[tile];
  for (ptrdiff_t j = 0; j < columns; j++) best[j] = sign * x[j];
  for (ptrdiff_t k = 1; k < count; k++) {
    const float *row = x + k * inner;
    CK_INDEPENDENT for (ptrdiff_t j = 0; j < columns; j++) {
      const float v = sign * row[j];
      best[j] = v > best[j] || v != v ? v : best[j];
    }
  }
  for (ptrdiff_t j = 0; j < columns; j++) out[j] = sign * best[j];
}

struct reduction {
  ptrdiff_t count, inner, pieces;  // pieces: stretches of a row, or tiles of the columns
  const float *x;
  double parameter;  // the scale of a sum, the sign of an extremum
  double *partial;  // [outer, pieces], when rows are cut into stretches
  float *out;
};

static void sum_stretches(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const struct reduction *r = context;
  for (ptrdiff_t unit = begin; unit < end; unit++) {
    const ptrdiff_t row = unit / r->pieces, start = unit % r->pieces * stretch;
    r->partial[unit] = sum_stretch(smaller(stretch, r->count - start), r->x + row * r->count + start);
  }
}

static void find_extremum_of_stretches(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const struct reduction *r = context;
  for (ptrdiff_t unit = begin; unit < end; unit++) {
    const ptrdiff_t row = unit / r->pieces, start = unit % r->pieces * stretch;
    const ptrdiff_t n = smaller(stretch, r->count - start);
    r->partial[unit] = extremum_of_stretch(n, r->x + row * r->count + start, (float)r->parameter);
  }
}

static void sum_whole_rows(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const struct reduction *r = context;
  for (ptrdiff_t row = begin; row < end; row++)
    r->out[row] = (float)(r->parameter * sum_stretch(r->count, r->x + row * r->count));
}

static void find_extremum_of_whole_rows(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const struct reduction *r = context;
  const float sign = (float)r->parameter;
  for (ptrdiff_t row = begin; row < end; row++)
    r->out[row] = sign * extremum_of_stretch(r->count, r->x + row * r->count, sign);
}

static void sum_tiles(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const struct reduction *r = context;
  for (ptrdiff_t unit = begin; unit < end; unit++) {
    const ptrdiff_t o = unit / r->pieces, column = unit % r->pieces * tile;
    sum_tile(r->count, r->inner, smaller(tile, r->inner - column), r->x + o * r->count * r->inner + column,
             r->parameter, r->out + o * r->inner + column);
  }
}

static void find_extremum_of_tiles(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const struct reduction *r = context;
  for (ptrdiff_t unit = begin; unit < end; unit++) {
    const ptrdiff_t o = unit / r->pieces, column = unit % r->pieces * tile;
    extremum_of_tile(r->count, r->inner, smaller(tile, r->inner - column), r->x + o * r->count * r->inner + column,
                     (float)r->parameter, r->out + o * r->inner + column);
  }
}

void ck_sum(ptrdiff_t outer, ptrdiff_t count, ptrdiff_t inner, const float *x, double scale, float *out) {
  struct reduction r = {count, inner, 1, x, scale, NULL, out};
  if (inner != 1) {
    r.pieces = (inner + tile - 1) / tile;
    ck_parallel_for(outer * r.pieces, ck_cheap_grain / (tile * (count + 1)) + 1, sum_tiles, &r);
    return;
  }
  r.pieces = (count + stretch - 1) / stretch;
  if (r.pieces > 1) r.partial = malloc(sizeof(double) * (size_t)(outer * r.pieces));
  if (!r.partial) {
    ck_parallel_for(outer, ck_cheap_grain / (count + 1) + 1, sum_whole_rows, &r);
    return;
  }
  ck_parallel_for(outer * r.pieces, 1, sum_stretches, &r);
  for (ptrdiff_t row = 0; row < outer; row++) {
    double total = 0;
    for (ptrdiff_t piece = 0; piece < r.pieces; piece++) total += r.partial[row * r.pieces + piece];
    out[row] = (float)(scale * total);
  }
  free(r.partial);
}

void ck_extremum(ptrdiff_t outer, ptrdiff_t count, ptrdiff_t inner, const float *x, float sign, float *out) {
  struct reduction r = {count, inner, 1, x, sign, NULL, out};
  if (inner != 1) {
    r.pieces = (inner + tile - 1) / tile;
    ck_parallel_for(outer * r.pieces, ck_cheap_grain / (tile * (count + 1)) + 1, find_extremum_of_tiles, &r);
    return;
  }
  r.pieces = (count + stretch - 1) / stretch;
  if (r.pieces > 1) r.partial = malloc(sizeof(double) * (size_t)(outer * r.pieces));
  if (!r.partial) {
    ck_parallel_for(outer, ck_cheap_grain / (count + 1) + 1, find_extremum_of_whole_rows, &r);
    return;
  }
  ck_parallel_for(outer * r.pieces, 1, find_extremum_of_stretches, &r);
  for (ptrdiff_t row = 0; row < outer; row++) {
    const double *partial = r.partial + row * r.pieces;
    double best = partial[0];
    for (ptrdiff_t piece = 1; piece < r.pieces; piece++)
      best = partial[piece] > best || partial[piece] != partial[piece] ? partial[piece] : best;
    out[row] = sign * (float)best;
  }
  free(r.partial);
}

void ck_argmax(ptrdiff_t outer, ptrdiff_t count, ptrdiff_t inner, const float *x, ptrdiff_t *out) {
  for (ptrdiff_t o = 0; o < outer; o++) {
    for (ptrdiff_t i = 0; i < inner; i++) {
      const float *column = x + o * count * inner + i;
      ptrdiff_t best = 0;
      for (ptrdiff_t k = 1; k < count; k++) {
        const float v = column[k * inner], top = column[best * inner];
        if (v > top || (v != v && top == top)) best = k;
      }
      out[o * inner + i] = best;
    }
  }
}

void ck_cumulative_sum(ptrdiff_t outer, ptrdiff_t count, ptrdiff_t inner, const float *x, float *y) {
  for (ptrdiff_t o = 0; o < outer; o++) {
    for (ptrdiff_t i = 0; i < inner; i++) {
      double total = 0;
      for (ptrdiff_t k = 0; k < count; k++) {
        const ptrdiff_t at = (o * count + k) * inner + i;
        total += x[at];
        y[at] = (float)total;
      }
    }
  }
}
