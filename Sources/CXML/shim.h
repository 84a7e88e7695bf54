// libxml2, which reads HTML as browsers do, and the XML of word processors.
#include <libxml/xmlversion.h>
// Its headers would bring in the system's ICU, whose types clash with those of Foundation's; we call nothing of it.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
