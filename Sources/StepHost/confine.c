// A filter of system calls (seccomp). The box keeps the machine away; this keeps a probe's process from the host, from
// the probes after it, and from parts of the kernel that no exercise needs. A list of what is refused, not of what is
// allowed: the Swift runtime and the library change which calls they make.
#define _GNU_SOURCE
#include "confine.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/sched.h>
#include <linux/seccomp.h>
#include <linux/sockios.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
static const uint32_t architecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
static const uint32_t architecture = AUDIT_ARCH_AARCH64;
#else
#error "name the AUDIT_ARCH of this processor"
#endif

static const int refused[] = {
// Processes and programs. The calls that only some processors have are marked by the processor's own header.
#ifdef SYS_fork
    SYS_fork, SYS_vfork,
#endif
    SYS_execve, SYS_execveat,
    // Other processes
    SYS_tkill, SYS_rt_sigqueueinfo, SYS_rt_tgsigqueueinfo, SYS_ptrace, SYS_process_vm_readv, SYS_process_vm_writev,
    SYS_kcmp, SYS_setpriority, SYS_sched_setparam, SYS_sched_setscheduler, SYS_sched_setattr, SYS_sched_setaffinity,
    SYS_ioprio_set, SYS_migrate_pages, SYS_move_pages,
#ifdef SYS_pidfd_open
    SYS_pidfd_open, SYS_pidfd_send_signal,
#endif
#ifdef SYS_pidfd_getfd
    SYS_pidfd_getfd,
#endif
#ifdef SYS_process_madvise
    SYS_process_madvise,
#endif
#ifdef SYS_process_mrelease
    SYS_process_mrelease,
#endif
    // Sockets; descriptors sent to the judge
    SYS_socket, SYS_socketpair, SYS_connect, SYS_bind, SYS_listen, SYS_accept, SYS_accept4, SYS_sendmsg, SYS_sendmmsg,
    SYS_recvmsg, SYS_recvmmsg,
    // Memory that no process is charged with, and channels to other processes
    SYS_memfd_create, SYS_shmget, SYS_shmat, SYS_semget, SYS_msgget, SYS_mq_open, SYS_userfaultfd,
#ifdef SYS_memfd_secret
    SYS_memfd_secret,
#endif
    // Keys are shared with whoever started the box
    SYS_add_key, SYS_request_key, SYS_keyctl,
    // Parts of the kernel that are not for it
    SYS_bpf, SYS_perf_event_open, SYS_io_uring_setup, SYS_io_uring_enter, SYS_io_uring_register, SYS_unshare, SYS_setns,
    SYS_mount, SYS_umount2, SYS_pivot_root, SYS_chroot, SYS_move_mount, SYS_open_tree, SYS_fsopen, SYS_fsconfig,
    SYS_fsmount, SYS_fspick, SYS_swapon, SYS_swapoff, SYS_reboot, SYS_kexec_load, SYS_init_module, SYS_finit_module,
    SYS_delete_module, SYS_sethostname, SYS_setdomainname, SYS_syslog, SYS_acct, SYS_quotactl, SYS_name_to_handle_at,
    SYS_open_by_handle_at, SYS_personality, SYS_fanotify_init, SYS_inotify_init1, SYS_vhangup, SYS_clock_settime,
    SYS_settimeofday, SYS_adjtimex, SYS_clock_adjtime, SYS_lookup_dcookie,
#ifdef SYS_mount_setattr
    SYS_mount_setattr,
#endif
#ifdef SYS_kexec_file_load
    SYS_kexec_file_load,
#endif
#ifdef SYS_inotify_init
    SYS_inotify_init,
#endif
#ifdef SYS_modify_ldt
    SYS_modify_ldt, SYS_iopl, SYS_ioperm,
#endif
};

/// Refused where an argument has this value.
static const struct {
  int call, argument;
  uint32_t value;
} refused_values[] = {
    // A descriptor's owner is sent signals.
    {SYS_fcntl, 1, F_SETOWN},
    {SYS_fcntl, 1, F_SETOWN_EX},
    {SYS_ioctl, 1, FIOSETOWN},
    {SYS_ioctl, 1, SIOCSPGRP},
    {SYS_ioctl, 1, TIOCSTI},
    {SYS_prctl, 0, PR_SET_DUMPABLE},
    {SYS_prctl, 0, PR_SET_PDEATHSIG},
};

enum { most_instructions = 512 };
static struct sock_filter program[most_instructions];
static unsigned short length;

static void add(uint16_t code, uint32_t value, uint8_t if_true, uint8_t if_false) {
  if (length < most_instructions) program[length++] = (struct sock_filter){code, if_true, if_false, value};
}

static void load(size_t offset) { add(BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset, 0, 0); }
static void load_call(void) { load(offsetof(struct seccomp_data, nr)); }
/// The lower half, which is first on both processors; the kernel takes no more of these arguments.
static void load_argument(int number) { load(offsetof(struct seccomp_data, args) + 8 * (size_t)number); }
static void answer(uint32_t action) { add(BPF_RET | BPF_K, action, 0, 0); }
static void answer_error(int number) { answer(SECCOMP_RET_ERRNO | (uint32_t)number); }
/// The next `count` instructions are for this value only.
static void only_if_equal(uint32_t value, uint8_t count) { add(BPF_JMP | BPF_JEQ | BPF_K, value, 0, count); }
static void skip_if_equal(uint32_t value, uint8_t count) { add(BPF_JMP | BPF_JEQ | BPF_K, value, count, 0); }

static void write_program(uint32_t own_process) {
  length = 0;
  load(offsetof(struct seccomp_data, arch));
  skip_if_equal(architecture, 1);
  answer(SECCOMP_RET_KILL_PROCESS);
  load_call();
#if defined(__x86_64__)
  // The calls of the x32 interface have numbers of their own.
  add(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1);
  answer(SECCOMP_RET_KILL_PROCESS);
#endif
  for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
    only_if_equal((uint32_t)refused[i], 1);
    answer_error(EPERM);
  }
  for (size_t i = 0; i < sizeof refused_values / sizeof *refused_values; i++) {
    only_if_equal((uint32_t)refused_values[i].call, 4);
    load_argument(refused_values[i].argument);
    only_if_equal(refused_values[i].value, 1);
    answer_error(EPERM);
    load_call();
  }
  // Threads are allowed. What a structure in memory says cannot be seen here: the C library falls back to `clone`.
  only_if_equal(SYS_clone3, 1);
  answer_error(ENOSYS);
  only_if_equal(SYS_clone, 4);
  load_argument(0);
  add(BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 1, 0);
  answer_error(EPERM);
  load_call();
  // Signals and limits of its own only.
  const int by_process[] = {SYS_kill, SYS_tgkill};
  for (size_t i = 0; i < sizeof by_process / sizeof *by_process; i++) {
    only_if_equal((uint32_t)by_process[i], 4);
    load_argument(0);
    skip_if_equal(own_process, 1);
    answer_error(EPERM);
    load_call();
  }
  only_if_equal(SYS_prlimit64, 5);
  load_argument(0);
  skip_if_equal(own_process, 2);
  skip_if_equal(0, 1);
  answer_error(EPERM);
  load_call();
  answer(SECCOMP_RET_ALLOW);
}

bool is_confining(void) { return getenv("LECTERN_LIMITS") != NULL; }

bool guard_host(void) {
  uint32_t action = SECCOMP_RET_ERRNO;
  return prctl(PR_SET_DUMPABLE, 0) == 0 && syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
}

bool confine(void) {
  write_program((uint32_t)getpid());
  struct sock_fprog filter = {.len = length, .filter = program};
  return length < most_instructions && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
         && prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}
