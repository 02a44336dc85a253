/* Families of database engines. */
#pragma once

#include "rules/survey-private.h"

G_BEGIN_DECLS

/* family(): the first pattern that matches the component's engine or, where none is set, its kind and label; the
 * engine itself where no pattern does; unknown where neither says it. */
void lp_survey_add_families (LpExprSchema *schema);

G_END_DECLS
