// What one probe wrote is gone before the next, however it was arranged: folders without permissions, or deeper than any
// path can name. Folders are brought to the top and emptied there, so that no depth costs memory or descriptors.
#define _GNU_SOURCE
#include "scratch.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool is_dots(const char *name) { return strcmp(name, ".") == 0 || strcmp(name, "..") == 0; }

static DIR *open_folder(int parent, const char *name) {
  int descriptor = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  DIR *folder = descriptor < 0 ? NULL : fdopendir(descriptor);
  if (!folder && descriptor >= 0) close(descriptor);
  return folder;
}

/// Removes what is in `name`, but moves the folders in it to the top. Returns whether anything was moved.
static bool lift_folders(int top, const char *name) {
  static unsigned long lifted;
  bool has_moved = false;
  fchmodat(top, name, 0700, 0);
  DIR *folder = open_folder(top, name);
  if (!folder) return false;
  for (struct dirent *entry; (entry = readdir(folder));) {
    if (is_dots(entry->d_name)) continue;
    if (unlinkat(dirfd(folder), entry->d_name, 0) == 0) continue;
    if (unlinkat(dirfd(folder), entry->d_name, AT_REMOVEDIR) == 0) continue;
    fchmodat(dirfd(folder), entry->d_name, 0700, 0);  // it can be moved only if its own ".." can be written
    int outcome;
    do {
      char place[32];
      snprintf(place, sizeof place, "%lu", lifted++);
      outcome = renameat(dirfd(folder), entry->d_name, top, place);
    } while (outcome != 0 && (errno == ENOTEMPTY || errno == EEXIST || errno == ENOTDIR));
    has_moved = has_moved || outcome == 0;
  }
  closedir(folder);
  return has_moved;
}

void empty_scratch(void) {
  const char *path = getenv("LECTERN_SCRATCH");
  if (!path) return;
  // A round for each level; what cannot be removed, such as a place where something is mounted, stays.
  for (bool goes_on = true; goes_on;) {
    DIR *top = open_folder(AT_FDCWD, path);
    if (!top) return;
    goes_on = false;
    for (struct dirent *entry; (entry = readdir(top));) {
      if (is_dots(entry->d_name)) continue;
      if (unlinkat(dirfd(top), entry->d_name, 0) == 0) continue;
      if (unlinkat(dirfd(top), entry->d_name, AT_REMOVEDIR) == 0) continue;
      goes_on = lift_folders(dirfd(top), entry->d_name) || goes_on;
      unlinkat(dirfd(top), entry->d_name, AT_REMOVEDIR);
    }
    closedir(top);
  }
}
