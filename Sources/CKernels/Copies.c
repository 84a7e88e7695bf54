// Copies between layouts; memory is in Pool.c.
#include "CKernels.h"
#include "Vectorized.h"

#include <string.h>

struct fill_call {
  float value;
  float *out;
};

static void fill_part(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const struct fill_call *call = context;
  for (ptrdiff_t i = begin; i < end; i++) call->out[i] = call->value;
}

void ck_fill(ptrdiff_t count, float value, float *out) {
  struct fill_call call = {value, out};
  ck_parallel_for(count, ck_cheap_grain, fill_part, &call);
}

// A copy is cut into units: a plane of the last two axes, or a band of `edge` rows of it.
enum { edge = 16 };

struct copy_call {
  ptrdiff_t rank, bands;
  ptrdiff_t shape[ck_max_rank + 1], source_steps[ck_max_rank + 1], target_steps[ck_max_rank + 1];
  const float *source;
  float *target;
};

// Rows × columns, in squares of `edge` so that neither side's cache lines are fetched again and again.
static void copy_plane(ptrdiff_t rows, ptrdiff_t columns, const float *source, const ptrdiff_t *source_steps,
                       float *target, const ptrdiff_t *target_steps) {
  const ptrdiff_t down = source_steps[0], along = source_steps[1];
  const ptrdiff_t target_down = target_steps[0], target_along = target_steps[1];
  if (along == 1 && target_along == 1) {
    for (ptrdiff_t i = 0; i < rows; i++)
      memcpy(target + i * target_down, source + i * down, sizeof(float) * (size_t)columns);
    return;
  }
  for (ptrdiff_t left = 0; left < columns; left += edge) {
    const ptrdiff_t right = left + edge < columns ? left + edge : columns;
    for (ptrdiff_t i = 0; i < rows; i++)
      for (ptrdiff_t j = left; j < right; j++)
        target[i * target_down + j * target_along] = source[i * down + j * along];
  }
}

static void copy_units(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const struct copy_call *call = context;
  const ptrdiff_t row_axis = call->rank - 2, rows = call->shape[row_axis], columns = call->shape[row_axis + 1];
  for (ptrdiff_t unit = begin; unit < end; unit++) {
    const ptrdiff_t first = unit % call->bands * edge;
    const float *source = call->source + first * call->source_steps[row_axis];
    float *target = call->target + first * call->target_steps[row_axis];
    for (ptrdiff_t axis = row_axis - 1, rest = unit / call->bands; axis >= 0; axis--) {
      const ptrdiff_t index = rest % call->shape[axis];
      rest /= call->shape[axis];
      source += index * call->source_steps[axis];
      target += index * call->target_steps[axis];
    }
    copy_plane(first + edge < rows ? edge : rows - first, columns, source, call->source_steps + row_axis, target,
               call->target_steps + row_axis);
  }
}

void ck_copy(ptrdiff_t rank, const ptrdiff_t *shape, const float *source, const ptrdiff_t *source_steps, float *target,
             const ptrdiff_t *target_steps) {
  // An axis of size one in front, so that there are always two.
  struct copy_call call = {.rank = rank + 1, .shape = {1}, .source = source, .target = target};
  ptrdiff_t units = 1;
  for (ptrdiff_t axis = 0; axis < rank; axis++) {
    if (shape[axis] == 0) return;
    call.shape[axis + 1] = shape[axis];
    call.source_steps[axis + 1] = source_steps[axis];
    call.target_steps[axis + 1] = target_steps[axis];
    units *= shape[axis];
  }
  if (rank == 0) {
    *target = *source;
    return;
  }
  // The order of the axes is free: put the one along which the source is contiguous next to the last.
  const ptrdiff_t row_axis = rank - 1;
  for (ptrdiff_t axis = 1; axis < row_axis && call.source_steps[rank] != 1; axis++) {
    if (call.source_steps[axis] != 1) continue;
#define SWAP(array)                              \
  do {                                           \
    const ptrdiff_t kept = call.array[axis];     \
    call.array[axis] = call.array[row_axis];     \
    call.array[row_axis] = kept;                 \
  } while (0)
    SWAP(shape);
    SWAP(source_steps);
    SWAP(target_steps);
#undef SWAP
    break;
  }
  const ptrdiff_t rows = call.shape[row_axis], columns = call.shape[rank];
  call.bands = (rows + edge - 1) / edge;
  units = units / rows / columns * call.bands;
  ck_parallel_for(units, ck_cheap_grain / (columns * (rows < edge ? rows : edge)) + 1, copy_units, &call);
}

struct gather_call {
  ptrdiff_t width;
  const ptrdiff_t *rows;
  const float *table;
  float *out;
};

static void gather_part(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const struct gather_call *call = context;
  for (ptrdiff_t r = begin; r < end; r++)
    memcpy(call->out + r * call->width, call->table + call->rows[r] * call->width, sizeof(float) * (size_t)call->width);
}

void ck_gather_rows(ptrdiff_t count, ptrdiff_t width, const ptrdiff_t *rows, const float *table, float *out) {
  struct gather_call call = {width, rows, table, out};
  if (width > 0) ck_parallel_for(count, ck_cheap_grain / width + 1, gather_part, &call);
}

struct add_call {
  ptrdiff_t count, width, source_step, target_step;
  const ptrdiff_t *rows;
  const float *source;
  float *target;
};

CK_VECTOR static void add_rows(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const struct add_call *call = context;
  for (ptrdiff_t row = begin; row < end; row++) {
    const float *source = call->source + row * call->source_step;
    float *target = call->target + row * call->target_step;
    CK_INDEPENDENT for (ptrdiff_t i = 0; i < call->width; i++) target[i] += source[i];
  }
}

void ck_add_rows(ptrdiff_t count, ptrdiff_t width, const float *source, ptrdiff_t source_step, float *target,
                 ptrdiff_t target_step) {
  struct add_call call = {count, width, source_step, target_step, NULL, source, target};
  if (width > 0) ck_parallel_for(count, ck_cheap_grain / width + 1, add_rows, &call);
}

// A row may be named more than once: threads share out the columns.
CK_VECTOR static void scatter_columns(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const struct add_call *call = context;
  for (ptrdiff_t r = 0; r < call->count; r++) {
    const float *source = call->source + r * call->width;
    float *target = call->target + call->rows[r] * call->width;
    CK_INDEPENDENT for (ptrdiff_t i = begin; i < end; i++) target[i] += source[i];
  }
}

void ck_scatter_rows(ptrdiff_t count, ptrdiff_t width, const ptrdiff_t *rows, const float *source, float *target) {
  struct add_call call = {count, width, width, width, rows, source, target};
  if (count > 0) ck_parallel_for(width, ck_cheap_grain / count + 1, scatter_columns, &call);
}
