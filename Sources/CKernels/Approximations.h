// exp, log, tanh and their relatives for float32, without branches so that loops over them vectorise.
//
// The errors stated are the largest found by comparing a third of all floats with double precision, in units in the last
// place of the result (ulp); the tests sample them. The coefficients are our own minimax fits (Lawson's algorithm).
#pragma once
#include <float.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

static inline uint32_t ck_bits(float x) {
  uint32_t bits;
  memcpy(&bits, &x, sizeof bits);
  return bits;
}

static inline float ck_from_bits(uint32_t bits) {
  float x;
  memcpy(&x, &bits, sizeof x);
  return x;
}

// exp(x) = 2^n exp(r), n = round(x / ln 2), |r| <= ln 2 / 2, exp(r) by a polynomial.
// Overflows to inf, underflows gradually to 0, keeps NaN. Error 1.01 ulp.
static inline float ck_exp(float x) {
  float c = x < -104.0f ? -104.0f : x;
  c = c > 89.0f ? 89.0f : c;
  const float rounder = 12582912.0f;  // 1.5 · 2^23: adding it rounds to an integer, found in the low bits
  const float shifted = c * 1.44269504f + rounder;
  const float n = shifted - rounder;
  const float r = (c - n * 0.693359375f) - n * -2.12194440e-4f;  // ln 2 in two parts, the first short
  float p = 0.0013814431f;
  p = p * r + 0.00836879689f;
  p = p * r + 0.0416683958f;
  p = p * r + 0.1666652f;
  p = p * r + 0.499999934f;
  p = p * (r * r) + r + 1.0f;
  // 2^n as a product of two powers, so that n = 128 and n = -149 are within reach.
  const int32_t k = (int32_t)(ck_bits(shifted) - ck_bits(rounder));
  const int32_t half = k >> 1;
  return p * ck_from_bits((uint32_t)(half + 127) << 23) * ck_from_bits((uint32_t)(k - half + 127) << 23);
}

// log(x) = n ln 2 + log(1 + f), √½ <= 1 + f < √2, and with s = f / (2 + f):
// log(1 + f) = 2 artanh(s) = f - s f + 2 s (s²/3 + s⁴/5 + …). log(0) is -inf, of negatives NaN.
// Error 0.96 ulp.
static inline float ck_log(float x) {
  const int tiny = x < FLT_MIN;
  const uint32_t bits = ck_bits(tiny ? x * 8388608.0f : x);
  const int32_t exponent = (int32_t)(bits - 0x3f3504f3u) >> 23;  // 0x3f3504f3 is √½
  const float f = ck_from_bits(bits - ((uint32_t)exponent << 23)) - 1.0f;
  const float n = (float)exponent - (tiny ? 23.0f : 0.0f);
  const float s = f / (2.0f + f);
  const float z = s * s;
  float series = 2.0f / 11.0f;
  series = series * z + 2.0f / 9.0f;
  series = series * z + 2.0f / 7.0f;
  series = series * z + 2.0f / 5.0f;
  series = series * z + 2.0f / 3.0f;
  float y = n * 0.693359375f + (f - (s * (f - z * series) - n * -2.12194440e-4f));
  y = x == INFINITY || x != x ? x : y;
  y = x == 0.0f ? -INFINITY : y;
  return x < 0.0f ? NAN : y;
}

// tanh(x) = x + x³ p(x²) near 0, where the other form would cancel; else ±(1 - 2 / (exp(2|x|) + 1)).
// Error 1.34 ulp.
static inline float ck_tanh(float x) {
  const float t = fabsf(x);
  const float z = x * x;
  float p = -0.00570497837f;
  p = p * z + 0.0206390787f;
  p = p * z - 0.0537397122f;
  p = p * z + 0.133314422f;
  p = p * z - 0.333332819f;
  const float near = x + x * z * p;
  const float far = copysignf(1.0f - 2.0f / (ck_exp(2.0f * t) + 1.0f), x);
  return t < 0.625f ? near : (x != x ? x : far);
}

// 1 / (1 + exp(-x)). Error 2.5 ulp down to x = -87, below which it soon becomes 0.
static inline float ck_sigmoid(float x) { return 1.0f / (1.0f + ck_exp(-x)); }

// Φ(x), the standard normal distribution function, (1 + erf(x / √2)) / 2.
// For t = |x|: Φ(-t) = exp(-t²/2) q(v), v = (t - 2.5) / (t + 2.5), q a polynomial fitted for t up to 14.5,
// beyond which the exponential is 0 anyway. Error 1.7e-7, and in the tail 1e-5 of the result.
static inline float ck_normal_distribution(float x) {
  float t = fabsf(x);
  t = t > 14.5f ? 14.5f : t;
  const float v = (t - 2.5f) / (t + 2.5f);
  float q = 2.85081669e-05f;
  q = q * v + 2.71167745e-05f;
  q = q * v - 0.000195705668f;
  q = q * v - 0.00036336826f;
  q = q * v + 0.000823471938f;
  q = q * v + 0.00295518143f;
  q = q * v - 0.00512411925f;
  q = q * v - 0.0245499288f;
  q = q * v + 0.113135773f;
  q = q * v - 0.228069746f;
  q = q * v + 0.141331332f;
  const float tail = ck_exp(-0.5f * t * t) * q;
  return x < 0.0f ? tail : 1.0f - tail;
}

// x Φ(x) (Hendrycks and Gimpel 2016). gelu(-inf) is 0. Error 5.4 ulp for positive x, 4e-7 for any.
static inline float ck_gelu(float x) { return x < -14.5f ? -0.0f : x * ck_normal_distribution(x); }

// x (1 + tanh(u)) / 2 = x / (1 + exp(-2u)), u = √(2/π) (x + 0.044715 x³): the form GPT-2 was trained with.
// Error 2.4 ulp for positive x, 5.2e-7 for any.
static inline float ck_gelu_tanh(float x) {
  const float u = 0.797884561f * (x + 0.044715f * x * x * x);
  return x < -14.5f ? -0.0f : x * ck_sigmoid(2.0f * u);
}
