/* What comes from a clipboard, if it is a drawing. */
#pragma once

#include "io/format.h"

G_BEGIN_DECLS

/* More than anybody copies: a clipboard may hold anything. */
#define LP_PASTED_MAX_BYTES (64u << 20)

/* The first drawing in the bytes: a document of ours, a picture that carries one, cells that draw.io copied (also
 * percent-encoded, as its web version does). NULL with LP_READ_ERROR where it is something else, or damaged; SIZE
 * where it is larger than LP_PASTED_MAX_BYTES. Free with lp_design_unref(). */
LpDesign *lp_pasted_read (GBytes *bytes, const LpCatalogue *catalogue, GError **error);

G_END_DECLS
