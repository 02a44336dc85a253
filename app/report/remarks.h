/* What people said of a reviewed document: waivers and comments, for reports. */
#pragma once

#include "report/report.h"

G_BEGIN_DECLS

typedef enum
{
  LP_WAIVER_HOLDS,  /* for one finding at least */
  LP_WAIVER_LAPSED, /* what it was given for is a finding again */
  LP_WAIVER_IDLE,   /* covers nothing */
} LpWaiverState;

LpWaiverState lp_report_waiver_state (const LpReported *document, const LpWaiver *waiver);
/* "holds", "lapsed", "idle": never translated. */
const char *lp_waiver_state_code (LpWaiverState state);
/* "Kim, OPS-7, until 2026-12-31"; "" where nothing is known. Free with g_free(). */
char *lp_report_describe_waiver (const LpWaiver *waiver);

/* How many comments are not resolved. */
guint lp_report_count_open_comments (const LpReported *document);
/* What it is pinned to as a person calls it, or NULL for the document. Borrowed. */
const char *lp_report_name_of_pin (const LpReported *document, const LpPin *pin);
LpPosition lp_report_position_of_pin (const LpReported *document, const LpPin *pin);

G_END_DECLS
