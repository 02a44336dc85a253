/* Reading the names that people give to zones and regions. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What tells one zone of a region from another: "a" for "ap-northeast-2a", "AZ-A", "2a" and "가용 영역 A";
 * the text in lower case where it is a name of another sort; NULL where it names none ("Availability Zone").
 * An id counts only as a whole, a label also by its beginning. Free with g_free(). */
char *lp_zone_name (const char *text, gboolean is_id);
/* The same for a whole zone code anywhere in the text ("private ap-northeast-2a"), and NULL for anything
 * less. */
char *lp_zone_code_name (const char *text);
/* "ap-northeast-2" where the text names that region; the text in lower case for another name; NULL where it
 * names none ("Region"). Free with g_free(). */
char *lp_region_name (const char *text);

/* How many regions of the same part of the world, or after them of others, are named for each. */
#define LP_MOST_PARTNERS 4
/* Codes of regions to which people turn when the one with `code` is lost: number `i`, or NULL. Static. */
const char *lp_region_get_partner (const char *code, guint i);

G_END_DECLS
