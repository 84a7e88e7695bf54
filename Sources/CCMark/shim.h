// libcmark, the reference parser of CommonMark.
#include <cmark.h>
