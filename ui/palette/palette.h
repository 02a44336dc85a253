/* What can be placed: the kinds of the catalogue by group, with a search. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LP_TYPE_PALETTE (lp_palette_get_type ())
G_DECLARE_FINAL_TYPE (LpPalette, lp_palette, LP, PALETTE, AdwBin)

/* Signal "activated" (string): a kind was clicked, or chosen with Enter. Tiles can also be dragged; what is
 * dragged is the id of the kind as a string. */

/* Puts the keyboard into the search field. */
void lp_palette_focus_search (LpPalette *palette);

G_END_DECLS
