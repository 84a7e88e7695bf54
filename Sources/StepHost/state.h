// A state: a process that holds everything its steps made, and forks to run the next one.
#ifndef STATE_H
#define STATE_H

/// Serves `run` requests on the control socket until lectern closes it. Never returns.
_Noreturn void serve_state(void);

#endif
