/* A scenario to pick: its picture, title, kind, time and how far the person has come. */
#pragma once

#include <gtk/gtk.h>

#include "learning/gallery.h"

G_BEGIN_DECLS

#define LP_TYPE_CARD (lp_card_get_type ())
G_DECLARE_FINAL_TYPE (LpCard, lp_card, LP, CARD, GtkButton)

/* Activates win.open-scenario. The scenario must outlive it. */
GtkWidget *lp_card_new (const LpScenario *scenario);
const LpScenario *lp_card_get_scenario (LpCard *card);
void lp_card_set_progress (LpCard *card, const LpScenarioProgress *progress);
/* It is in sight. */
void lp_card_show_picture (LpCard *card);
gboolean lp_card_has_picture (LpCard *card);
/* What a screen reader says: "Who is calling?, repair, 15 minutes, not begun". Free with g_free(). */
char *lp_card_describe (const LpScenario *scenario, const LpScenarioProgress *progress);

G_END_DECLS
