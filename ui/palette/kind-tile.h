/* The tile of a kind of component: its glyph on the colour of its group. */
#pragma once

#include <gtk/gtk.h>

#include "catalogue/catalogue.h"

G_BEGIN_DECLS

#define LP_TYPE_KIND_TILE (lp_kind_tile_get_type ())
G_DECLARE_FINAL_TYPE (LpKindTile, lp_kind_tile, LP, KIND_TILE, GtkWidget)

/* `size` in logical pixels. */
GtkWidget *lp_kind_tile_new (const LpKind *kind, int size);

G_END_DECLS
