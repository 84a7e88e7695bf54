// The end of a program that asked for something impossible.
#include "CKernels.h"

#include <errno.h>
#include <unistd.h>

static void write_all(const char *text, size_t length) {
  while (length > 0) {
    const ssize_t written = write(STDERR_FILENO, text, length);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    text += written;
    length -= (size_t)written;
  }
}

_Noreturn void ck_stop(const char *message, ptrdiff_t length) {
  static const char title[] = "Fatal error: ";
  write_all(title, sizeof title - 1);
  write_all(message, (size_t)length);
  write_all("\n", 1);
  __builtin_trap();
}
