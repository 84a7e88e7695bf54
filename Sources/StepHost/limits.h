#ifndef LIMITS_H
#define LIMITS_H

/// Lays the limits of the environment variable LECTERN_LIMITS on this process and all that it starts:
/// `cpu=SECONDS memory=BYTES file=BYTES descriptors=N processes=N`, any of them left out. None without the variable.
void apply_limits(void);

#endif
