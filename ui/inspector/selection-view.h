/* The rows for several components or connections at once: what all of them have, edited for all in one undo step. */
#pragma once

#include <adwaita.h>

#include "model/document.h"
#include "ui/inspector/field.h"

G_BEGIN_DECLS

typedef struct _LpSelectionView LpSelectionView;

/* For these ids, of which at least one exists. Appends its groups to the box. */
LpSelectionView *lp_selection_view_new (LpDocument *document, const char *const *ids, GtkBox *box);
void lp_selection_view_free (LpSelectionView *view);
/* Shows what the document now says of them. FALSE where another view is needed: others are selected, or they have
 * become something else. */
gboolean lp_selection_view_update (LpSelectionView *view, const char *const *ids);
/* The field of a property that all of them have, or NULL; borrowed. */
LpField *lp_selection_view_find_field (LpSelectionView *view, const char *property);
/* The row that chooses the kind of connections; NULL where it is not only these. Borrowed. */
GtkWidget *lp_selection_view_get_kinds (LpSelectionView *view);

G_END_DECLS
