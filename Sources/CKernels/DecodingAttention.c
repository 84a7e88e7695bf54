// Attention with one query a sequence, over keys and values that stand in memory with room to grow.
#include "CKernels.h"
#include "SoftmaxSteps.h"

struct decoding {
  ptrdiff_t heads, group, head_size, time;
  const float *queries, *keys, *values, *mask;
  ptrdiff_t key_capacity, value_capacity;
  float *scores, *out;
};

// A unit is one head of one sequence.
CK_VECTOR static void attend(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const struct decoding *d = context;
  const ptrdiff_t n = d->head_size, time = d->time, channels = d->heads / d->group * n;
  const float scale = 1.0f / sqrtf((float)n);
  for (ptrdiff_t unit = begin; unit < end; unit++) {
    CK_ANY_ORDER
    const ptrdiff_t sequence = unit / d->heads, first = unit % d->heads / d->group * n;
    const float *query = d->queries + unit * n;
    const float *keys = d->keys + sequence * d->key_capacity * channels + first;
    const float *values = d->values + sequence * d->value_capacity * channels + first;
    const float *mask = d->mask ? d->mask + sequence * time : NULL;
    float *scores = d->scores + unit * time, *out = d->out + unit * n;

    // scores = K q / √headSize + mask
    float top = -INFINITY;
    for (ptrdiff_t t = 0; t < time; t++) {
      const float *key = keys + t * channels;
      float sum = 0;
      for (ptrdiff_t i = 0; i < n; i++) sum += query[i] * key[i];
      sum = sum * scale + (mask ? mask[t] : 0.0f);
      scores[t] = sum;
      top = sum > top || sum != sum ? sum : top;
    }
    // pattern = softmax(scores); 0 where everything is hidden
    const float shift = top == -INFINITY ? 0.0f : top;
    const float total = ck_exponentials(time, scores, shift, scores);
    const float factor = total == 0.0f ? 1.0f : 1.0f / total;
    // context = pattern · V
    for (ptrdiff_t i = 0; i < n; i++) out[i] = 0.0f;
    for (ptrdiff_t t = 0; t < time; t++) {
      const float weight = scores[t] * factor, *value = values + t * channels;
      CK_INDEPENDENT for (ptrdiff_t i = 0; i < n; i++) out[i] += weight * value[i];
    }
  }
}

void ck_decoding_attention(ptrdiff_t batch, ptrdiff_t heads, ptrdiff_t group, ptrdiff_t head_size, ptrdiff_t time,
                           const float *queries, const float *keys, ptrdiff_t key_capacity, const float *values,
                           ptrdiff_t value_capacity, const float *mask, float *scores, float *out) {
  struct decoding decoding = {heads,  group, head_size,    time,           queries, keys,
                              values, mask,  key_capacity, value_capacity, scores,  out};
  ck_parallel_for(batch * heads, ck_cheap_grain / (2 * time * head_size + 1) + 1, attend, &decoding);
}
