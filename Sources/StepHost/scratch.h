// The folder in which submissions may write.
#ifndef SCRATCH_H
#define SCRATCH_H

/// Empties the folder that the environment variable LECTERN_SCRATCH names; does nothing without the variable. No other
/// process may be using it.
void empty_scratch(void);

#endif
