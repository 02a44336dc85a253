/* Lines: what they join, which way they run, and what that means. */
#pragma once

#include "io/drawio-page.h"

G_BEGIN_DECLS

typedef struct
{
  guint cell;       /* the edge */
  guint from, to;   /* components */
  const char *kind; /* of connection; static */
  gboolean both;    /* an arrow at each end */
} LpDrawioLine;

/* Every edge whose two ends can be seen, as an LpDrawioLine, in the order of the page; a note for each other.
 * An end that is attached to nothing belongs to what it points at, at most 20 units away. */
GArray *lp_drawio_page_connect (LpDrawioPage *page);

/* The kind of a connection, from what it joins and what is written on it; swaps the ends where the kind runs
 * the other way ("attaches" goes from the instance to the volume, whichever end was drawn first) and where an
 * arrow stands only at the beginning. */
void lp_drawio_line_understand (const LpDrawioPage *page, LpDrawioLine *line);

G_END_DECLS
