// How a loop asks to be vectorised. Without it each file would repeat the platform question.
#pragma once
#include <math.h>
#include <stddef.h>

// Compiles a function three times, for AVX-512, for AVX2 with FMA, and for any x86-64; the loader picks one.
// (Clang reads "avx2,fma" as two targets, hence the names of levels.) Elsewhere the baseline is vector enough.
#if defined(__x86_64__) && defined(__linux__) && defined(__clang__)
#define CK_VECTOR __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define CK_VECTOR
#endif

// Before a loop whose iterations are independent even when output and input are the same array.
#if defined(__clang__)
#define CK_INDEPENDENT _Pragma("clang loop vectorize(assume_safety)")
#else
#define CK_INDEPENDENT
#endif

// First in a block whose sums may be formed in any order. The order is the compiler's, the same on every run.
#if defined(__clang__)
#define CK_ANY_ORDER _Pragma("clang fp reassociate(on)")
#else
#define CK_ANY_ORDER
#endif

// Elements below which a second thread costs more than it saves: cheap arithmetic, and functions such as exp.
enum { ck_cheap_grain = 32768, ck_costly_grain = 8192 };

// The square root alone, without the errno that sqrtf must set and that would keep the loop scalar.
#if defined(__clang__) && __has_builtin(__builtin_elementwise_sqrt)
#define CK_SQUARE_ROOT __builtin_elementwise_sqrt
#else
#define CK_SQUARE_ROOT sqrtf
#endif

// A step of such a function: compiled into each of its three forms.
#define CK_STEP static inline __attribute__((always_inline))
