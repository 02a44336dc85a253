/* The layers of concern, each with a tick that shows or hides it, and a button that shows it alone. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LP_TYPE_LAYERS_VIEW (lp_layers_view_get_type ())
G_DECLARE_FINAL_TYPE (LpLayersView, lp_layers_view, LP, LAYERS_VIEW, AdwBin)

/* Signal "changed" (uint): these are hidden now, a bit for each layer by its number in the catalogue. */

GtkWidget *lp_layers_view_new (guint32 hidden);

G_END_DECLS
