/* A person's work on a scenario in an open document: the hints that were taken, what is reached so far, the grade once
 * it was submitted, and the time spent. What is worth keeping goes into the progress (progress.h) as it happens.
 *
 * Until it is graded, the session keeps from view what would give the answer away (lp_session_hide_for()). Of the main
 * thread. */
#pragma once

#include "learning/grade.h"
#include "session/session.h"

G_BEGIN_DECLS

#define LP_TYPE_WORKING (lp_working_get_type ())
G_DECLARE_FINAL_TYPE (LpWorking, lp_working, LP, WORKING, GObject)

/* Signal "changed" (): other hints, another grade, other goals are reached, or it begins anew. */

/* The session's own, begun at the first call; borrowed. NULL where the document was not begun with a scenario, or is an
 * answer in an exam. */
LpWorking *lp_working_of (LpSession *session);

const LpScenario *lp_working_get_scenario (LpWorking *working);
/* Of the first hints: how many were taken. */
guint lp_working_get_n_hints (LpWorking *working);
/* One more, where there is one. */
void lp_working_take_hint (LpWorking *working);

/* Repair and build: what is reached in the drawing as it was last reviewed. NULL before that, and for other kinds.
 * What is said of a goal that is graded at the end is not for the person yet. Borrowed until "changed". */
const LpGrade *lp_working_get_live (LpWorking *working);

/* Grades the document as it is, and records that. */
void lp_working_submit (LpWorking *working);
/* Of what was submitted in this attempt; NULL: nothing. Borrowed until "changed". */
const LpGrade *lp_working_get_grade (LpWorking *working);
/* Whether the document is another one than what was graded. */
gboolean lp_working_is_edited (LpWorking *working);

/* Whether a person has it before them: only then time is counted, and only until it is submitted. */
void lp_working_set_in_front (LpWorking *working, gboolean in_front);
/* Spent on this attempt. */
guint lp_working_get_seconds (LpWorking *working);

/* A new attempt: the start again, as a step that can be undone. What was there is kept as the last attempt. Refuses, with
 * nothing changed, where that cannot be written. */
gboolean lp_working_try_again (LpWorking *working, GError **error);
gboolean lp_working_has_last (LpWorking *working);
/* The attempt before this one, as it was left; free with lp_design_unref(). NULL where it cannot be read. */
LpDesign *lp_working_read_last (LpWorking *working, GError **error);

G_END_DECLS
