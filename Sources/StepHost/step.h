// Running one step in this process.
#ifndef STEP_H
#define STEP_H

#include <stdbool.h>

/// Loads the library at `path` and calls its entry. Returns true when the step came to its end; what went wrong
/// otherwise has been sent on the control socket.
bool run_step(const char *configuration, const char *entry, const char *path);

/// Makes this process, and not a process that the step forked, the one that may report.
void claim_step_process(void);

/// True in a process that the step forked and that came back from the step's code.
bool is_strayed_process(void);

#endif
