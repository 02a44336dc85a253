/* Writing JSON so that it reads well in a diff: one space after colons and commas, members in the order
 * they have, numbers at the shortest that reads back the same, nothing escaped that need not be. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* A string in quotes; a number at the shortest that reads back the same. */
void lp_json_write_string (GString *out, const char *utf8);
void lp_json_write_number (GString *out, double number);
/* The whole node on one line. */
void lp_json_write_node (GString *out, JsonNode *node);
/* The same over lines: objects and arrays that are not made of scalars alone, or are longer than 100
 * characters, are broken, two spaces deeper than `indent`. For reports and fixtures. */
void lp_json_write_pretty (GString *out, JsonNode *node, guint indent);

G_END_DECLS
