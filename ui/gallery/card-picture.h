/* The picture on a card: paper until it is in sight and its drawing is there. */
#pragma once

#include <gtk/gtk.h>

#include "learning/scenario.h"

G_BEGIN_DECLS

#define LP_TYPE_CARD_PICTURE (lp_card_picture_get_type ())
G_DECLARE_FINAL_TYPE (LpCardPicture, lp_card_picture, LP, CARD_PICTURE, GtkWidget)

/* The scenario must outlive it. */
void lp_card_picture_set_scenario (LpCardPicture *picture, const LpScenario *scenario);
/* It is in sight: from now on it shows its drawing. */
void lp_card_picture_show (LpCardPicture *picture);
/* Whether the drawing is there. */
gboolean lp_card_picture_is_drawn (LpCardPicture *picture);

G_END_DECLS
