// One step: load, run, and say how it ended and where, for every way in which Swift code can end.
#define _GNU_SOURCE
#include "step.h"
#include "output.h"
#include "StepWire.h"

#include <dlfcn.h>
#include <execinfo.h>
#include <link.h>
#include <setjmp.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <ucontext.h>
#include <unistd.h>

enum { most_frames = 48, most_forks = 64 };

static sigjmp_buf step_end;
static pid_t step_process;
static volatile sig_atomic_t is_running;
static void *thrown_frames[most_frames];
static int thrown_frame_count;

void claim_step_process(void) { step_process = getpid(); }
bool is_strayed_process(void) { return step_process != getpid(); }

// MARK: Where

static char *append(char *at, char *end, const char *text) {
  while (*text && at < end) *at++ = *text++;
  return at;
}

static char *append_number(char *at, char *end, uintptr_t number, unsigned base) {
  char digits[32];
  int count = 0;
  do digits[count++] = "0123456789abcdef"[number % base];
  while (number /= base);
  while (count && at < end) *at++ = digits[--count];
  return at;
}

/// Sends `verb argument` and the frames. Uses no heap and no locale: it runs in signal handlers.
static void report(const char *verb, int argument, void *const *frames, int count, void *fault) {
  static char text[message_limit];
  char *at = text, *end = text + sizeof text;
  at = append(at, end, verb);
  at = append(at, end, "\n");
  at = append_number(at, end, (uintptr_t)argument, 10);
  for (int i = 0; i < count; i++) {
    Dl_info place;
    // A return address stands behind its call; the faulting instruction is exact.
    uintptr_t address = (uintptr_t)frames[i] - (frames[i] == fault ? 0 : 1);
    if (!dladdr((void *)address, &place) || !place.dli_fname) continue;
    if (end - at < 512) break;
    at = append(at, end, "\n");
    at = append_number(at, end, address - (uintptr_t)place.dli_fbase, 16);
    at = append(at, end, " ");
    at = append(at, end, place.dli_fname);
  }
  send_message(control_descriptor, text, (size_t)(at - text));
}

static _Noreturn void leave(int status) {
  syscall(SYS_exit_group, status);
  __builtin_unreachable();
}

/// Sends what was printed and logged and is still held back.
static void finish_step(void) {
  fflush(stdout);
  void (*finish)(void) = (void (*)(void))dlsym(RTLD_DEFAULT, "lectern_step_did_run");
  if (finish) finish();
}

/// StepSupport's: whether what the step logged cannot be sent at this moment.
static int (*is_logging)(void);

static void on_signal(int number, siginfo_t *information, void *context);

static void catch_signal(int number) {
  struct sigaction action = {.sa_sigaction = on_signal, .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESETHAND};
  sigaction(number, &action, NULL);
}

/// Calls the step. A function of its own, so that its place on the stack can be told.
static __attribute__((noinline)) void call_step(int (*body)(int, char **)) {
  static char *arguments[] = {"step", NULL};
  body(1, arguments);
  __asm__ volatile("" ::: "memory");  // not a tail call
}

/// Whether the frames lead down to `call_step`. At a few instructions of foreign code they cannot be followed that far.
static bool is_whole(void *const *frames, int count) {
  enum { longest_call_step = 128 };
  for (int i = 0; i < count; i++) {
    uintptr_t offset = (uintptr_t)frames[i] - (uintptr_t)call_step;
    if (offset < longest_call_step) return true;
  }
  return count >= most_frames;
}

/// Lets the step run on for a moment, to be asked again where it is; false after many times.
static bool ask_again(void) {
  static int times;
  if (times++ == 1000) return false;
  catch_signal(SIGXCPU);
  catch_signal(SIGALRM);
  struct itimerval moment = {.it_value = {.tv_usec = 500}};
  return setitimer(ITIMER_REAL, &moment, NULL) == 0;
}

static void on_signal(int number, siginfo_t *information, void *context) {
  (void)information;
  if (is_strayed_process()) leave(128 + number);
  void *frames[most_frames + 1];
  void *fault = NULL;
#if defined(__x86_64__)
  fault = (void *)((ucontext_t *)context)->uc_mcontext.gregs[REG_RIP];
#elif defined(__aarch64__)
  fault = (void *)((ucontext_t *)context)->uc_mcontext.pc;
#endif
  frames[0] = fault;
  int count = backtrace(frames + 1, most_frames);
  // Drop this handler and its trampoline: the frames above the faulting instruction.
  int first = 1;
  while (first <= count && frames[first] != fault) first++;
  if (first > count) first = 0;
  bool is_request = number == SIGXCPU || number == SIGALRM;
  bool is_inside_log = is_logging && is_logging();
  if (is_request && (is_inside_log || !is_whole(frames + first, count + 1 - first)) && ask_again()) return;
  report("signal", number, frames + first, count + 1 - first, fault);
  // What a loop has logged so far is worth a try, now that all is said: if it fails, the process just ends sooner.
  signal(SIGALRM, SIG_DFL);
  alarm(1);
  finish_step();
  leave(128 + number);
}

static void catch_signals(void) {
  static char stack[1 << 16];
  stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&alternate, NULL);
  int caught[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGSYS, SIGTERM, SIGXCPU};
  for (size_t i = 0; i < sizeof caught / sizeof *caught; i++) catch_signal(caught[i]);
  // The first call loads the unwinder, which must not happen in a handler.
  void *frame;
  backtrace(&frame, 1);
}

// MARK: Thrown errors

/// The Swift runtime calls this at every `throw`; see `_swift_willThrow` in the runtime's exported symbols.
static void on_throw(void *error) {
  (void)error;
  if (is_running) thrown_frame_count = backtrace(thrown_frames, most_frames);
}

/// The Swift runtime calls this when an error reaches top level. Ours is found first, and ends the step only.
__attribute__((visibility("default"))) void swift_errorInMain(void *error) {
  if (is_strayed_process()) leave(1);
  void (*describe)(void *) = (void (*)(void *))dlsym(RTLD_DEFAULT, "lectern_step_threw");
  if (describe) describe(error);
  report("threw", 0, thrown_frames, thrown_frame_count, NULL);
  siglongjmp(step_end, 1);
}

static void watch_throws(void) {
  void **untyped = dlsym(RTLD_DEFAULT, "_swift_willThrow");
  if (untyped) *untyped = (void *)on_throw;
}

// MARK: Exits

static _Noreturn void step_exits(int status) {
  if (is_running && !is_strayed_process()) {
    finish_step();
    void *frames[most_frames];
    int count = backtrace(frames, most_frames);
    report("exited", status & 0xff, frames, count, NULL);
  }
  leave(status);
}

// A step's call of `exit` finds these before the C library's.
__attribute__((visibility("default"))) _Noreturn void exit(int status) { step_exits(status); }
__attribute__((visibility("default"))) _Noreturn void _exit(int status) { step_exits(status); }
__attribute__((visibility("default"))) _Noreturn void _Exit(int status) { step_exits(status); }
__attribute__((visibility("default"))) _Noreturn void quick_exit(int status) { step_exits(status); }

// MARK: Forks

static atomic_int *forks;

/// A step's call of `fork` finds this before the C library's. Forks without end would fill the machine before anybody
/// could look, so they are counted here, over all of the step's processes together.
__attribute__((visibility("default"))) pid_t fork(void) {
  static pid_t (*system_fork)(void);
  if (!system_fork) system_fork = (pid_t(*)(void))dlsym(RTLD_NEXT, "fork");
  if (forks && atomic_fetch_add(forks, 1) >= most_forks) {
    if (atomic_load(forks) == most_forks + 1) report("forked", most_forks, NULL, 0, NULL);
    leave(1);
  }
  return system_fork();
}

__attribute__((visibility("default"))) pid_t vfork(void) { return fork(); }

static void count_forks(void) {
  void *shared = mmap(NULL, sizeof *forks, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  forks = shared == MAP_FAILED ? NULL : shared;
}

// MARK: The step

bool run_step(const char *configuration, const char *entry, const char *path) {
  void *library = dlopen(path, RTLD_NOW | RTLD_GLOBAL);
  if (!library) {
    send_formatted(control_descriptor, "failed\n%s", dlerror());
    return false;
  }
  int (*body)(int, char **) = (int (*)(int, char **))dlsym(library, entry);
  if (!body) {
    send_formatted(control_descriptor, "failed\n%s has no %s", path, entry);
    return false;
  }
  void (*begin)(const char *, int, const long *) =
      (void (*)(const char *, int, const long *))dlsym(RTLD_DEFAULT, "lectern_step_will_run");

  is_logging = (int (*)(void))dlsym(RTLD_DEFAULT, "lectern_step_is_logging");
  catch_signals();
  watch_throws();
  thrown_frame_count = 0;
  printed_bytes = 0;
  if (begin) begin(configuration, records_descriptor, &printed_bytes);
  count_forks();
  is_running = 1;
  bool came_to_its_end = true;
  if (sigsetjmp(step_end, 0) == 0) {
    call_step(body);
  } else {
    came_to_its_end = false;
  }
  if (is_strayed_process()) leave(0);
  is_running = 0;
  if (forks) munmap(forks, sizeof *forks);
  forks = NULL;
  finish_step();
  return came_to_its_end;
}
