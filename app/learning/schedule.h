/* When a scenario comes back: spaced repetition, as functions of the day.
 *
 * A mistake comes back after a day. Each time that it is passed then, without a hint, it waits longer: 3, 7, 16, 35
 * days. After that it is done: 62 days, about as long as people prepare for the exam. A mistake falls back to one day.
 *
 * Why these: gaps that grow keep more in mind over the whole of the preparation than equal ones, and as much at its
 * end (Kang, Lindsey, Mozer & Pashler 2014, doi:10.3758/s13423-014-0636-z). How long a gap is best grows with the time
 * that something is to be remembered: 20 to 40 % of a week (the first gaps), 5 to 10 % of a year (the last one: Cepeda,
 * Vul, Rohrer, Wixted & Pashler 2008, doi:10.1111/j.1467-9280.2008.02209.x). Starting again at the first gap after a
 * mistake is Leitner's box. There is no factor of ease for each card, as in SM-2: a scenario is seen a few times, which
 * is too few to tell one from the other. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A day of the calendar as GDate counts them (julian); 0: none. */
typedef guint32 LpDay;

/* Today, where the person is. */
LpDay lp_day_today (void);
/* From YYYY-MM-DD; 0 where it is anything else. */
LpDay lp_day_parse (const char *text);
/* YYYY-MM-DD; needs a day. Free with g_free(). */
char *lp_day_format (LpDay day);

#define LP_SCHEDULE_N_STEPS 5
/* Days from one repetition to the next: the step counts from 0. */
guint lp_schedule_interval (guint step);

/* How often something came back already, and when it does next. */
typedef struct
{
  guint step; /* below LP_SCHEDULE_N_STEPS */
  LpDay due;  /* 0: it does not come back */
} LpRepetition;

typedef enum
{
  LP_ANSWER_MISSED,
  LP_ANSWER_HELPED, /* passed, but with a hint */
  LP_ANSWER_PASSED,
} LpAnswerKind;

/* What an answer on that day makes of it. What is passed before it is due proves nothing: its day stays. With a hint it
 * waits as long as before; what is new is put in by it, too. */
LpRepetition lp_schedule_after (LpRepetition before, LpAnswerKind answer, LpDay today);
/* A day further away than the longest interval comes from a clock that was wrong: that is due too. */
gboolean lp_schedule_is_due (LpRepetition repetition, LpDay today);

/* A scenario with its day. */
typedef struct
{
  const char *id; /* interned */
  LpRepetition repetition;
} LpScheduled;

/* Puts an array of LpScheduled in order: by day, then by id. */
void lp_schedule_sort (GArray *scheduled);
/* How many of them are due. */
guint lp_schedule_count_due (const GArray *scheduled, LpDay today);

G_END_DECLS
