/* Amounts with their unit written behind them, as they stand in documents: "15m", "100 GiB", "10 Gbps". */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  LP_UNIT_SECOND,            /* ms s m min h d w, also added up: "1h30m" */
  LP_UNIT_BYTE,              /* B kB MB GB TB PB (powers of 1000), KiB MiB GiB TiB PiB (of 1024) */
  LP_UNIT_BIT_PER_SECOND,    /* bps kbps Mbps Gbps Tbps */
  LP_UNIT_PERCENT,           /* "99.9" or "99.9%" */
  LP_UNIT_NONE,
} LpUnit;

/* Parses the whole of `text` as a finite, non-negative amount in `unit` and gives it in that unit (seconds,
 * bytes, bits per second, percent). FALSE for anything else; *amount is then left alone. */
gboolean lp_quantity_parse (const char *text, LpUnit unit, double *amount);

/* The amount as a person writes it: 900 s is "15m", 107374182400 B is "100GiB". Free with g_free(). */
char *lp_quantity_format (double amount, LpUnit unit);

/* What to write, for messages: "a time such as 15m or 1h30m". Translated, static. */
const char *lp_unit_describe (LpUnit unit);

G_END_DECLS
