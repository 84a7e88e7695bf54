// What the record of gradients needs and Swift has no short word for: a count for each thread, and one for all.
#include "CKernels.h"

#include <stdatomic.h>

static _Thread_local ptrdiff_t pauses;
static atomic_llong last_serial;

void ck_pause_recording(ptrdiff_t change) { pauses += change; }

bool ck_is_recording_paused(void) { return pauses > 0; }

ptrdiff_t ck_next_serial(void) { return (ptrdiff_t)(atomic_fetch_add(&last_serial, 1) + 1); }
