#define _GNU_SOURCE
#include "output.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

long printed_bytes;

static ssize_t write_counted(void *cookie, const char *bytes, size_t size) {
  (void)cookie;
  size_t written = 0;
  while (written < size) {
    ssize_t count = write(1, bytes + written, size - written);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return 0;
    written += (size_t)count;
  }
  printed_bytes += (long)size;
  return (ssize_t)size;
}

void count_printed_bytes(void) {
  FILE *counted = fopencookie(NULL, "w", (cookie_io_functions_t){.write = write_counted});
  if (!counted) return;
  setvbuf(counted, NULL, _IOLBF, 0);
  stdout = counted;
}
