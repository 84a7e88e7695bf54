// Ending processes that a step left behind.
#ifndef PROCESSES_H
#define PROCESSES_H

#include <stdbool.h>
#include <sys/types.h>

/// Ends every descendant of this process for which `keep` says no (with what descends from it), and reaps those that
/// are its children. Descendants that detached come back as children because every state is a subreaper.
/// Returns how many were ended.
int end_descendants(bool (*keep)(pid_t));

/// For `end_descendants`: keeps none.
bool keep_none(pid_t pid);

#endif
