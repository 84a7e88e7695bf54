// Messages between lectern and the processes of a run.
//
// Every process that stands for a state has one control socket (SOCK_SEQPACKET, so one send is one message).
// A message is text: a verb, then its arguments, separated by newlines.
//
// lectern to a state:
//   run    <configuration> <entry symbol> <library path>     with five descriptors: control, records, stdout, stderr, null
//   where  <pid>      that child tells where it is and ends
//   end    <pid>      that child ends at once
// a state to lectern, about its children:
//   born   <pid>
//   unborn <why>
//   ended  <pid> <wait status>
// a running step to lectern, on the control socket of the state it may become:
//   done   <left-over processes that were ended> <1 if its descriptors are intact>
//   threw  frames…
//   exited <status> frames…
//   signal <number> frames…
//   failed <why it could not be loaded>
//   forked <limit>                     when it forks more often than that; the fork did not happen
// a host to lectern, once: ready, or failed <why>
//
// A frame is `<address in the library, hexadecimal> <library path>`; the innermost comes first.
#ifndef STEP_WIRE_H
#define STEP_WIRE_H

#include <spawn.h>
#include <stddef.h>

enum {
  message_limit = 32768,
  descriptors_in_run = 5,
  // Where a step's process keeps its two descriptors; high, so that a step's own files get the usual numbers.
  control_descriptor = 240,
  records_descriptor = 241,
};

/// Receives one message with up to `descriptors_in_run` descriptors (-1 where none came); without `descriptors` none is
/// taken, whatever was sent.
/// Returns its length, 0 when the other side is gone, -1 on a passing error.
long receive_message(int socket, char *text, size_t capacity, int *descriptors);

/// Sends one message with all its descriptors; returns 0, or -1 with `errno`.
int send_message_with_descriptors(int socket, const char *text, size_t length,
                                  const int descriptors[descriptors_in_run]);

/// Sends one message; returns 0, or -1 when it could not be sent. Safe in a signal handler.
int send_message(int socket, const char *text, size_t length);

/// Formats and sends. Not safe in a signal handler.
int send_formatted(int socket, const char *format, ...) __attribute__((format(printf, 2, 3)));

/// A pipe for what a step gives out: closed in programs that are started, and with room for 1 MiB where the system
/// allows it. `ends` are the reading and the writing one. Returns 0, or -1 with `errno`.
int make_output_pipe(int ends[2]);

/// Closes in a program that is started every descriptor from `first` on. Returns 0, or the number of an error.
int close_when_started(posix_spawn_file_actions_t *actions, int first);

#endif
