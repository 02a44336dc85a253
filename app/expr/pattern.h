/* Regular expressions as RE2 has them, on GRegex. What RE2 refuses is refused; the work of one match is
 * bounded, so that no pattern can hang the review. */
#pragma once

#include "expr/value.h"

G_BEGIN_DECLS

/* Refuses with a message for the author of the pattern (domain G_REGEX_ERROR, any code). */
GRegex *lp_pattern_compile (LpValue pattern, GError **error);

typedef enum
{
  LP_MATCH_NO,
  LP_MATCH_YES,
  LP_MATCH_LIMIT, /* given up */
} LpMatch;

LpMatch lp_pattern_match (const GRegex *regex, LpValue subject);

G_END_DECLS
