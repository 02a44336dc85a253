/* A design on paper: one page, in the direction that suits it, as large as it fits and not larger than life. */
#pragma once

#include <gtk/gtk.h>

#include "scene/scene.h"

G_BEGIN_DECLS

/* Ready to be run. `review` may be NULL. Connectors are printed as `shown` has them (NULL: as they find their way). With `annotate`, and unless the person unticks it in the dialog, marks, legend
 * and title are printed as an annotated export has them. */
GtkPrintOperation *lp_printing_new (LpDesign *design, LpReview *review, LpScene *shown, gboolean annotate);
/* What was chosen in the dialog. */
gboolean lp_printing_get_annotate (GtkPrintOperation *operation);

G_END_DECLS
