/* Who is wired to whom, whichever way an arrow points, and what stands on the customer's own ground. */
#pragma once

#include "rules/survey.h"

G_BEGIN_DECLS

/* Whether the component stands in a data centre, or is of a kind that does where the drawing says nothing of
 * it. What stands in a region, a VPC or the like inside or outside of it is not on premises. */
gboolean lp_is_on_premises (const LpSurvey *survey, guint component);

/* on_premises(), neighbours() and joined(). */
void lp_survey_add_wires (LpExprSchema *schema);

G_END_DECLS
