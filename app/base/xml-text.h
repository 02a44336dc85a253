/* Guarded reading of XML: libxml2 without network, entities, external subsets or XInclude. */
#pragma once

#include <libxml/tree.h>

#include "base/diagnostic.h"

G_BEGIN_DECLS

/* Parses `bytes` (any encoding that libxml2 knows by its mark or declaration). Refuses, in LP_READ_ERROR:
 * SIZE over `max_bytes`, DEPTH over 256 elements, SYNTAX with libxml2's own words and position, VALUE where
 * a document type declares entities. Free with xmlFreeDoc(). */
xmlDoc *lp_xml_parse (GBytes *bytes, const char *file, gsize max_bytes, GError **error);

/* The attribute's value or NULL; free with g_free(). */
char *lp_xml_attribute (const xmlNode *node, const char *name);
/* The position of an element: its line; the column is not known. */
LpPosition lp_xml_position (const xmlNode *node);

static inline gboolean
lp_xml_is (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && g_str_equal ((const char *) node->name, name);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

G_END_DECLS
