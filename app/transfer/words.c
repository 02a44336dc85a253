#include "transfer/words.h"

#include <glib/gi18n.h>
#include <math.h>

#define MINUTE 60.0
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

/* With `unit` letters for 1, 1000, 1000² ... */
static char *
say_amount (double amount, const char *const *units)
{
  while (amount >= 999.5 && units[1] != NULL)
    {
      amount /= 1000;
      units++;
    }
  return g_strdup_printf ("%.3g %s", amount, *units);
}

char *
lp_transfer_say_size (double bytes)
{
  static const char *const units[] = { "B", "kB", "MB", "GB", "TB", "PB", "EB", NULL };
  return say_amount (bytes, units);
}

char *
lp_transfer_say_rate (double bits_per_second)
{
  static const char *const units[] = { "bit/s", "kbit/s", "Mbit/s", "Gbit/s", "Tbit/s", NULL };
  return say_amount (bits_per_second, units);
}

char *
lp_transfer_say_time (double seconds)
{
  if (!isfinite (seconds))
    return g_strdup (_("never"));
  double amount = seconds >= DAY ? seconds / DAY : seconds >= HOUR ? seconds / HOUR : ceil (seconds / MINUTE);
  /* Three digits, or all before the point. */
  g_autofree char *number = g_strdup_printf (amount >= 99.95 ? "%.0f" : "%.3g", amount);
  gulong n = g_str_equal (number, "1") ? 1 : 2;
  if (seconds >= DAY)
    return g_strdup_printf (g_dngettext (NULL, "%s day", "%s days", n), number);
  if (seconds >= HOUR)
    return g_strdup_printf (g_dngettext (NULL, "%s hour", "%s hours", n), number);
  return g_strdup_printf (g_dngettext (NULL, "%s minute", "%s minutes", n), number);
}

static char *
say_line (const LpTransferWay *way, double bytes)
{
  g_autofree char *size = lp_transfer_say_size (bytes), *rate = lp_transfer_say_rate (way->bandwidth);
  g_autofree char *lead = lp_transfer_say_time (way->lead);
  g_autofree char *time = lp_transfer_say_time (lp_transfer_seconds (way, bytes));
  if (way->lead > 0)
    return g_strdup_printf (_("%s + %s × 8 / (%s × %.3g %%) = %s"), lead, size, rate, way->share * 100, time);
  return g_strdup_printf (_("%s × 8 / (%s × %.3g %%) = %s"), size, rate, way->share * 100, time);
}

static char *
say_devices (const LpTransferWay *way, double bytes)
{
  guint devices = lp_transfer_count_devices (way, bytes), rounds = lp_transfer_count_rounds (way, bytes);
  double seconds = lp_transfer_seconds (way, bytes);
  g_autofree char *lead = lp_transfer_say_time (way->lead), *time = lp_transfer_say_time (seconds);
  g_autofree char *copying = lp_transfer_say_time (seconds - rounds * way->lead);
  g_autofree char *count
      = g_strdup_printf (g_dngettext (NULL, "%u device", "%u devices", devices), devices);
  return g_strdup_printf (g_dngettext (NULL, "%s, %u round: %s + %s of copying = %s", "%s, %u rounds of %s + %s of copying = %s",
                                       rounds),
                          count, rounds, lead, copying, time);
}

char *
lp_transfer_say_working (const LpTransferWay *way, double bytes)
{
  return way->capacity > 0 ? say_devices (way, bytes) : say_line (way, bytes);
}
