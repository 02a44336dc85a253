/* A finding as an item of a list. */
#pragma once

#include <glib-object.h>

#include "model/finding.h"

G_BEGIN_DECLS

#define LP_TYPE_FINDING_ITEM (lp_finding_item_get_type ())
G_DECLARE_FINAL_TYPE (LpFindingItem, lp_finding_item, LP, FINDING_ITEM, GObject)

/* `number`: of the mark on the drawing, from 1. */
LpFindingItem *lp_finding_item_new (LpFinding *finding, guint number);
/* Borrowed. */
LpFinding *lp_finding_item_get_finding (LpFindingItem *item);
guint lp_finding_item_get_number (LpFindingItem *item);
/* The number of an earlier finding that asks for the same unknown first; 0: none. */
void lp_finding_item_set_same (LpFindingItem *item, guint number);
guint lp_finding_item_get_same (LpFindingItem *item);

G_END_DECLS
