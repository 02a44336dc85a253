/* A bare graph as benches of layout programs exchange it:
 * {"nodes": [{"id", "parent", "w", "h"}], "edges": [{"id", "source", "target"}]}. */
#pragma once

#include "model/design.h"

G_BEGIN_DECLS

/* Whether the bytes look like one: a JSON object whose first member is "nodes". */
gboolean lp_layout_graph_sniff (GBytes *bytes);

/* A design of generic components with the sizes that the graph gives. Refuses, in LP_READ_ERROR, what
 * json-text.h refuses, ids that are missing or taken, and parents and ends that are not there. */
LpDesign *lp_layout_graph_read (GBytes *bytes, const char *file, GError **error);

G_END_DECLS
