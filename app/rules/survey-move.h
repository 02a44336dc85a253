/* A survey that goes along with its design. */
#pragma once

#include "rules/flow-change.h"
#include "rules/survey.h"

G_BEGIN_DECLS

/* From here on the survey is of the later design; what its graph functions answer otherwise than before goes to `sink`.
 * Lists that it gave are gone, and those that were kept (lp_flow_keep()) must be kept again. */
void lp_survey_move (LpSurvey *survey, const LpDesignChange *change, const LpChangeSink *sink);

G_END_DECLS
