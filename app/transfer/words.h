/* What the planner of transfers says, in the program's language. */
#pragma once

#include "transfer/plan.h"

G_BEGIN_DECLS

/* "40 minutes", "5.2 hours", "23.1 days", "never". Free with g_free(). */
char *lp_transfer_say_time (double seconds);
/* "21.6 TB": three digits, in powers of 1000. Free with g_free(). */
char *lp_transfer_say_size (double bytes);
/* "1 Gbit/s". Free with g_free(). */
char *lp_transfer_say_rate (double bits_per_second);
/* The sum behind lp_transfer_seconds(): "30 days + 200 TB × 8 / (1 Gbit/s × 80 %) = 53.1 days". Free with g_free(). */
char *lp_transfer_say_working (const LpTransferWay *way, double bytes);

G_END_DECLS
