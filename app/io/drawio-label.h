/* A cell's label as a person reads it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Plain text in one line: tags gone, breaks and blocks a space, entities resolved, white space run together.
 * NULL where nothing is left. */
char *lp_drawio_label_from_html (const char *html);
/* Replaces %name% by the attribute of that name; unknown names stay. */
char *lp_drawio_label_fill_in (const char *label, GHashTable *attributes);

G_END_DECLS
