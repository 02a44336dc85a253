/* How wide a text is, without a font: so that a drawing comes out the same, byte for byte, on every machine.
 *
 * Whoever shows an exported SVG uses the fonts that are there; a measurement by the fonts of the machine that wrote
 * it would be no truer than this estimate, which takes the wider of Cantarell and Noto Sans. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LP_WEIGHT_REGULAR 400
#define LP_WEIGHT_SEMIBOLD 600
#define LP_WEIGHT_BOLD 700

/* In units, at a font size in units. */
double lp_text_width (const char *text, double size, guint weight);

/* Breaks the text into at most `max_lines` lines no wider than `width`: at spaces, else behind - _ . / :, else
 * within a word; what does not fit ends in "…". At least one line, which may be empty. Free with g_strfreev(). */
GStrv lp_text_wrap (const char *text, double size, guint weight, double width, guint max_lines);

G_END_DECLS
