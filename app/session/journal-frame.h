/* How a journal is cut into pieces, so that one that was not written to its end is told from a whole one:
 * "@LENGTH CHECKSUM\nPAYLOAD\n", the length in bytes, the checksum the first 16 digits of the payload's SHA-256. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  LP_FRAME_GOOD,
  LP_FRAME_END,     /* nothing follows */
  LP_FRAME_TORN,    /* the last one was not written to its end: what a crash leaves */
  LP_FRAME_DAMAGED, /* something else stands here: what no crash leaves */
} LpFrameState;

void lp_journal_frame_append (GString *out, const char *payload, gsize length);

/* Looks at `data` from *offset on. GOOD: *payload points into `data`, and *offset goes behind the frame. */
LpFrameState lp_journal_frame_next (const char *data, gsize size, gsize *offset, const char **payload, gsize *length);

G_END_DECLS
