/* getFullYear() and its like. */
#include <glib/gi18n.h>

#include "expr/functions.h"
#include "expr/run-private.h"
#include "expr/calendar.h"

typedef enum
{
  FULL_YEAR,
  MONTH,
  DAY_OF_YEAR,
  DAY_OF_MONTH,
  DATE,
  DAY_OF_WEEK,
  HOURS,
  MINUTES,
  SECONDS,
  MILLISECONDS,
} Part;

static gint64
civil_part (LpCivilTime civil, guint32 nanoseconds, Part part)
{
  switch (part)
    {
    case FULL_YEAR:
      return civil.year;
    case MONTH:
      return civil.month - 1;
    case DAY_OF_YEAR:
      return civil.day_of_year;
    case DAY_OF_MONTH:
      return civil.day - 1;
    case DATE:
      return civil.day;
    case DAY_OF_WEEK:
      return civil.weekday;
    case HOURS:
      return civil.hour;
    case MINUTES:
      return civil.minute;
    case SECONDS:
      return civil.second;
    case MILLISECONDS:
      return nanoseconds / 1000000;
    }
  g_assert_not_reached ();
}

static LpValue
get_timestamp_part (LpExprRun *run, const LpCall *call)
{
  LpValue timestamp = call->args[0];
  gint64 offset = 0;

  if (call->n_args > 1)
    {
      g_autofree char *zone = lp_value_dup_string (call->args[1]);

      if (!lp_expr_run_spend (run, 100))
        return lp_expr_run_fail_limit (run);
      if (!lp_time_zone_offset (zone, timestamp.integer, &offset))
        return lp_expr_run_fail (run, LP_EXPR_ERROR_VALUE,
                                 _("there is no time zone “%.80s”: write one such as Asia/Seoul or +09:00"),
                                 zone);
    }
  return lp_value_int (civil_part (lp_civil_time (timestamp.integer + offset), timestamp.length,
                                   GPOINTER_TO_UINT (call->data)));
}

static LpValue
get_duration_part (LpExprRun *run, const LpCall *call)
{
  gint64 nanoseconds = call->args[0].integer;

  switch ((Part) GPOINTER_TO_UINT (call->data))
    {
    case HOURS:
      return lp_value_int (nanoseconds / (3600 * LP_SECOND));
    case MINUTES:
      return lp_value_int (nanoseconds / (60 * LP_SECOND));
    case SECONDS:
      return lp_value_int (nanoseconds / LP_SECOND);
    default:
      return lp_value_int (nanoseconds % LP_SECOND / 1000000);
    }
}

#define OF_TIMESTAMP(name_, part_)                                                                           \
  { .name = name_,                                                                                           \
    .method = TRUE,                                                                                          \
    .n_params = 1,                                                                                           \
    .params = { &lp_type_timestamp },                                                                        \
    .result = &lp_type_int,                                                                                  \
    .call = get_timestamp_part,                                                                              \
    .data = GUINT_TO_POINTER (part_) },                                                                      \
  {                                                                                                          \
    .name = name_, .method = TRUE, .n_params = 2, .params = { &lp_type_timestamp, &lp_type_string },         \
    .result = &lp_type_int, .call = get_timestamp_part, .data = GUINT_TO_POINTER (part_)                     \
  }
#define OF_DURATION(name_, part_)                                                                            \
  {                                                                                                          \
    .name = name_, .method = TRUE, .n_params = 1, .params = { &lp_type_duration }, .result = &lp_type_int,   \
    .call = get_duration_part, .data = GUINT_TO_POINTER (part_)                                              \
  }

const LpFunction lp_time_functions[] = {
  OF_TIMESTAMP ("getFullYear", FULL_YEAR),
  OF_TIMESTAMP ("getMonth", MONTH),
  OF_TIMESTAMP ("getDayOfYear", DAY_OF_YEAR),
  OF_TIMESTAMP ("getDayOfMonth", DAY_OF_MONTH),
  OF_TIMESTAMP ("getDate", DATE),
  OF_TIMESTAMP ("getDayOfWeek", DAY_OF_WEEK),
  OF_TIMESTAMP ("getHours", HOURS),
  OF_TIMESTAMP ("getMinutes", MINUTES),
  OF_TIMESTAMP ("getSeconds", SECONDS),
  OF_TIMESTAMP ("getMilliseconds", MILLISECONDS),
  OF_DURATION ("getHours", HOURS),
  OF_DURATION ("getMinutes", MINUTES),
  OF_DURATION ("getSeconds", SECONDS),
  OF_DURATION ("getMilliseconds", MILLISECONDS),
  { .name = NULL },
};
