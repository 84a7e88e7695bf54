// libarchive, which reads zip and tar files as a stream.
#include <archive.h>
#include <archive_entry.h>
