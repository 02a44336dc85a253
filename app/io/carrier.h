/* What other files carry inside them: the bytes of an archive, the text of a picture. */
#pragma once

#include "io/format.h"

G_BEGIN_DECLS

#define LP_CARRIER_MAX_BYTES (64u << 20) /* of a file, and again of anything that is got out of it */

/* A picture or a page that carries a design: each is found by content, and read as the format of what it
 * carries. */
extern const LpFormat lp_format_svg;
extern const LpFormat lp_format_png;
extern const LpFormat lp_format_html;

/* Inflates `data`: raw deflate, or with the header of zlib. NULL with LP_READ_ERROR DAMAGED, or SIZE where
 * more than `max_bytes` come out; neither knows a place. The bytes end with a NUL that is not counted. */
GBytes *lp_inflate (const guint8 *data, gsize size, gboolean raw, gsize max_bytes, GError **error);

/* Decodes base64 and takes nothing but base64 and white space: g_base64_decode() passes over what is damaged.
 * NULL with *bad_offset set to the byte that is none. */
GBytes *lp_base64_decode_strictly (const char *text, gsize *bad_offset);

/* The text chunk of a PNG under `keyword` (tEXt, zTXt or iTXt), as it stands there. NULL without error where
 * the picture has none; refuses in LP_READ_ERROR: SYNTAX (no PNG), DAMAGED (cut off, or does not inflate),
 * SIZE. */
GBytes *lp_png_find_text (GBytes *png, const char *keyword, const char *file, GError **error);

/* Replaces %XX by its byte, in place, and leaves alone what is no such escape. Gives the new length. */
gsize lp_percent_decode (char *text);

G_END_DECLS
