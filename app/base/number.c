#include "base/number.h"

#include <math.h>
#include <string.h>

const char *
lp_number_format (double number, char buffer[LP_NUMBER_BUFFER])
{
  if (number == 0)
    number = 0; /* no "-0" */
  if (number == floor (number) && fabs (number) < 1e15)
    {
      g_ascii_formatd (buffer, LP_NUMBER_BUFFER, "%.0f", number);
      return buffer;
    }
  for (int digits = 15; digits <= 17; digits++)
    {
      char format[8];
      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (buffer, LP_NUMBER_BUFFER, format, number);
      if (g_ascii_strtod (buffer, NULL) == number)
        break;
    }
  return buffer;
}

/* Writes scaled / 10^decimals from the end of the buffer to its beginning. */
static const char *
format_scaled (gint64 scaled, guint decimals, char buffer[LP_NUMBER_BUFFER])
{
  char digits[LP_NUMBER_BUFFER], *p = digits + sizeof digits - 1;
  guint64 left = scaled < 0 ? -(guint64) scaled : (guint64) scaled;
  *p = '\0';
  for (; decimals > 0 && left % 10 == 0; decimals--)
    left /= 10;
  for (guint written = 0; left > 0 || written <= decimals; written++)
    {
      if (written == decimals && decimals > 0)
        *--p = '.';
      *--p = (char) ('0' + left % 10);
      left /= 10;
    }
  if (scaled < 0)
    *--p = '-';
  return memcpy (buffer, p, (gsize) (digits + sizeof digits - p));
}

const char *
lp_number_format_rounded (double number, guint decimals, char buffer[LP_NUMBER_BUFFER])
{
  static const double powers[] = { 1, 10, 100, 1000, 10000, 100000, 1000000 };
  double power = powers[MIN (decimals, G_N_ELEMENTS (powers) - 1)];
  double scaled = round (number * power);
  if (fabs (scaled) < 1e15)
    return format_scaled ((gint64) scaled, MIN (decimals, G_N_ELEMENTS (powers) - 1), buffer);
  double rounded = scaled / power;
  return lp_number_format (isfinite (rounded) ? rounded : 0, buffer);
}

gboolean
lp_number_parse (const char *text, double *number)
{
  char *end = NULL;
  if (text == NULL || !(g_ascii_isdigit (*text) || strchr ("+-.", *text) != NULL) || *text == '\0')
    return FALSE;
  /* strtod() also reads hexadecimal and "inf" */
  if (strpbrk (text, "xXnN") != NULL)
    return FALSE;
  double value = g_ascii_strtod (text, &end);
  if (end == text || *end != '\0' || !isfinite (value))
    return FALSE;
  *number = value;
  return TRUE;
}
