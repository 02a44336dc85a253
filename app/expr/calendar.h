/* Durations and points in time: reading, writing, arithmetic. */
#pragma once

#include "expr/value.h"

G_BEGIN_DECLS

#define LP_SECOND G_GINT64_CONSTANT (1000000000)

typedef enum
{
  LP_TIME_OK,
  LP_TIME_SYNTAX,
  LP_TIME_RANGE,
} LpTimeResult;

/* "1h30m", "-1.5s", "0": h m s ms us ns. */
LpTimeResult lp_duration_parse (const char *text, gsize length, gint64 *nanoseconds);
/* "5400s", "-1.5s" */
void lp_duration_write (gint64 nanoseconds, GString *out);

/* RFC 3339: "2009-02-13T23:31:30.5+02:00". Years 1 to 9999. */
LpTimeResult lp_timestamp_parse (const char *text, gsize length, LpValue *timestamp);
/* The same in UTC. */
void lp_timestamp_write (LpValue timestamp, GString *out);
/* Seconds since 1970 as a timestamp; FALSE outside the years 1 to 9999. */
gboolean lp_timestamp_from_seconds (gint64 seconds, LpValue *timestamp);

/* FALSE where the result is out of range. */
gboolean lp_timestamp_add (LpValue timestamp, gint64 nanoseconds, gboolean subtract, LpValue *result);
gboolean lp_timestamp_subtract (LpValue a, LpValue b, LpValue *duration);

typedef struct
{
  int year, month, day;     /* month and day count from 1 */
  int weekday, day_of_year; /* count from 0; Sunday is 0 */
  int hour, minute, second;
} LpCivilTime;

/* The calendar's view of the seconds since 1970. */
LpCivilTime lp_civil_time (gint64 seconds);
/* How many seconds the zone is ahead of UTC at that time: "UTC", "+05:30", "Europe/Paris". FALSE where there
 * is no such zone. */
gboolean lp_time_zone_offset (const char *zone, gint64 seconds, gint64 *offset);

G_END_DECLS
