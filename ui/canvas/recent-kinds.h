/* The kinds that were placed last, in this run of the program. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void lp_recent_kinds_note (const char *kind);
/* The last one first; NULL-terminated, borrowed until the next note. */
const char *const *lp_recent_kinds_get (void);

G_END_DECLS
