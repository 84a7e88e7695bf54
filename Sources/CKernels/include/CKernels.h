// Vectorised loops over float32 arrays, and the thread pool that shares them out. No shapes are checked here:
// Tensors does that, and declares these functions in Kernels.swift (keep both in step).
//
// Counts are of elements and may be 0. An output may be the same array as an input, but must not overlap one otherwise.
// Results do not depend on the number of threads.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The most axes a tensor may have.
enum { ck_max_rank = 16 };

// Memory

// Room for `count` floats, aligned to 64 bytes and not initialised; NULL if there is none.
float *ck_allocate(ptrdiff_t count);

// `count` as it was asked for. The memory is kept for another array of about that size.
void ck_release(float *memory, ptrdiff_t count);

// What has been allocated and not released.
ptrdiff_t ck_bytes_in_use(void);

// Registers what keeps the pool whole in a forked child. Handlers registered later lock earlier.
void ck_guard_pool_across_fork(void);

// Threads

typedef void (*ck_body)(void *context, ptrdiff_t begin, ptrdiff_t end);

// Calls `body` on consecutive ranges that cover 0..<count, on several threads when each can have `grain` or more.
// The ranges depend on count, grain and ck_thread_count() only. Returns when all are done. A call from inside a body,
// or while another thread's call is under way, runs the same ranges one after the other.
void ck_parallel_for(ptrdiff_t count, ptrdiff_t grain, ck_body body, void *context);

// LECTERN_THREADS if it is a number from 1 on, else the processors this process may use; at most 256. Read once.
ptrdiff_t ck_thread_count(void);

// Element by element

// y[i] = f(x[i]); the operations are listed in Elementwise.c. `p` and `q` are parameters of some of them.
void ck_unary(int32_t operation, ptrdiff_t count, const float *x, float p, float q, float *y);

// out = f(a, b) over `shape`, row-major. The steps say how far an input moves along each axis, 0 where it is repeated;
// along the last axis they are 0 or 1. The operations are listed in Broadcasting.c.
void ck_binary(int32_t operation, ptrdiff_t rank, const ptrdiff_t *shape, const float *a, const ptrdiff_t *a_steps,
               const float *b, const ptrdiff_t *b_steps, float *out);

// out[i] = mask[i] != 0 ? a[i] : b[i]
void ck_select(ptrdiff_t count, const float *mask, const float *a, const float *b, float *out);

// Reductions of [outer, count, inner] along the middle axis

// out[o, i] = scale * sum over k of x[o, k, i]; 0 when count is 0.
void ck_sum(ptrdiff_t outer, ptrdiff_t count, ptrdiff_t inner, const float *x, double scale, float *out);

// out[o, i] = the largest (sign 1) or smallest (sign -1) of x[o, k, i]; NaN if one of them is. count is at least 1.
void ck_extremum(ptrdiff_t outer, ptrdiff_t count, ptrdiff_t inner, const float *x, float sign, float *out);

// out[o, i] = the first k where x[o, k, i] is largest, NaN counting as largest. count is at least 1.
void ck_argmax(ptrdiff_t outer, ptrdiff_t count, ptrdiff_t inner, const float *x, ptrdiff_t *out);

// y[o, k, i] = x[o, 0, i] + … + x[o, k, i]
void ck_cumulative_sum(ptrdiff_t outer, ptrdiff_t count, ptrdiff_t inner, const float *x, float *y);

// Softmax of rows of `count`, and what belongs to it. NaN or +inf in a row makes all of its softmax NaN.

// y = exp(x - max) / sum(exp(x - max)); zeros for a row that is all -inf.
void ck_softmax(ptrdiff_t rows, ptrdiff_t count, const float *x, float *y);

// y = x - max - log(sum(exp(x - max))); -inf for a row that is all -inf.
void ck_log_softmax(ptrdiff_t rows, ptrdiff_t count, const float *x, float *y);

// out[row] = max + log(sum(exp(x - max))); -inf for a row that is all -inf or empty.
void ck_log_sum_exp(ptrdiff_t rows, ptrdiff_t count, const float *x, float *out);

// Copies

void ck_fill(ptrdiff_t count, float value, float *out);

// Copies the element at (i, j, …) of `shape` from the place its steps give in `source` to that in `target`.
void ck_copy(ptrdiff_t rank, const ptrdiff_t *shape, const float *source, const ptrdiff_t *source_steps, float *target,
             const ptrdiff_t *target_steps);

// out[r, :] = table[rows[r], :], each row `width` long.
void ck_gather_rows(ptrdiff_t count, ptrdiff_t width, const ptrdiff_t *rows, const float *table, float *out);

// target[r, :] += source[r, :] for rows of `width` at the steps given.
void ck_add_rows(ptrdiff_t count, ptrdiff_t width, const float *source, ptrdiff_t source_step, float *target,
                 ptrdiff_t target_step);

// target[rows[r], :] += source[r, :], each row `width` long.
void ck_scatter_rows(ptrdiff_t count, ptrdiff_t width, const ptrdiff_t *rows, const float *source, float *target);

// Products

// y[r, o] = bias[o] + sum over i of x[r, i] weight[o, i], for few rows; `bias` may be NULL.
void ck_row_products(ptrdiff_t rows, ptrdiff_t inputs, ptrdiff_t outputs, const float *x, const float *weight,
                     const float *bias, float *y);

// out = softmax(q Kᵀ / sqrt(head_size) + mask) V for one query a sequence, [batch, heads, head_size]. Keys and values are
// [batch, capacity, heads / group, head_size], of which the first `time` count. `mask` is [batch, time] or NULL; `scores`
// is room for [batch, heads, time].
void ck_decoding_attention(ptrdiff_t batch, ptrdiff_t heads, ptrdiff_t group, ptrdiff_t head_size, ptrdiff_t time,
                           const float *queries, const float *keys, ptrdiff_t key_capacity, const float *values,
                           ptrdiff_t value_capacity, const float *mask, float *scores, float *out);

// Gradients. Where there is an `adds`, the result is added to `out` if it is not 0.

// Adds 1 or -1 to how often recording is paused on this thread.
void ck_pause_recording(ptrdiff_t change);
bool ck_is_recording_paused(void);

// 1, 2, 3 … over all threads.
ptrdiff_t ck_next_serial(void);

// out[i] = g[i] · f'(values[i]); the functions are listed in Slopes.c.
void ck_slope(int32_t operation, ptrdiff_t count, const float *values, const float *g, float *out);

// y = (x - mean) · factor · scale + shift for each row of `count`; `shift` may be NULL. Without centring the mean
// is 0.
void ck_normalize(ptrdiff_t rows, ptrdiff_t count, int32_t is_centred, const float *x, const float *scale,
                  const float *shift, float epsilon, float *means, float *factors, float *y);

// By x, given the gradient g by y.
void ck_normalize_gradient(ptrdiff_t rows, ptrdiff_t count, int32_t is_centred, const float *x, const float *scale,
                           float *means, float *factors, const float *g, int32_t adds, float *out);

// By the scale.
void ck_normalize_scale_gradient(ptrdiff_t rows, ptrdiff_t count, const float *x, float *means, float *factors,
                                 const float *g, int32_t adds, float *out);

// out = scale · (softmax(x) - 1 at the target) for each row; 0 for rows whose target is negative.
void ck_cross_entropy_gradient(ptrdiff_t rows, ptrdiff_t classes, const float *x, const float *log_sums,
                               const ptrdiff_t *targets, float scale, int32_t adds, float *out);

// The scores of a band of queries, [rows, count], become softmax(scores + mask). Row r sees the keys up to first_query
// + r, or all if first_query is -1. `mask` may be NULL; the column step is 0 or 1. log_sums are written, or read if
// `is_again`.
void ck_attention_pattern(ptrdiff_t rows, ptrdiff_t count, ptrdiff_t first_query, const float *mask,
                          ptrdiff_t mask_row, ptrdiff_t mask_column, int32_t is_again, float *log_sums, float *scores);

// `slopes`, the gradient by the pattern, becomes that by the scores.
void ck_attention_slopes(ptrdiff_t rows, ptrdiff_t count, const float *pattern, float *slopes);

// Optimizers. The arrays that change do so in place.

// The numbers of one step of Adam; Optimizers.c has the formula.
struct ck_adam_step {
  float gradient_scale;
  float penalty;  // weight decay that is part of the gradient
  float keep;  // 1, less the decoupled weight decay
  float first_share, second_share;  // 1 - β₁, 1 - β₂
  float rate;  // the learning rate / (1 - β₁ᵗ)
  float second_correction;  // 1 / √(1 - β₂ᵗ)
  float epsilon;
};

void ck_adam(ptrdiff_t count, const struct ck_adam_step *step, const float *gradient, float *value, float *first,
             float *second);

// The numbers of one step of gradient descent; lookahead and direct are 1 and 0, with Nesterov's momentum `momentum`
// and 1.
struct ck_descent_step {
  float gradient_scale, penalty, rate, momentum, lookahead, direct;
};

// `velocity` may be NULL: no momentum.
void ck_descend(ptrdiff_t count, const struct ck_descent_step *step, const float *gradient, float *value,
                float *velocity);

// Σ x²
double ck_squared_norm(ptrdiff_t count, const float *x);

// Stopping

// Writes "Fatal error: ", the message and a line end to standard error, and traps.
_Noreturn void ck_stop(const char *message, ptrdiff_t length);
