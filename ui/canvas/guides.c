#include "ui/canvas/guides.h"

#include <math.h>

/* What counts as the same place. */
#define SAME 0.01

/* A rectangle seen along one axis. */
typedef struct
{
  double low, high;             /* along it */
  double side_low, side_high;   /* across it */
} Span;

static Span
span_of (LpRect r, gboolean across)
{
  if (across)
    return (Span){ r.x, r.x + r.w, r.y, r.y + r.h };
  return (Span){ r.y, r.y + r.h, r.x, r.x + r.w };
}

static Span
nth_span (const GArray *around, guint i, gboolean across)
{
  return span_of (g_array_index (around, LpRect, i), across);
}

static void
consider (double by, double *best, double reach)
{
  if (fabs (by) <= reach && fabs (by) < fabs (*best) - SAME)
    *best = by;
}

/* Middle to middle, and each edge to the same one: things that touch at a corner do not look lined up. */
static void
consider_edges (Span moved, Span other, double *best, double reach)
{
  consider ((other.low + other.high) / 2 - (moved.low + moved.high) / 2, best, reach);
  consider (other.low - moved.low, best, reach);
  consider (other.high - moved.high, best, reach);
}

/* Side by side: they have something of the other axis in common. */
static gboolean
is_beside (Span a, Span b)
{
  return a.side_low < b.side_high && b.side_low < a.side_high;
}

/* The nearest ones before and behind a span in its row; G_MAXUINT where there is none. */
static void
find_neighbours (const GArray *around, Span span, gboolean across, guint *before, guint *behind)
{
  *before = *behind = G_MAXUINT;
  for (guint i = 0; i < around->len; i++)
    {
      Span other = nth_span (around, i, across);
      if (!is_beside (span, other))
        continue;
      double middle = (span.low + span.high) / 2;
      if (other.high <= middle
          && (*before == G_MAXUINT || other.high > nth_span (around, *before, across).high))
        *before = i;
      if (other.low >= middle && (*behind == G_MAXUINT || other.low < nth_span (around, *behind, across).low))
        *behind = i;
    }
}

static guint
neighbour_of (const GArray *around, guint index, gboolean across, gboolean forward)
{
  Span span = nth_span (around, index, across);
  guint found = G_MAXUINT;

  for (guint i = 0; i < around->len; i++)
    {
      Span other = nth_span (around, i, across);
      if (i == index || !is_beside (span, other))
        continue;
      if (forward && other.low >= span.high
          && (found == G_MAXUINT || other.low < nth_span (around, found, across).low))
        found = i;
      if (!forward && other.high <= span.low
          && (found == G_MAXUINT || other.high > nth_span (around, found, across).high))
        found = i;
    }
  return found;
}

/* In the middle of two, or as far from one as that is from the next. */
static void
consider_spaces (const GArray *around, Span moved, gboolean across, double *best, double reach)
{
  guint before, behind;

  find_neighbours (around, moved, across, &before, &behind);
  if (before != G_MAXUINT && behind != G_MAXUINT)
    consider ((nth_span (around, before, across).high + nth_span (around, behind, across).low) / 2
                  - (moved.low + moved.high) / 2,
              best, reach);
  guint next = before != G_MAXUINT ? neighbour_of (around, before, across, FALSE) : G_MAXUINT;
  if (next != G_MAXUINT)
    {
      Span near = nth_span (around, before, across);
      consider (near.high + (near.low - nth_span (around, next, across).high) - moved.low, best, reach);
    }
  next = behind != G_MAXUINT ? neighbour_of (around, behind, across, TRUE) : G_MAXUINT;
  if (next != G_MAXUINT)
    {
      Span near = nth_span (around, behind, across);
      consider (near.low - (nth_span (around, next, across).low - near.high) - moved.high, best, reach);
    }
}

static gboolean
find (const GArray *around, LpRect moved, gboolean across, double reach, double *by)
{
  Span span = span_of (moved, across);
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < around->len; i++)
    consider_edges (span, nth_span (around, i, across), &best, reach);
  if (best > reach)
    consider_spaces (around, span, across, &best, reach);
  if (best > reach)
    return FALSE;
  *by = best;
  return TRUE;
}

LpGuideSnap
lp_guides_find (const GArray *around, LpRect moved, double reach)
{
  LpGuideSnap snap = { 0 };

  snap.found_x = find (around, moved, TRUE, reach, &snap.by.x);
  snap.found_y = find (around, moved, FALSE, reach, &snap.by.y);
  return snap;
}

gboolean
lp_guides_find_edge (const GArray *around, gboolean across, double reach, double *at)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < around->len; i++)
    {
      Span other = nth_span (around, i, across);
      consider (other.low - *at, &best, reach);
      consider (other.high - *at, &best, reach);
    }
  if (best > reach)
    return FALSE;
  *at += best;
  return TRUE;
}

/* --- showing ----------------------------------------------------------------------------------------- */

static void
add (GArray *guides, gboolean across, double at, double from, double to, gboolean is_space)
{
  LpGuide guide = { .is_space = is_space };

  guide.from = across ? (LpPoint){ at, from } : (LpPoint){ from, at };
  guide.to = across ? (LpPoint){ at, to } : (LpPoint){ to, at };
  g_array_append_val (guides, guide);
}

typedef enum
{
  LOW,
  MIDDLE,
  HIGH,
} Place;

static double
place_of (Span span, Place place)
{
  return place == LOW ? span.low : place == HIGH ? span.high : (span.low + span.high) / 2;
}

/* One line through all that have the same edge, or their middle, there. */
static void
show_line (const GArray *around, Span moved, gboolean across, Place place, GArray *guides)
{
  double at = place_of (moved, place);
  double from = moved.side_low, to = moved.side_high;
  gboolean any = FALSE;

  for (guint i = 0; i < around->len; i++)
    {
      Span other = nth_span (around, i, across);
      if (fabs (place_of (other, place) - at) >= SAME)
        continue;
      any = TRUE;
      from = MIN (from, other.side_low);
      to = MAX (to, other.side_high);
    }
  if (any)
    add (guides, across, at, from, to, FALSE);
}

static void
show_space (Span a, Span b, gboolean across, GArray *guides)
{
  double at = (MAX (a.side_low, b.side_low) + MIN (a.side_high, b.side_high)) / 2;

  add (guides, !across, at, a.high, b.low, TRUE);
}

/* The spaces on both sides of what was moved, or one of them and the next, where they are equal. */
static void
show_spaces (const GArray *around, Span moved, gboolean across, GArray *guides)
{
  guint before, behind;

  find_neighbours (around, moved, across, &before, &behind);
  Span low = before != G_MAXUINT ? nth_span (around, before, across) : moved;
  Span high = behind != G_MAXUINT ? nth_span (around, behind, across) : moved;
  gboolean is_between = before != G_MAXUINT && behind != G_MAXUINT
                        && fabs (moved.low - low.high - (high.low - moved.high)) < SAME;
  guint next = before != G_MAXUINT ? neighbour_of (around, before, across, FALSE) : G_MAXUINT;
  guint last = behind != G_MAXUINT ? neighbour_of (around, behind, across, TRUE) : G_MAXUINT;
  gboolean repeats_low
      = next != G_MAXUINT && fabs (low.low - nth_span (around, next, across).high - (moved.low - low.high)) < SAME;
  gboolean repeats_high
      = last != G_MAXUINT && fabs (nth_span (around, last, across).low - high.high - (high.low - moved.high)) < SAME;

  if (is_between || repeats_low)
    show_space (low, moved, across, guides);
  if (is_between || repeats_high)
    show_space (moved, high, across, guides);
  if (repeats_low)
    show_space (nth_span (around, next, across), low, across, guides);
  if (repeats_high)
    show_space (high, nth_span (around, last, across), across, guides);
}

void
lp_guides_show (const GArray *around, LpRect moved, GArray *guides)
{
  for (guint axis = 0; axis < 2; axis++)
    {
      gboolean across = axis == 0;
      Span span = span_of (moved, across);
      guint n = guides->len;
      show_line (around, span, across, MIDDLE, guides);
      if (guides->len == n)
        {
          show_line (around, span, across, LOW, guides);
          show_line (around, span, across, HIGH, guides);
        }
      show_spaces (around, span, across, guides);
    }
}
