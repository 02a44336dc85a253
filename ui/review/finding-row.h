/* A row of the review: what fails, what to do, and for a question the answers to choose from. */
#pragma once

#include <adwaita.h>

#include "model/document.h"
#include "ui/review/finding-item.h"

G_BEGIN_DECLS

#define LP_TYPE_FINDING_ROW (lp_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (LpFindingRow, lp_finding_row, LP, FINDING_ROW, AdwBin)

/* Signal "answered" (string element, string property, JsonNode value): element NULL means the requirements.
 *        "asked" (string element, string property): to be filled in where there is room for it. */

GtkWidget *lp_finding_row_new (void);
/* `document` names the component, and knows the kind that a question is about. `item` NULL empties the row. */
void lp_finding_row_set (LpFindingRow *row, LpFindingItem *item, LpDocument *document);
/* Whether win.explain knows its rule. */
void lp_finding_row_offer_explanation (LpFindingRow *row, gboolean known);
/* The finding that it has may be mended: its number in the review, from 1; 0: it may not. */
void lp_finding_row_offer_fix (LpFindingRow *row, guint number);

G_END_DECLS
