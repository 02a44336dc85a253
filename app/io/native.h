/* The native format: UTF-8 JSON made for version control (docs/format.md). */
#pragma once

#include "io/format.h"

G_BEGIN_DECLS

extern const LpFormat lp_format_native;

/* Refuses with LP_READ_ERROR: everything of json-text.h, an unknown version, an invalid or duplicate id, a
 * container or an end that is not there, containment that goes in a circle, a position that is no number. */
LpDesign *lp_native_read (GBytes *bytes, const char *file, GError **error);
/* The same design gives the same bytes, and the bytes of a file in this form come back unchanged. */
GBytes *lp_native_write (const LpDesign *design);

G_END_DECLS
