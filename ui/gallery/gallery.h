/* The scenarios to learn with: those to go on with, those that are due, and all of them by topic, with a search. Read and
 * drawn on other threads once it is seen, so that the window does not wait for them. */
#pragma once

#include <adwaita.h>

#include "learning/gallery.h"

G_BEGIN_DECLS

#define LP_TYPE_GALLERY (lp_gallery_get_type ())
G_DECLARE_FINAL_TYPE (LpGallery, lp_gallery, LP, GALLERY, AdwBin)

/* Actions: gallery.show-all, gallery.export, gallery.import, gallery.reset, and with the id of one of
 * the person's own gallery.copy-own, gallery.delete-own. Its cards activate win.open-scenario. */

/* The scenarios may be others now. */
void lp_gallery_refresh (LpGallery *gallery);
/* All cards are there. */
gboolean lp_gallery_is_filled (LpGallery *gallery);
/* How many of the cards by topic are shown, after search and filters. */
guint lp_gallery_get_n_shown (LpGallery *gallery);
/* Shows what has these words in it; NULL or "" shows all. */
void lp_gallery_search (LpGallery *gallery, const char *text);
/* The first card of the scenario that is shown, or NULL; borrowed. */
GtkWidget *lp_gallery_find_card (LpGallery *gallery, const char *id);

G_END_DECLS
