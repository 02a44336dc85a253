#include "learning/schedule.h"

#include <string.h>

static const guint intervals[LP_SCHEDULE_N_STEPS] = { 1, 3, 7, 16, 35 };

LpDay
lp_day_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (now), (GDateMonth) g_date_time_get_month (now),
                  (GDateYear) g_date_time_get_year (now));
  return g_date_get_julian (&date);
}

static gboolean
has_day_shape (const char *text)
{
  static const char shape[] = "0000-00-00";

  if (strlen (text) != strlen (shape))
    return FALSE;
  for (guint i = 0; shape[i] != '\0'; i++)
    if (shape[i] == '0' ? !g_ascii_isdigit (text[i]) : text[i] != shape[i])
      return FALSE;
  return TRUE;
}

LpDay
lp_day_parse (const char *text)
{
  GDate date;

  if (!has_day_shape (text))
    return 0;
  guint64 year = g_ascii_strtoull (text, NULL, 10), month = g_ascii_strtoull (text + 5, NULL, 10),
          day = g_ascii_strtoull (text + 8, NULL, 10);
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return 0;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

char *
lp_day_format (LpDay day)
{
  GDate date;

  g_return_val_if_fail (g_date_valid_julian (day), NULL);
  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&date), (guint) g_date_get_month (&date),
                          g_date_get_day (&date));
}

guint
lp_schedule_interval (guint step)
{
  return intervals[MIN (step, LP_SCHEDULE_N_STEPS - 1)];
}

static LpRepetition
wait (guint step, LpDay today)
{
  return (LpRepetition){ step, today + lp_schedule_interval (step) };
}

LpRepetition
lp_schedule_after (LpRepetition before, LpAnswerKind answer, LpDay today)
{
  if (answer == LP_ANSWER_MISSED)
    return wait (0, today);
  if (before.due == 0)
    return answer == LP_ANSWER_HELPED ? wait (0, today) : before;
  if (!lp_schedule_is_due (before, today))
    return before;
  if (answer == LP_ANSWER_HELPED)
    return wait (before.step, today);
  return before.step + 1 < LP_SCHEDULE_N_STEPS ? wait (before.step + 1, today) : (LpRepetition){ 0, 0 };
}

gboolean
lp_schedule_is_due (LpRepetition repetition, LpDay today)
{
  if (repetition.due == 0)
    return FALSE;
  return repetition.due <= today || repetition.due - today > intervals[LP_SCHEDULE_N_STEPS - 1];
}

static int
compare_scheduled (gconstpointer a, gconstpointer b)
{
  const LpScheduled *one = a, *other = b;

  if (one->repetition.due != other->repetition.due)
    return one->repetition.due < other->repetition.due ? -1 : 1;
  return strcmp (one->id, other->id);
}

void
lp_schedule_sort (GArray *scheduled)
{
  g_array_sort (scheduled, compare_scheduled);
}

guint
lp_schedule_count_due (const GArray *scheduled, LpDay today)
{
  guint n = 0;

  for (guint i = 0; i < scheduled->len; i++)
    n += lp_schedule_is_due (g_array_index (scheduled, LpScheduled, i).repetition, today);
  return n;
}
