/* Where the design goes when a region is lost, and what has to be there. */
#pragma once

#include "rules/flow-change.h"
#include "rules/survey.h"

G_BEGIN_DECLS

/* The regions that the drawing names, by frame or property, in the order in which they are drawn: an array of
 * guint, the numbers of places. Free with g_array_unref(). */
GArray *lp_recovery_get_regions (LpSurvey *survey);

/* Those of them to which the service moves when its own region is lost. What is said decides: the purpose or the
 * name of a region; then the secondary ends of fail-overs; then where replicas and copies of backups go; then
 * which regions users do not reach; then what has less in it. Empty where everything stands in one region, unless
 * that stands in for a data centre. Free with g_array_unref(). */
GArray *lp_recovery_get_targets (LpSurvey *survey);

/* Whether it keeps data of its own that would be lost with it: a store that lasts, or what is said to keep data;
 * no replica, nor what is said to hold logs, a static site or backups. */
gboolean lp_recovery_keeps_data (LpSurvey *survey, guint component);

/* Once the survey is of another state of the design: tells where they are others than before. */
void lp_survey_move_regions (LpSurvey *survey, const LpDesignChange *change, const LpChangeSink *sink);
void lp_survey_forget_regions (LpSurvey *survey);

void lp_survey_add_recovery (LpExprSchema *schema);

G_END_DECLS
