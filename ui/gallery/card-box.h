/* Cards in as many columns as there is room for, under headings. Tab goes to the cards and past them, the arrow keys,
 * Home and End from one to another. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LP_TYPE_CARD_BOX (lp_card_box_get_type ())
G_DECLARE_FINAL_TYPE (LpCardBox, lp_card_box, LP, CARD_BOX, GtkWidget)

GtkWidget *lp_card_box_new (void);
/* What cannot be focused is a heading, and takes a line of its own. After `sibling`; NULL: in front of all. */
void lp_card_box_insert_after (LpCardBox *box, GtkWidget *child, GtkWidget *sibling);

/* Pure: how many columns a width takes, and how wide each is. */
guint lp_card_box_count_columns (int width, int least_width, int gap);

G_END_DECLS
