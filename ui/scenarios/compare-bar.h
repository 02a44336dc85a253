/* Over the drawing: with what it is compared, and what the marks on it say. The drawing shows both meanwhile, only to be
 * looked at; the document is not touched. */
#pragma once

#include "session/differences.h"
#include "ui/document/document-view.h"

G_BEGIN_DECLS

typedef enum
{
  LP_COMPARED_WITH_NOTHING,
  LP_COMPARED_WITH_REFERENCE,
  LP_COMPARED_WITH_LAST,
} LpComparedWith;

#define LP_TYPE_COMPARE_BAR (lp_compare_bar_get_type ())
G_DECLARE_FINAL_TYPE (LpCompareBar, lp_compare_bar, LP, COMPARE_BAR, AdwBin)

/* Signal "changed" (): something else is compared, or nothing any more. An edit ends it. */

/* A document part. */
void lp_compare_bar_add (LpDocumentView *view);
/* Of the view; borrowed. */
LpCompareBar *lp_compare_bar_of (LpDocumentView *view);

/* Lays the other design over the drawing. */
void lp_compare_bar_show (LpCompareBar *bar, LpComparedWith with, LpDesign *other);
void lp_compare_bar_close (LpCompareBar *bar);

LpComparedWith lp_compare_bar_get_with (LpCompareBar *bar);
/* Borrowed until "changed"; NULL where nothing is compared. */
const LpDifferences *lp_compare_bar_get_differences (LpCompareBar *bar);
/* Goes to one of them. */
void lp_compare_bar_go_to (LpCompareBar *bar, const LpDifference *difference);

G_END_DECLS
