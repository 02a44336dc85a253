/* The gallery's own: its cards (gallery-cards.c), and which of them are shown (gallery-search.c). */
#pragma once

#include "ui/gallery/card-box.h"
#include "ui/gallery/card.h"
#include "ui/gallery/gallery.h"

G_BEGIN_DECLS

typedef struct
{
  GtkWidget *card, *heading; /* borrowed */
  char *folded;
} LpGalleryEntry;

struct _LpGallery
{
  AdwBin parent_instance;
  GtkLabel *count;
  GtkButton *exam_button;
  GtkButton *schedule_button;
  GtkSearchEntry *search;
  GtkDropDown *kinds;
  GtkDropDown *states;
  LpCardBox *cards;
  GtkWidget *nothing;

  GPtrArray *order;       /* of LpScenario: the person's own, then the others by topic; NULL until they are read */
  guint n_own;
  GPtrArray *above;       /* of GtkWidget: what stands above the topics, borrowed */
  GArray *entries;        /* of LpGalleryEntry: those by topic */
  const char *wanted;     /* the id of what takes the focus once all cards are there; borrowed from a scenario, or NULL */
  LpGalleryFilter filter;
  GtkWidget *scroller;    /* while it is shown */
  guint n_shown;
  guint load_idle, fill_idle, look_idle;
  gboolean gone;          /* with its window */
};

/* --- cards ------------------------------------------------------------------------------------------- */

/* Reads what there is on another thread, once, and then makes the cards bit by bit. */
void lp_gallery_load (LpGallery *self);
/* Makes them anew where there is something else than before. */
void lp_gallery_refill (LpGallery *self);
/* What is to be continued, and what is due. */
void lp_gallery_fill_above (LpGallery *self);
/* What the cards say of progress. */
void lp_gallery_update_progress (LpGallery *self);
/* Pictures for the cards in sight, once everything has its place. */
void lp_gallery_look_soon (LpGallery *self);
/* Its place among the person's own, or -1. */
int lp_gallery_find_own (LpGallery *self, const char *id);
/* Frees what an entry holds. */
void lp_gallery_entry_clear (gpointer entry);

/* --- search and filter ------------------------------------------------------------------------------- */

void lp_gallery_bind_search (GtkWidgetClass *widget_class);
void lp_gallery_init_search (LpGallery *self);
/* Shows the cards that the filter accepts, and says how many. */
void lp_gallery_apply_filter (LpGallery *self);

G_END_DECLS
