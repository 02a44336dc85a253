#include "expr/calendar.h"

#define MIN_SECONDS G_GINT64_CONSTANT (-62135596800) /* 0001-01-01T00:00:00Z */
#define MAX_SECONDS G_GINT64_CONSTANT (253402300799) /* 9999-12-31T23:59:59Z */
#define DAY 86400

typedef unsigned __int128 Wide;

static const struct
{
  const char *name;
  gint64 nanoseconds;
} units[] = {
  { "ns", 1 },       { "us", 1000 },     { "µs", 1000 },          { "μs", 1000 },
  { "ms", 1000000 }, { "s", LP_SECOND }, { "m", 60 * LP_SECOND }, { "h", 3600 * LP_SECOND },
};

/* Digits from *at on as a number, at most 20 of them counted, and how many there were. */
static Wide
read_digits (const char *text, gsize length, gsize *at, guint *n_digits)
{
  Wide number = 0;

  for (*n_digits = 0; *at < length && g_ascii_isdigit (text[*at]); ++*at, ++*n_digits)
    if (*n_digits < 20)
      number = number * 10 + (guint) g_ascii_digit_value (text[*at]);
  return number;
}

static gint64
read_unit (const char *text, gsize length, gsize *at)
{
  gsize end = *at;

  while (end < length && text[end] != '.' && !g_ascii_isdigit (text[end]))
    end++;
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (strlen (units[i].name) == end - *at && memcmp (units[i].name, text + *at, end - *at) == 0)
      {
        *at = end;
        return units[i].nanoseconds;
      }
  return 0;
}

/* One number and its unit, added to *sum. */
static LpTimeResult
read_part (const char *text, gsize length, gsize *at, Wide *sum)
{
  guint n_whole, n_fraction = 0;
  Wide whole = read_digits (text, length, at, &n_whole), fraction = 0, scale = 1;
  gint64 unit;

  if (*at < length && text[*at] == '.')
    {
      ++*at;
      fraction = read_digits (text, length, at, &n_fraction);
    }
  unit = n_whole + n_fraction > 0 ? read_unit (text, length, at) : 0;
  if (unit == 0)
    return LP_TIME_SYNTAX;
  if (n_whole > 20)
    return LP_TIME_RANGE;
  for (guint i = 0; i < MIN (n_fraction, 20); i++)
    scale *= 10;
  *sum += whole * (Wide) unit + fraction * (Wide) unit / scale;
  return *sum > (Wide) G_MAXINT64 + 1 ? LP_TIME_RANGE : LP_TIME_OK;
}

LpTimeResult
lp_duration_parse (const char *text, gsize length, gint64 *nanoseconds)
{
  gboolean negative = length > 0 && text[0] == '-';
  gsize at = length > 0 && (text[0] == '-' || text[0] == '+') ? 1 : 0;
  Wide sum = 0;

  if (at == length)
    return LP_TIME_SYNTAX;
  if (length - at == 1 && text[at] == '0')
    at = length;
  while (at < length)
    {
      LpTimeResult result = read_part (text, length, &at, &sum);

      if (result != LP_TIME_OK)
        return result;
    }
  if (sum > (Wide) G_MAXINT64 + (negative ? 1 : 0))
    return LP_TIME_RANGE;
  *nanoseconds = negative ? (gint64) (0 - (guint64) sum) : (gint64) sum;
  return LP_TIME_OK;
}

static void
write_fraction (guint32 nanoseconds, GString *out)
{
  char digits[16];
  int n = g_snprintf (digits, sizeof digits, ".%09u", nanoseconds);

  if (nanoseconds == 0)
    return;
  while (digits[n - 1] == '0')
    n--;
  g_string_append_len (out, digits, n);
}

void
lp_duration_write (gint64 nanoseconds, GString *out)
{
  guint64 magnitude = nanoseconds < 0 ? 0 - (guint64) nanoseconds : (guint64) nanoseconds;

  g_string_append_printf (out, "%s%" G_GUINT64_FORMAT, nanoseconds < 0 ? "-" : "", magnitude / LP_SECOND);
  write_fraction (magnitude % LP_SECOND, out);
  g_string_append_c (out, 's');
}

/* Exactly `n` digits; -1 where they are not there. */
static int
fixed_digits (const char *text, gsize length, gsize *at, guint n)
{
  int number = 0;

  for (guint i = 0; i < n; i++, ++*at)
    {
      if (*at >= length || !g_ascii_isdigit (text[*at]))
        return -1;
      number = number * 10 + g_ascii_digit_value (text[*at]);
    }
  return number;
}

static gboolean
skip_char (const char *text, gsize length, gsize *at, char c)
{
  if (*at >= length || text[*at] != c)
    return FALSE;
  ++*at;
  return TRUE;
}

/* Days since 1970 of a date in the proleptic Gregorian calendar; years begin in March here. */
static gint64
days_of (int year, int month, int day)
{
  gint64 y = year - (month <= 2);
  gint64 era = (y >= 0 ? y : y - 399) / 400;
  gint64 year_of_era = y - era * 400;
  gint64 day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

/* "Z" or "+hh:mm". */
static gboolean
read_offset (const char *text, gsize length, gsize *at, gint64 *offset)
{
  int sign, hours, minutes;

  *offset = 0;
  if (skip_char (text, length, at, 'Z'))
    return TRUE;
  if (*at >= length || (text[*at] != '+' && text[*at] != '-'))
    return FALSE;
  sign = text[(*at)++] == '-' ? -1 : 1;
  hours = fixed_digits (text, length, at, 2);
  if (hours < 0 || hours > 23 || !skip_char (text, length, at, ':'))
    return FALSE;
  minutes = fixed_digits (text, length, at, 2);
  if (minutes < 0 || minutes > 59)
    return FALSE;
  *offset = sign * (hours * 3600 + minutes * 60);
  return TRUE;
}

static gboolean
read_fraction (const char *text, gsize length, gsize *at, guint32 *nanoseconds)
{
  guint scale = LP_SECOND / 10;

  *nanoseconds = 0;
  if (!skip_char (text, length, at, '.'))
    return TRUE;
  if (*at >= length || !g_ascii_isdigit (text[*at]))
    return FALSE;
  for (; *at < length && g_ascii_isdigit (text[*at]); ++*at, scale /= 10)
    *nanoseconds += scale * (guint) g_ascii_digit_value (text[*at]);
  return TRUE;
}

LpTimeResult
lp_timestamp_parse (const char *text, gsize length, LpValue *timestamp)
{
  static const char between[] = "--T::";
  static const guint digits[] = { 4, 2, 2, 2, 2, 2 };
  int parts[6];
  gsize at = 0;
  guint32 nanoseconds;
  gint64 offset, seconds;

  for (guint i = 0; i < 6; i++)
    {
      parts[i] = fixed_digits (text, length, &at, digits[i]);
      if (parts[i] < 0 || (i < 5 && !skip_char (text, length, &at, between[i])))
        return LP_TIME_SYNTAX;
    }
  if (!read_fraction (text, length, &at, &nanoseconds) || !read_offset (text, length, &at, &offset)
      || at != length)
    return LP_TIME_SYNTAX;
  if (parts[0] < 1 || parts[3] > 23 || parts[4] > 59 || parts[5] > 59
      || !g_date_valid_dmy ((GDateDay) MIN (parts[2], 99), (GDateMonth) MIN (parts[1], 13),
                            (GDateYear) parts[0]))
    return LP_TIME_RANGE;
  seconds
      = days_of (parts[0], parts[1], parts[2]) * DAY + parts[3] * 3600 + parts[4] * 60 + parts[5] - offset;
  if (!lp_timestamp_from_seconds (seconds, timestamp))
    return LP_TIME_RANGE;
  timestamp->length = nanoseconds;
  return LP_TIME_OK;
}

gboolean
lp_timestamp_from_seconds (gint64 seconds, LpValue *timestamp)
{
  if (seconds < MIN_SECONDS || seconds > MAX_SECONDS)
    return FALSE;
  *timestamp = lp_value_timestamp (seconds, 0);
  return TRUE;
}

LpCivilTime
lp_civil_time (gint64 seconds)
{
  gint64 days = seconds / DAY - (seconds % DAY < 0);
  int rest = (int) (seconds - days * DAY);
  gint64 shifted = days + 719468;
  gint64 era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  gint64 day_of_era = shifted - era * 146097;
  gint64 year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  gint64 day_from_march = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int month_from_march = (int) ((5 * day_from_march + 2) / 153);
  LpCivilTime civil = {
    .day = (int) (day_from_march - (153 * month_from_march + 2) / 5 + 1),
    .month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9,
    .weekday = (int) (((days + 4) % 7 + 7) % 7),
    .hour = rest / 3600,
    .minute = rest / 60 % 60,
    .second = rest % 60,
  };

  civil.year = (int) (year_of_era + era * 400) + (civil.month <= 2);
  civil.day_of_year = (int) (days - days_of (civil.year, 1, 1));
  return civil;
}

void
lp_timestamp_write (LpValue timestamp, GString *out)
{
  LpCivilTime civil = lp_civil_time (timestamp.integer);

  g_string_append_printf (out, "%04d-%02d-%02dT%02d:%02d:%02d", civil.year, civil.month, civil.day,
                          civil.hour, civil.minute, civil.second);
  write_fraction (timestamp.length, out);
  g_string_append_c (out, 'Z');
}

gboolean
lp_timestamp_add (LpValue timestamp, gint64 nanoseconds, gboolean subtract, LpValue *result)
{
  gint64 whole = nanoseconds / LP_SECOND, rest = nanoseconds % LP_SECOND;
  gint64 seconds, fraction;

  if (subtract)
    {
      whole = -whole;
      rest = -rest;
    }
  seconds = timestamp.integer + whole;
  fraction = (gint64) timestamp.length + rest;
  if (fraction < 0 || fraction >= LP_SECOND)
    {
      seconds += fraction < 0 ? -1 : 1;
      fraction += fraction < 0 ? LP_SECOND : -LP_SECOND;
    }
  if (!lp_timestamp_from_seconds (seconds, result))
    return FALSE;
  result->length = (guint32) fraction;
  return TRUE;
}

gboolean
lp_timestamp_subtract (LpValue a, LpValue b, LpValue *duration)
{
  gint64 nanoseconds;

  if (__builtin_mul_overflow (a.integer - b.integer, LP_SECOND, &nanoseconds)
      || __builtin_add_overflow (nanoseconds, (gint64) a.length - (gint64) b.length, &nanoseconds))
    return FALSE;
  *duration = lp_value_duration (nanoseconds);
  return TRUE;
}

/* A name of the time zone database, and nothing that leads out of it. */
static gboolean
is_zone_name (const char *zone)
{
  if (!g_ascii_isalpha (zone[0]) || strstr (zone, "..") != NULL)
    return FALSE;
  for (const char *c = zone; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && strchr ("_+-/", *c) == NULL)
      return FALSE;
  return TRUE;
}

gboolean
lp_time_zone_offset (const char *zone, gint64 seconds, gint64 *offset)
{
  g_autofree char *fixed = g_ascii_isdigit (zone[0]) ? g_strconcat ("+", zone, NULL) : g_strdup (zone);
  gsize at = 0, length = strlen (fixed);

  if ((fixed[0] == '+' || fixed[0] == '-') && read_offset (fixed, length, &at, offset))
    return at == length;
  if (!is_zone_name (zone))
    return FALSE;
  g_autoptr (GTimeZone) found = g_time_zone_new_identifier (zone);
  if (found == NULL)
    return FALSE;
  *offset = g_time_zone_get_offset (found, g_time_zone_find_interval (found, G_TIME_TYPE_UNIVERSAL, seconds));
  return TRUE;
}
