/* How far a person has come with the scenarios: $XDG_DATA_HOME/loadpath/progress.json.
 *
 * What is recorded is in the file when the call returns: whole or not at all, in the place of what was there. Members
 * that this version does not know survive. A file that is damaged, or that a newer version wrote, is put aside under
 * another name and what can be read of it, scenario by scenario, goes on. Of the main thread. */
#pragma once

#include <gio/gio.h>

#include "learning/schedule.h"

G_BEGIN_DECLS

typedef enum
{
  LP_PROGRESS_NEW,
  LP_PROGRESS_BEGUN,  /* an attempt was begun, none was submitted */
  LP_PROGRESS_TRIED,  /* submitted, with goals missed */
  LP_PROGRESS_PASSED, /* once with all goals met; it stays so */
} LpProgressState;

/* An attempt that was submitted. */
typedef struct
{
  LpDay day;     /* 0: there was none */
  guint met, goals;
  guint hints;   /* that were taken */
  guint seconds; /* that it took */
} LpTry;

typedef struct
{
  LpProgressState state;
  gboolean running;  /* an attempt was begun and not submitted since: "continue" */
  guint hints;       /* taken in the present attempt: of the first ones */
  guint seconds;     /* spent on it */
  guint tries;       /* submitted */
  LpTry last, best;
  LpRepetition repetition;
} LpScenarioProgress;

/* An exam that was sat. */
typedef struct
{
  LpDay day;
  guint questions, passed; /* of them with all goals met */
  guint met, goals;        /* of all questions */
  guint seconds, minutes;  /* that it took; that there were */
} LpExamRecord;

#define LP_TYPE_PROGRESS (lp_progress_get_type ())
G_DECLARE_FINAL_TYPE (LpProgress, lp_progress, LP, PROGRESS, GObject)

/* Signal "changed" (const char *id): of one scenario, or, where it is NULL, of any of them and of the exams.
 * Property: "problem" (string, or NULL): lp_progress_dup_problem(). */

/* The person's own, read at the first call. Borrowed. */
LpProgress *lp_progress_get_default (void);
/* Of a file of one's own, for tests. It need not be there. */
LpProgress *lp_progress_new (const char *path);

/* Words for a person, once, where the file could not be read as it was: what happened, what is safe. NULL: all is well,
 * or it was said. Free with g_free(). */
char *lp_progress_take_notice (LpProgress *progress);
/* Words for a person while what is recorded cannot be written (it is tried again by itself); else NULL. */
char *lp_progress_dup_problem (LpProgress *progress);
/* Writes what could not be written before. FALSE where it still cannot be. */
gboolean lp_progress_flush (LpProgress *progress);

/* Never NULL: all zero for what was never begun. Borrowed until the next change. */
const LpScenarioProgress *lp_progress_get (LpProgress *progress, const char *id);
/* The scenarios of which there is anything, by id. Free with g_strfreev(). */
GStrv lp_progress_list (LpProgress *progress);

/* The person opens it: the first attempt is running from now on. One that is running or was submitted stays as it is,
 * with its hints: lp_progress_try_again() begins another. */
void lp_progress_begin (LpProgress *progress, const char *id);
/* The first `n` hints were seen in this attempt. Fewer than before change nothing. */
void lp_progress_take_hints (LpProgress *progress, const char *id, guint n);
/* More time was spent on the running attempt. */
void lp_progress_add_seconds (LpProgress *progress, const char *id, guint seconds);
/* The attempt was graded: `met` of `goals`, with the hints and the time recorded so far. What is missed, or met with
 * hints, comes back. Submitted again without trying again, it is another try with the same hints. */
void lp_progress_submit (LpProgress *progress, const char *id, guint met, guint goals, LpDay today);
/* A new attempt: no hints, no time. */
void lp_progress_try_again (LpProgress *progress, const char *id);
/* An answer given elsewhere (an exam): counts for the best and for what comes back, not for the attempt. */
void lp_progress_record_answer (LpProgress *progress, const char *id, LpTry answer);
/* Forgets one scenario; NULL: everything, with the exams. */
void lp_progress_reset (LpProgress *progress, const char *id);

/* What comes back, by day: an array of LpScheduled. Free with g_array_unref(). */
GArray *lp_progress_list_schedule (LpProgress *progress);
/* It does not come back; NULL: nothing does. */
void lp_progress_clear_schedule (LpProgress *progress, const char *id);

/* The exams that were sat, in order: an array of LpExamRecord, borrowed until the next change. */
const GArray *lp_progress_get_exams (LpProgress *progress);
void lp_progress_add_exam (LpProgress *progress, LpExamRecord exam);

/* Everything, for another machine or to keep. Refuses as lp_file_write() does. */
gboolean lp_progress_export (LpProgress *progress, const char *path, GError **error);
/* Of both the best. Refuses, with nothing changed, what lp_file_read() refuses and what is no whole file of progress
 * (G_IO_ERROR_INVALID_DATA) or of a newer version (G_IO_ERROR_NOT_SUPPORTED). */
gboolean lp_progress_import (LpProgress *progress, const char *path, GError **error);

G_END_DECLS
