/* What a person can do with a scenario of their own beside opening it: send a copy, delete it. */
#pragma once

#include <gtk/gtk.h>

#include "learning/scenario.h"

G_BEGIN_DECLS

/* Gives the card a menu, by the second button, a long touch, Menu and Shift+F10; and Delete. They activate
 * gallery.copy-own and gallery.delete-own with the id. */
void lp_own_card_equip (GtkWidget *card, const LpScenario *scenario);

/* Asks where to, and writes the scenario's file there; what goes wrong is said in a dialog of the widget's window. */
void lp_own_card_copy (GtkWidget *widget, const LpScenario *scenario);
typedef void (*LpOwnChanged) (GtkWidget *widget, const char *id);
/* Takes the scenario away; a toast of the widget's window takes that back. Attempts stay. Whenever the scenarios are others
 * `changed` is called with `widget` and the id: now, and where it was taken back. Where nothing
 * can be deleted it is said why. */
void lp_own_card_delete (GtkWidget *widget, const LpScenario *scenario, LpOwnChanged changed);

G_END_DECLS
