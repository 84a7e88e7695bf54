// A small thread pool. Made on first use; a forked child makes its own.
#if defined(__linux__) && !defined(_GNU_SOURCE)
#define _GNU_SOURCE
#endif
#include "CKernels.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>
#if defined(__linux__)
#include <sched.h>
#endif

enum { max_threads = 256, spins_before_sleep = 2000 };

// Held by the thread whose parallel loop is running, and across fork, so that no loop is half done in the child.
static pthread_mutex_t region = PTHREAD_MUTEX_INITIALIZER;
// Guards the two conditions.
static pthread_mutex_t sleep_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t job_posted = PTHREAD_COND_INITIALIZER;
static pthread_cond_t job_finished = PTHREAD_COND_INITIALIZER;

// The present job. Written before its ticket is posted, and read only by who holds a part of it.
static struct {
  ck_body body;
  void *context;
  ptrdiff_t count;
} job;
// Number of the job << 32 | its parts << 16 | the next part to take. One word, so that a thread that wakes late cannot
// take a part of a job it has not seen.
static atomic_ullong ticket;
static atomic_int finished_parts;
static int workers;  // started in this process
static pthread_once_t once = PTHREAD_ONCE_INIT;
static ptrdiff_t configured_threads;
static _Thread_local int inside_body;

static ptrdiff_t available_processors(void) {
#if defined(__linux__)
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof set, &set) == 0) return CPU_COUNT(&set);
#endif
  return sysconf(_SC_NPROCESSORS_ONLN);
}

static void lock_before_fork(void) { pthread_mutex_lock(&region); }
static void unlock_in_parent(void) { pthread_mutex_unlock(&region); }

static void restart_in_child(void) {
  pthread_mutex_init(&region, NULL);
  pthread_mutex_init(&sleep_lock, NULL);
  pthread_cond_init(&job_posted, NULL);
  pthread_cond_init(&job_finished, NULL);
  workers = 0;
}

static void configure(void) {
  const char *setting = getenv("LECTERN_THREADS");
  ptrdiff_t threads = setting ? strtol(setting, NULL, 10) : 0;
  if (threads < 1) threads = available_processors();
  if (threads < 1) threads = 1;
  configured_threads = threads < max_threads ? threads : max_threads;
  // The last registered locks first: a loop that is under way may still need memory.
  ck_guard_pool_across_fork();
  pthread_atfork(lock_before_fork, unlock_in_parent, restart_in_child);
}

ptrdiff_t ck_thread_count(void) {
  pthread_once(&once, configure);
  return configured_threads;
}

static inline void pause_briefly(void) {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#endif
}

static ptrdiff_t parts_of(unsigned long long ticket) { return (ptrdiff_t)(ticket >> 16 & 0xffff); }
static ptrdiff_t next_of(unsigned long long ticket) { return (ptrdiff_t)(ticket & 0xffff); }

static int is_part_left(void) {
  const unsigned long long seen = atomic_load(&ticket);
  return next_of(seen) < parts_of(seen);
}

// The caller takes parts too: if the workers have no processor at the moment, it does not wait for them.
static void run_parts(void) {
  unsigned long long seen = atomic_load(&ticket);
  while (next_of(seen) < parts_of(seen)) {
    if (!atomic_compare_exchange_weak(&ticket, &seen, seen + 1)) continue;
    const ptrdiff_t part = next_of(seen), parts = parts_of(seen);
    job.body(job.context, job.count * part / parts, job.count * (part + 1) / parts);
    if (atomic_fetch_add(&finished_parts, 1) + 1 == parts) {
      pthread_mutex_lock(&sleep_lock);
      pthread_cond_signal(&job_finished);
      pthread_mutex_unlock(&sleep_lock);
    }
    seen = atomic_load(&ticket);
  }
}

static void *work(void *unused) {
  (void)unused;
  inside_body = 1;
  for (;;) {
    for (int spin = 0; spin < spins_before_sleep && !is_part_left(); spin++) pause_briefly();
    pthread_mutex_lock(&sleep_lock);
    while (!is_part_left()) pthread_cond_wait(&job_posted, &sleep_lock);
    pthread_mutex_unlock(&sleep_lock);
    run_parts();
  }
  return NULL;
}

// Called with `region` held. Where threads are refused the caller does all parts.
static void start_workers(void) {
  sigset_t all, previous;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &previous);  // signals are for the program's own threads
  while (workers < configured_threads - 1) {
    pthread_t thread;
    if (pthread_create(&thread, NULL, work, NULL) != 0) break;
    pthread_detach(thread);
    workers++;
  }
  pthread_sigmask(SIG_SETMASK, &previous, NULL);
}

void ck_parallel_for(ptrdiff_t count, ptrdiff_t grain, ck_body body, void *context) {
  if (count <= 0) return;
  if (grain < 1) grain = 1;
  ptrdiff_t parts = count / grain;
  if (parts > 1 && parts > ck_thread_count()) parts = ck_thread_count();
  if (parts <= 1) {
    body(context, 0, count);
    return;
  }
  if (inside_body || pthread_mutex_trylock(&region) != 0) {
    for (ptrdiff_t part = 0; part < parts; part++) body(context, count * part / parts, count * (part + 1) / parts);
    return;
  }
  if (workers == 0) start_workers();
  job.body = body;
  job.context = context;
  job.count = count;
  atomic_store(&finished_parts, 0);
  pthread_mutex_lock(&sleep_lock);
  atomic_store(&ticket, ((atomic_load(&ticket) >> 32) + 1) << 32 | (unsigned long long)parts << 16);
  pthread_cond_broadcast(&job_posted);
  pthread_mutex_unlock(&sleep_lock);

  inside_body = 1;
  run_parts();
  inside_body = 0;

  for (int spin = 0; spin < spins_before_sleep && atomic_load(&finished_parts) != parts; spin++) pause_briefly();
  if (atomic_load(&finished_parts) != parts) {
    pthread_mutex_lock(&sleep_lock);
    while (atomic_load(&finished_parts) != parts) pthread_cond_wait(&job_finished, &sleep_lock);
    pthread_mutex_unlock(&sleep_lock);
  }
  pthread_mutex_unlock(&region);
}
