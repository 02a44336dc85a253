#include "base/quantity.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "base/number.h"

typedef struct
{
  const char *suffix;
  double factor;
  gboolean written; /* used when an amount is written */
} LpSuffix;

/* Largest first: an amount is written in the largest unit that leaves a whole number. */
static const LpSuffix seconds[] = {
  { "w", 604800 }, { "d", 86400, TRUE }, { "h", 3600, TRUE }, { "min", 60 },
  { "m", 60, TRUE }, { "s", 1, TRUE },   { "ms", 0.001, TRUE }, { NULL },
};
static const LpSuffix bytes[] = {
  { "PiB", 1125899906842624.0, TRUE }, { "PB", 1e15, TRUE },
  { "TiB", 1099511627776.0, TRUE },    { "TB", 1e12, TRUE },
  { "GiB", 1073741824.0, TRUE },       { "GB", 1e9, TRUE },
  { "MiB", 1048576.0, TRUE },          { "MB", 1e6, TRUE },
  { "KiB", 1024, TRUE },               { "kB", 1e3, TRUE },
  { "B", 1, TRUE },                    { NULL },
};
static const LpSuffix bits_per_second[] = {
  { "Tbps", 1e12, TRUE }, { "Gbps", 1e9, TRUE }, { "Mbps", 1e6, TRUE },
  { "kbps", 1e3, TRUE },  { "bps", 1, TRUE },    { NULL },
};
static const LpSuffix percent[] = { { "%", 1, TRUE }, { "", 1 }, { NULL } };
static const LpSuffix none[] = { { "", 1, TRUE }, { NULL } };

static const LpSuffix *
suffixes (LpUnit unit)
{
  switch (unit)
    {
    case LP_UNIT_SECOND:
      return seconds;
    case LP_UNIT_BYTE:
      return bytes;
    case LP_UNIT_BIT_PER_SECOND:
      return bits_per_second;
    case LP_UNIT_PERCENT:
      return percent;
    case LP_UNIT_NONE:
      break;
    }
  return none;
}

static const LpSuffix *
find_suffix (const LpSuffix *list, const char *text, gsize length)
{
  for (; list->suffix != NULL; list++)
    if (strlen (list->suffix) == length && strncmp (list->suffix, text, length) == 0)
      return list;
  return NULL;
}

/* One "15m" of "1h15m"; moves *text behind it. */
static gboolean
parse_term (const char **text, const LpSuffix *list, double *amount)
{
  const char *number = *text;
  gsize n = strspn (number, "0123456789.");
  if (n == 0 || n > 24)
    return FALSE;
  g_autofree char *digits = g_strndup (number, n);
  const char *unit = number + n;
  while (*unit == ' ')
    unit++;
  gsize length = strcspn (unit, " 0123456789.");
  const LpSuffix *suffix = find_suffix (list, unit, length);
  double value;
  if (suffix == NULL || !lp_number_parse (digits, &value))
    return FALSE;
  *amount = value * suffix->factor;
  *text = unit + length;
  return isfinite (*amount);
}

gboolean
lp_quantity_parse (const char *text, LpUnit unit, double *amount)
{
  const LpSuffix *list = suffixes (unit);
  double sum = 0, term;

  if (text == NULL || strlen (text) > 64)
    return FALSE;
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  const char *rest = trimmed;
  if (!parse_term (&rest, list, &sum))
    return FALSE;
  while (unit == LP_UNIT_SECOND && *rest != '\0')
    {
      while (*rest == ' ')
        rest++;
      if (!parse_term (&rest, list, &term))
        return FALSE;
      sum += term;
    }
  if (*rest != '\0')
    return FALSE;
  *amount = sum;
  return TRUE;
}

char *
lp_quantity_format (double amount, LpUnit unit)
{
  const LpSuffix *list = suffixes (unit), *last = NULL;
  char buffer[LP_NUMBER_BUFFER];

  for (; list->suffix != NULL; list++)
    {
      double value = amount / list->factor;
      if (!list->written)
        continue;
      last = list;
      if (value >= 1 && value == floor (value))
        break;
    }
  if (list->suffix == NULL)
    list = amount == 0 && unit == LP_UNIT_SECOND ? find_suffix (seconds, "s", 1) : last;
  lp_number_format (amount / list->factor, buffer);
  return g_strconcat (buffer, list->suffix, NULL);
}

const char *
lp_unit_describe (LpUnit unit)
{
  switch (unit)
    {
    case LP_UNIT_SECOND:
      return _("a time such as 15m, 1h30m or 7d");
    case LP_UNIT_BYTE:
      return _("a size such as 100GiB or 2TB");
    case LP_UNIT_BIT_PER_SECOND:
      return _("a bandwidth such as 500Mbps or 10Gbps");
    case LP_UNIT_PERCENT:
      return _("a percentage such as 99.9");
    case LP_UNIT_NONE:
      break;
    }
  return _("a number");
}
