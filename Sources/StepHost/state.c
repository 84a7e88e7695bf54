#define _GNU_SOURCE
#include "state.h"
#include "confine.h"
#include "limits.h"
#include "processes.h"
#include "scratch.h"
#include "step.h"
#include "StepWire.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { most_children = 4096 };

static pid_t children[most_children];
static int child_count;

static bool is_child(pid_t pid) {
  for (int i = 0; i < child_count; i++)
    if (children[i] == pid) return true;
  return false;
}

static _Noreturn void leave_state(void) {
  // What stands on this state ends with it: its children get SIGKILL when their parent ends.
  syscall(SYS_exit_group, 0);
  __builtin_unreachable();
}

static void ignore_signal(int number) { (void)number; }

/// Waits for SIGCHLD only while polling, so that no child's end is missed.
static void block_child_signal(sigset_t *while_polling) {
  sigset_t blocked;
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGCHLD);
  sigprocmask(SIG_BLOCK, &blocked, while_polling);
  sigdelset(while_polling, SIGCHLD);
  struct sigaction action = {.sa_handler = ignore_signal};
  sigaction(SIGCHLD, &action, NULL);
}

static void reap_children(void) {
  int status;
  bool strays = false;
  for (pid_t pid; (pid = waitpid(-1, &status, WNOHANG)) > 0;) {
    if (!is_child(pid)) continue;
    for (int i = 0; i < child_count; i++)
      if (children[i] == pid) children[i] = children[--child_count];
    strays = true;
    send_formatted(control_descriptor, "ended\n%d\n%d", pid, status);
  }
  if (strays) end_descendants(is_child);
}

/// What a descriptor is open on, to notice a step that closed or replaced it.
struct identity {
  dev_t device;
  ino_t inode;
};

static struct identity identity_of(int descriptor) {
  struct stat status;
  if (fstat(descriptor, &status) != 0) return (struct identity){0, 0};
  return (struct identity){status.st_dev, status.st_ino};
}

static bool is_same(struct identity a, struct identity b) { return a.device == b.device && a.inode == b.inode; }

/// Turns a freshly forked child into a step's process; `descriptors` are control, records, stdout, stderr, null.
static void take_descriptors(const int descriptors[descriptors_in_run]) {
  dup2(descriptors[4], 0);
  dup2(descriptors[2], 1);
  dup2(descriptors[3], 2);
  dup3(descriptors[0], control_descriptor, O_CLOEXEC);
  dup3(descriptors[1], records_descriptor, O_CLOEXEC);
  for (int i = 0; i < descriptors_in_run; i++) close(descriptors[i]);
}

static void forget_outputs(void) {
  dup2(0, 1);
  dup2(0, 2);
  close(records_descriptor);
}

/// When memory runs out, the kernel takes the step and not lectern.
static void be_first_when_memory_runs_out(void) {
  // The file belongs to whoever may look into the process.
  int dumpable = prctl(PR_GET_DUMPABLE);
  prctl(PR_SET_DUMPABLE, 1);
  int score = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
  prctl(PR_SET_DUMPABLE, dumpable == 1);
  if (score < 0) return;
  if (write(score, "1000", 4) < 0) { /* the system's own choice stands */ }
  close(score);
}

/// In the child: runs the step, and becomes the state after it. Returns only then.
static void become_state(pid_t parent, const int descriptors[descriptors_in_run], char *configuration, char *entry,
                         char *path) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) leave_state();
  prctl(PR_SET_CHILD_SUBREAPER, 1);
  setpgid(0, 0);
  claim_step_process();
  child_count = 0;
  take_descriptors(descriptors);
  be_first_when_memory_runs_out();
  apply_limits();
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  signal(SIGCHLD, SIG_DFL);
  if (is_confining() && !confine()) {
    send_formatted(control_descriptor, "failed\nits system calls cannot be filtered: %s", strerror(errno));
    leave_state();
  }

  static const int watched[] = {0, 1, 2, records_descriptor};
  enum { watched_count = sizeof watched / sizeof *watched };
  struct identity before[watched_count];
  for (int i = 0; i < watched_count; i++) before[i] = identity_of(watched[i]);

  if (!run_step(configuration, entry, path)) leave_state();

  bool intact = true;
  for (int i = 0; i < watched_count; i++) intact = intact && is_same(before[i], identity_of(watched[i]));
  int left_over = end_descendants(keep_none);
  forget_outputs();
  if (send_formatted(control_descriptor, "done\n%d\n%d", left_over, intact) != 0) leave_state();
}

static void run(char *arguments, int descriptors[descriptors_in_run], const sigset_t *while_polling) {
  char *configuration = arguments;
  char *entry = strchr(configuration, '\n');
  char *path = entry ? strchr(entry + 1, '\n') : NULL;
  bool complete = path && descriptors[descriptors_in_run - 1] >= 0;
  if (complete) *entry++ = *path++ = 0;
  if (complete) empty_scratch();
  pid_t parent = getpid();
  pid_t pid = complete && child_count < most_children ? fork() : -1;
  if (pid == 0) {
    become_state(parent, descriptors, configuration, entry, path);
    sigset_t ignored;
    block_child_signal(&ignored);
    return;
  }
  (void)while_polling;
  for (int i = 0; i < descriptors_in_run; i++)
    if (descriptors[i] >= 0) close(descriptors[i]);
  if (pid < 0) {
    send_formatted(control_descriptor, "unborn\n%s", complete ? strerror(errno) : "the request is incomplete");
    return;
  }
  children[child_count++] = pid;
  send_formatted(control_descriptor, "born\n%d", pid);
}

_Noreturn void serve_state(void) {
  sigset_t while_polling;
  block_child_signal(&while_polling);
  static char text[message_limit];
  for (;;) {
    struct pollfd control = {.fd = control_descriptor, .events = POLLIN};
    int ready = ppoll(&control, 1, NULL, &while_polling);
    reap_children();
    if (ready <= 0) continue;
    int descriptors[descriptors_in_run];
    long length = receive_message(control_descriptor, text, sizeof text, descriptors);
    if (length == 0) leave_state();
    if (length < 0) continue;
    char *arguments = strchr(text, '\n');
    if (!arguments) continue;
    *arguments++ = 0;
    if (strcmp(text, "run") == 0) {
      run(arguments, descriptors, &while_polling);
    } else {
      pid_t pid = atoi(arguments);
      if (!is_child(pid)) continue;
      // The main thread answers for the step; a signal to the process could land in any other.
      if (strcmp(text, "where") == 0) syscall(SYS_tgkill, pid, pid, SIGXCPU);
      if (strcmp(text, "end") == 0) kill(pid, SIGKILL);
    }
  }
}
