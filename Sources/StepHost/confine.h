// Keeping code that nobody trusts from the processes around it, inside the box that it already is in.
#ifndef CONFINE_H
#define CONFINE_H

#include <stdbool.h>

/// Whether this host runs submissions: the environment variable LECTERN_LIMITS is set.
bool is_confining(void);

/// For the host's own processes: none of their memory, environment or descriptors can be looked at from others.
/// Returns false where the kernel cannot filter system calls, so that `confine` could not do what it says.
bool guard_host(void);

/// For the process of a probe, for good: it starts no process and no program, reaches no other process by a signal or
/// otherwise, opens no socket, passes no descriptor, and holds no memory that is not counted. Calls that it may not make
/// fail with EPERM. Returns false if that could not be arranged.
bool confine(void);

#endif
