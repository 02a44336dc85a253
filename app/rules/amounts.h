/* Numbers for messages and for counting things. */
#pragma once

#include "rules/survey-private.h"

G_BEGIN_DECLS

/* amount(), ceil() and seconds(). */
void lp_survey_add_amounts (LpExprSchema *schema);

G_END_DECLS
