#define _GNU_SOURCE
#include "limits.h"

#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

static const struct {
  const char *name;
  int resource;
} known[] = {
    {"cpu=", RLIMIT_CPU},      {"memory=", RLIMIT_AS},          {"file=", RLIMIT_FSIZE},
    {"core=", RLIMIT_CORE},    {"descriptors=", RLIMIT_NOFILE}, {"processes=", RLIMIT_NPROC},
};

void apply_limits(void) {
  const char *at = getenv("LECTERN_LIMITS");
  while (at && *at) {
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
      size_t length = strlen(known[i].name);
      if (strncmp(at, known[i].name, length) != 0) continue;
      rlim_t most = strtoull(at + length, NULL, 10);
      // A second more before SIGKILL, to say where the time went.
      struct rlimit limit = {most, most + (known[i].resource == RLIMIT_CPU)};
      setrlimit(known[i].resource, &limit);
    }
    at = strchr(at, ' ');
    if (at) at++;
  }
}
