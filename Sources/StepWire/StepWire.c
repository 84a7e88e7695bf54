#define _GNU_SOURCE
#include "StepWire.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

long receive_message(int socket, char *text, size_t capacity, int *descriptors) {
  union {
    char bytes[CMSG_SPACE(sizeof(int) * descriptors_in_run)];
    struct cmsghdr aligned;
  } ancillary;
  struct iovec part = {.iov_base = text, .iov_len = capacity - 1};
  struct msghdr header = {.msg_iov = &part, .msg_iovlen = 1};
  if (descriptors) {
    for (int i = 0; i < descriptors_in_run; i++) descriptors[i] = -1;
    header.msg_control = ancillary.bytes;
    // Not a byte of padding, which could hold one more than we know of.
    header.msg_controllen = CMSG_LEN(sizeof(int) * descriptors_in_run);
  }
  long length = recvmsg(socket, &header, MSG_CMSG_CLOEXEC);
  if (length < 0) return errno == EINTR || errno == EAGAIN ? -1 : 0;
  for (struct cmsghdr *part = CMSG_FIRSTHDR(&header); part; part = CMSG_NXTHDR(&header, part)) {
    if (part->cmsg_level != SOL_SOCKET || part->cmsg_type != SCM_RIGHTS) continue;
    size_t size = part->cmsg_len - CMSG_LEN(0);
    if (size > sizeof(int) * descriptors_in_run) size = sizeof(int) * descriptors_in_run;
    memcpy(descriptors, CMSG_DATA(part), size);
  }
  text[length] = 0;
  return length;
}

int send_message(int socket, const char *text, size_t length) {
  long sent;
  do sent = send(socket, text, length, MSG_NOSIGNAL);
  while (sent < 0 && errno == EINTR);
  return sent < 0 ? -1 : 0;
}

int send_message_with_descriptors(int socket, const char *text, size_t length,
                                  const int descriptors[descriptors_in_run]) {
  union {
    char bytes[CMSG_SPACE(sizeof(int) * descriptors_in_run)];
    struct cmsghdr aligned;
  } ancillary = {.bytes = {0}};
  struct iovec part = {.iov_base = (void *)text, .iov_len = length};
  struct msghdr header = {
      .msg_iov = &part, .msg_iovlen = 1, .msg_control = ancillary.bytes, .msg_controllen = sizeof ancillary.bytes};
  struct cmsghdr *rights = CMSG_FIRSTHDR(&header);
  rights->cmsg_level = SOL_SOCKET;
  rights->cmsg_type = SCM_RIGHTS;
  rights->cmsg_len = CMSG_LEN(sizeof(int) * descriptors_in_run);
  memcpy(CMSG_DATA(rights), descriptors, sizeof(int) * descriptors_in_run);
  long sent;
  do sent = sendmsg(socket, &header, MSG_NOSIGNAL);
  while (sent < 0 && errno == EINTR);
  return sent < 0 ? -1 : 0;
}

int send_formatted(int socket, const char *format, ...) {
  char text[message_limit];
  va_list arguments;
  va_start(arguments, format);
  int length = vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  if (length < 0) return -1;
  return send_message(socket, text, (size_t)length < sizeof text ? (size_t)length : sizeof text - 1);
}

int make_output_pipe(int ends[2]) {
  if (pipe2(ends, O_CLOEXEC) != 0) return -1;
  fcntl(ends[1], F_SETPIPE_SZ, 1 << 20);
  return 0;
}

int close_when_started(posix_spawn_file_actions_t *actions, int first) {
  return posix_spawn_file_actions_addclosefrom_np(actions, first);
}
