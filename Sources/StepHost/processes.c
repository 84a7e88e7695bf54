#define _GNU_SOURCE
#include "processes.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { most_processes = 65536 };

bool keep_none(pid_t pid) {
  (void)pid;
  return false;
}

static void visit_children(pid_t parent, void (*visit)(pid_t)) {
  char path[96];
  snprintf(path, sizeof path, "/proc/%d/task", parent);
  DIR *threads = opendir(path);
  if (!threads) return;
  for (struct dirent *thread; (thread = readdir(threads));) {
    if (thread->d_name[0] == '.') continue;
    snprintf(path, sizeof path, "/proc/%d/task/%.20s/children", parent, thread->d_name);
    FILE *children = fopen(path, "re");
    if (!children) continue;
    for (int pid; fscanf(children, "%d", &pid) == 1;) visit(pid);
    fclose(children);
  }
  closedir(threads);
}

static pid_t found[most_processes];
static int found_count;

static void collect(pid_t pid) {
  if (found_count < most_processes) found[found_count++] = pid;
}

/// Fills `found` with the descendants that are not kept, parents before children.
static void find_descendants(bool (*keep)(pid_t)) {
  found_count = 0;
  visit_children(getpid(), collect);
  int kept = 0;
  for (int i = 0; i < found_count; i++)
    if (!keep(found[i])) found[kept++] = found[i];
  found_count = kept;
  for (int i = 0; i < found_count; i++) visit_children(found[i], collect);
}

int end_descendants(bool (*keep)(pid_t)) {
  int ended = 0;
  for (int pass = 0; pass < 1000; pass++) {
    find_descendants(keep);
    if (found_count == 0) break;
    if (pass == 0) ended = found_count;
    // Stopping all before killing any leaves a fork bomb no one to refill it.
    for (int i = 0; i < found_count; i++) kill(found[i], SIGSTOP);
    for (int i = 0; i < found_count; i++) kill(found[i], SIGKILL);
    for (int i = 0; i < found_count; i++) waitpid(found[i], NULL, pass < 10 ? WNOHANG : 0);
    if (pass) usleep(500);
  }
  return ended;
}
