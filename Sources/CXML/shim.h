// libxml2, which reads HTML as browsers do, and the XML of word processors.
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
