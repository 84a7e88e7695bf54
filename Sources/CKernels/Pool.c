// Memory for arrays. What is released is kept for the next array of about that size: a training step asks for the same
// sizes again and again, and fresh pages from the system cost more than the arithmetic on them.
#include "CKernels.h"

#include <pthread.h>
#include <stdlib.h>

// Sizes are 2^k and 1.5 · 2^k bytes, k from 6: class 2 (k - 6) and 2 (k - 6) + 1.
enum { smallest_power = 6, classes = 2 * (48 - smallest_power) };
// As many bytes are kept as were ever in use at once, so that a step finds all that the one before left, however large
// the model; and this many in any case. Beyond, memory goes back to the system.
static const size_t always_held = (size_t)1 << 30;

struct block {
  struct block *next;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;  // guards all below; held across fork
static struct block *free_blocks[classes];
static size_t held, in_use, most_in_use;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void lock_before_fork(void) { pthread_mutex_lock(&lock); }
static void unlock_in_parent(void) { pthread_mutex_unlock(&lock); }
static void restart_in_child(void) { pthread_mutex_init(&lock, NULL); }
static void register_handlers(void) { pthread_atfork(lock_before_fork, unlock_in_parent, restart_in_child); }

void ck_guard_pool_across_fork(void) { pthread_once(&once, register_handlers); }

static size_t bytes_of_class(int class) {
  const size_t power = (size_t)1 << (class / 2 + smallest_power);
  return class % 2 ? power + power / 2 : power;
}

// The smallest class that holds `count` floats; `classes` if none does.
static int class_of(ptrdiff_t count) {
  const size_t bytes = (size_t)count * sizeof(float);
  if (bytes <= (size_t)1 << smallest_power) return 0;
  if (bytes > bytes_of_class(classes - 1)) return classes;
  const int power = 63 - __builtin_clzll((unsigned long long)(bytes - 1));  // 2^power < bytes ≤ 2^(power + 1)
  const int class = 2 * (power - smallest_power) + 1;
  return bytes <= bytes_of_class(class) ? class : class + 1;
}

// Called with the lock held.
static void give_back_all(void) {
  for (int class = 0; class < classes; class++)
    while (free_blocks[class]) {
      struct block *block = free_blocks[class];
      free_blocks[class] = block->next;
      free(block);
    }
  held = 0;
}

float *ck_allocate(ptrdiff_t count) {
  const int class = class_of(count);
  if (class == classes) return NULL;
  const size_t bytes = bytes_of_class(class);
  ck_guard_pool_across_fork();
  pthread_mutex_lock(&lock);
  void *memory = free_blocks[class];
  if (memory) {
    free_blocks[class] = free_blocks[class]->next;
    held -= bytes;
  }
  in_use += bytes;
  if (in_use > most_in_use) most_in_use = in_use;
  pthread_mutex_unlock(&lock);
  if (memory || posix_memalign(&memory, 64, bytes) == 0) return memory;

  pthread_mutex_lock(&lock);
  give_back_all();
  pthread_mutex_unlock(&lock);
  if (posix_memalign(&memory, 64, bytes) == 0) return memory;
  pthread_mutex_lock(&lock);
  in_use -= bytes;
  pthread_mutex_unlock(&lock);
  return NULL;
}

void ck_release(float *memory, ptrdiff_t count) {
  const int class = class_of(count);
  const size_t bytes = bytes_of_class(class);
  struct block *block = (void *)memory;
  pthread_mutex_lock(&lock);
  in_use -= bytes;
  const int is_kept = held + bytes <= (most_in_use > always_held ? most_in_use : always_held);
  if (is_kept) {
    block->next = free_blocks[class];
    free_blocks[class] = block;
    held += bytes;
  }
  pthread_mutex_unlock(&lock);
  if (!is_kept) free(memory);
}

ptrdiff_t ck_bytes_in_use(void) {
  pthread_mutex_lock(&lock);
  const size_t bytes = in_use;
  pthread_mutex_unlock(&lock);
  return (ptrdiff_t)bytes;
}
