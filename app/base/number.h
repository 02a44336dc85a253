/* Numbers in the C locale. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Enough for any double and its NUL. */
#define LP_NUMBER_BUFFER 32

/* The shortest decimal that reads back as `number`: "40", "0.1", "1e+300". -0 is written "0". `number` is
 * finite. Returns `buffer`. */
const char *lp_number_format (double number, char buffer[LP_NUMBER_BUFFER]);
/* The same at most `decimals` (0 to 6) digits behind the point, trailing zeros cut: for coordinates. */
const char *lp_number_format_rounded (double number, guint decimals, char buffer[LP_NUMBER_BUFFER]);
/* The whole of `text` is one finite number. */
gboolean lp_number_parse (const char *text, double *number);

G_END_DECLS
