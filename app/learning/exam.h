/* An exam: a mixed set of scenarios against the clock, without hints, goals or review until it is over. Its answers are
 * documents in $XDG_DATA_HOME/loadpath/exam/ that save themselves, beside exam.json with the rest, which is written
 * with every change: an exam that was interrupted goes on, with its clock where it stood. Of the main thread, but for
 * lp_exam_grade(). */
#pragma once

#include "learning/grade.h"
#include "learning/progress.h"

G_BEGIN_DECLS

/* --- which scenarios --------------------------------------------------------------------------------- */

/* The topics of the built-in scenarios, sorted by their names. Borrowed; NULL-terminated; free with g_free(). */
const char **lp_exam_list_topics (void);
/* How many there are in these topics (NULL: in all). */
guint lp_exam_count (const char *const *topics);
/* At most `n` of them: what is due and what was never tried before what was tried, and that before what was passed;
 * topics and kinds as mixed as that allows. The same seed gives the same ones. NULL-terminated; free with g_strfreev(). */
GStrv lp_exam_choose (LpProgress *progress, const char *const *topics, guint n, guint32 seed, LpDay today);
/* The sum of what they take. */
guint lp_exam_sum_minutes (const char *const *ids);

/* --- the exam ---------------------------------------------------------------------------------------- */

#define LP_TYPE_EXAM (lp_exam_get_type ())
G_DECLARE_FINAL_TYPE (LpExam, lp_exam, LP, EXAM, GObject)

/* Signal "changed": the question that is shown, a flag, or that it is over. Signal "ticked": the time. */

/* Begins one; what was there of another is gone. Refuses, with nothing begun, where it cannot be written. `ids` are of
 * scenarios, at least one; minutes above 0. */
LpExam *lp_exam_begin (const char *const *ids, guint minutes, GError **error);
/* The one that was begun and not put away; NULL where there is none. */
LpExam *lp_exam_load (void);
/* Whether there is one, without reading it. */
gboolean lp_exam_is_there (void);
/* Removes its files. */
void lp_exam_put_away (LpExam *exam);

guint lp_exam_get_n_questions (LpExam *exam);
const LpScenario *lp_exam_get_question (LpExam *exam, guint index);
/* Its answer's document; borrowed. */
GFile *lp_exam_get_file (LpExam *exam, guint index);
gboolean lp_exam_is_flagged (LpExam *exam, guint index);
void lp_exam_set_flagged (LpExam *exam, guint index, gboolean flagged);
guint lp_exam_get_current (LpExam *exam);
void lp_exam_set_current (LpExam *exam, guint index);

guint lp_exam_get_minutes (LpExam *exam);
/* Seconds that were spent on it; never more than there are. */
guint lp_exam_get_spent (LpExam *exam);
guint lp_exam_get_left (LpExam *exam);
/* Time that went by. It is written down every few seconds of it. */
void lp_exam_spend (LpExam *exam, guint seconds);

/* Whether anything was done: chosen, marked or drawn. */
gboolean lp_exam_is_answer (const LpScenario *scenario, LpDesign *design);
/* The same for what the file of the question holds. */
gboolean lp_exam_is_answered (LpExam *exam, guint index);

/* --- its result -------------------------------------------------------------------------------------- */

typedef struct
{
  const LpScenario *scenario;
  gboolean answered;
  guint met, goals;
  LpGrade *grade; /* goal by goal; the result's */
} LpExamAnswer;

/* Of a topic. */
typedef struct
{
  const char *topic;
  guint questions, passed; /* of them with all goals met */
  guint met, goals;
} LpExamDomain;

typedef struct
{
  GArray *answers; /* of LpExamAnswer, in the order of the questions */
  GArray *domains; /* of LpExamDomain, the weakest first */
  guint passed, met, goals;
} LpExamResult;

/* Grades the answers as they are in their files; those that cannot be read count as not given. On any thread, while the
 * exam is not begun or put away. Free with lp_exam_result_free(). */
LpExamResult *lp_exam_grade (LpExam *exam);
void lp_exam_result_free (LpExamResult *result);
/* All goals of the question are met. */
gboolean lp_exam_answer_is_passed (const LpExamAnswer *answer);
/* In percent, rounded down: 0 where there is no goal. */
guint lp_exam_percent (guint met, guint goals);

/* It is over: the result is recorded, and what was missed comes back. Once: again it does nothing. */
void lp_exam_finish (LpExam *exam, const LpExamResult *result, LpProgress *progress, LpDay today);
gboolean lp_exam_is_finished (LpExam *exam);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpExamResult, lp_exam_result_free)

G_END_DECLS
