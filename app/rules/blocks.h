/* Address ranges of networks. */
#pragma once

#include "rules/survey-private.h"

G_BEGIN_DECLS

/* overlapping() and free_block(). */
void lp_survey_add_blocks (LpExprSchema *schema);

G_END_DECLS
