// What changes parameters: steps of Adam and of gradient descent, each in one pass over memory, and the squared norm of
// a gradient. The gradient is scaled on the way, so that clipping it needs no pass of its own.
#include "CKernels.h"
#include "Vectorized.h"

#include <math.h>
#include <stdlib.h>

struct update_call {
  const struct ck_adam_step *adam;
  const struct ck_descent_step *descent;
  const float *gradient;
  float *value, *first, *second;
};

// g = scale · gradient + penalty · p;  m += (1 - β₁)(g - m);  v += (1 - β₂)(g² - v);
// p = keep · p - rate · m / (√v · second_correction + ε)
CK_VECTOR static void adam_range(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const struct update_call *call = context;
  const struct ck_adam_step s = *call->adam;
  const float *gradient = call->gradient;
  float *value = call->value, *first = call->first, *second = call->second;
  CK_INDEPENDENT for (ptrdiff_t i = begin; i < end; i++) {
    const float g = s.gradient_scale * gradient[i] + s.penalty * value[i];
    const float m = first[i] + s.first_share * (g - first[i]);
    const float v = second[i] + s.second_share * (g * g - second[i]);
    first[i] = m;
    second[i] = v;
    value[i] = s.keep * value[i] - s.rate * m / (CK_SQUARE_ROOT(v) * s.second_correction + s.epsilon);
  }
}

// g = scale · gradient + penalty · p;  v = momentum · v + g;  p -= rate · (lookahead · v + direct · g)
CK_VECTOR static void descent_range(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const struct update_call *call = context;
  const struct ck_descent_step s = *call->descent;
  const float *gradient = call->gradient;
  float *value = call->value, *velocity = call->first;
  if (!velocity) {
    CK_INDEPENDENT for (ptrdiff_t i = begin; i < end; i++)
      value[i] -= s.rate * (s.gradient_scale * gradient[i] + s.penalty * value[i]);
    return;
  }
  CK_INDEPENDENT for (ptrdiff_t i = begin; i < end; i++) {
    const float g = s.gradient_scale * gradient[i] + s.penalty * value[i];
    const float v = s.momentum * velocity[i] + g;
    velocity[i] = v;
    value[i] -= s.rate * (s.lookahead * v + s.direct * g);
  }
}

void ck_adam(ptrdiff_t count, const struct ck_adam_step *step, const float *gradient, float *value, float *first,
             float *second) {
  struct update_call call = {.adam = step, .gradient = gradient, .value = value, .first = first, .second = second};
  ck_parallel_for(count, ck_costly_grain, adam_range, &call);
}

void ck_descend(ptrdiff_t count, const struct ck_descent_step *step, const float *gradient, float *value,
                float *velocity) {
  struct update_call call = {.descent = step, .gradient = gradient, .value = value, .first = velocity};
  ck_parallel_for(count, ck_cheap_grain, descent_range, &call);
}

enum { stretch = 65536 };

struct norm_call {
  ptrdiff_t count;
  const float *x;
  double *partial;
};

CK_VECTOR static double squared_norm_of_stretch(ptrdiff_t n, const float *x) {
  CK_ANY_ORDER
  double total = 0;
  for (ptrdiff_t i = 0; i < n; i++) total += (double)x[i] * (double)x[i];
  return total;
}

static double stretch_of(const struct norm_call *call, ptrdiff_t number) {
  const ptrdiff_t start = number * stretch, rest = call->count - start;
  return squared_norm_of_stretch(rest < stretch ? rest : stretch, call->x + start);
}

static void norms_of_stretches(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const struct norm_call *call = context;
  for (ptrdiff_t number = begin; number < end; number++) call->partial[number] = stretch_of(call, number);
}

double ck_squared_norm(ptrdiff_t count, const float *x) {
  const ptrdiff_t stretches = (count + stretch - 1) / stretch;
  struct norm_call call = {count, x, NULL};
  double total = 0;
  if (stretches > 1) call.partial = malloc(sizeof(double) * (size_t)stretches);
  if (call.partial) ck_parallel_for(stretches, 1, norms_of_stretches, &call);
  for (ptrdiff_t number = 0; number < stretches; number++)
    total += call.partial ? call.partial[number] : stretch_of(&call, number);
  free(call.partial);
  return total;
}
