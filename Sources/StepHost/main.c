// The step host: a fork server. Loads the library once; each state of a run is one of its descendants.
// Knows no Swift and no Markdown. Two processes at first: this one only watches, so that nothing is left running
// when lectern ends, however it ends; its child is the state before the first step.
//
// Usage: StepHost FOLDER LIBRARY…    runs steps in FOLDER, with the control socket as standard input
//        StepHost --tool PROGRAM …   runs a program, which ends when the socket that is standard input is closed
#define _GNU_SOURCE
#include "confine.h"
#include "output.h"
#include "processes.h"
#include "state.h"
#include "StepWire.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static _Noreturn void load_and_serve(const char *folder, char **libraries) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  prctl(PR_SET_CHILD_SUBREAPER, 1);
  if (chdir(folder) != 0) {
    send_formatted(control_descriptor, "failed\n%s: %s", folder, strerror(errno));
    syscall(SYS_exit_group, 1);
  }
  for (; *libraries; libraries++) {
    if (dlopen(*libraries, RTLD_NOW | RTLD_GLOBAL)) continue;
    send_formatted(control_descriptor, "failed\n%s", dlerror());
    syscall(SYS_exit_group, 1);
  }
  void (*prepare)(void) = (void (*)(void))dlsym(RTLD_DEFAULT, "lectern_prepare");
  if (prepare) prepare();
  count_printed_bytes();
  send_formatted(control_descriptor, "ready\n");
  serve_state();
}

static _Noreturn void run_tool(char **arguments) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  signal(SIGPIPE, SIG_DFL);
  execv(arguments[0], arguments);
  fprintf(stderr, "%s: %s\n", arguments[0], strerror(errno));
  syscall(SYS_exit_group, 127);
  __builtin_unreachable();
}

static void on_child(int number) { (void)number; }

int main(int count, char **arguments) {
  if (count < 3) {
    fprintf(stderr, "StepHost is started by lectern: StepHost FOLDER LIBRARY…\n");
    syscall(SYS_exit_group, 2);
  }
  if (is_confining() && !guard_host()) {
    fprintf(stderr, "StepHost: this kernel cannot filter system calls (seccomp): %s\n", strerror(errno));
    syscall(SYS_exit_group, 2);
  }
  setsid();  // Ctrl-C in the terminal is lectern's to interpret
  prctl(PR_SET_CHILD_SUBREAPER, 1);
  signal(SIGPIPE, SIG_IGN);
  if (dup3(0, control_descriptor, O_CLOEXEC) < 0) {
    perror("StepHost: control socket");
    syscall(SYS_exit_group, 2);
  }
  bool is_tool = count > 2 && strcmp(arguments[1], "--tool") == 0;
  int null = open("/dev/null", O_RDWR | O_CLOEXEC);
  for (int descriptor = 0; null >= 0 && descriptor < (is_tool ? 1 : 3); descriptor++) dup2(null, descriptor);

  struct sigaction action = {.sa_handler = on_child};
  sigaction(SIGCHLD, &action, NULL);
  sigset_t blocked, while_polling;
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGCHLD);
  sigprocmask(SIG_BLOCK, &blocked, &while_polling);

  pid_t first = fork();
  if (first == 0) {
    sigprocmask(SIG_SETMASK, &while_polling, NULL);
    if (is_tool) run_tool(arguments + 2);
    load_and_serve(arguments[1], arguments + 2);
  }
  int outcome = 1 << 8;
  for (bool is_over = first < 0; !is_over;) {
    struct pollfd control = {.fd = control_descriptor, .events = 0};  // reports only that lectern is gone
    int ready = ppoll(&control, 1, NULL, &while_polling);
    is_over = ready > 0;
    int status;
    for (pid_t pid; (pid = waitpid(-1, &status, WNOHANG)) > 0;) {
      if (pid != first) continue;
      is_over = true;
      outcome = status;
    }
  }
  end_descendants(keep_none);
  syscall(SYS_exit_group, WIFSIGNALED(outcome) ? 128 + WTERMSIG(outcome) : WEXITSTATUS(outcome));
}
