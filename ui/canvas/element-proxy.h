/* What stands for an element of the drawing before assistive technology: a widget that paints nothing and takes no
 * pointer, because in GTK 4 only a widget can be accessible. It nests as the elements do. */
#pragma once

#include <gtk/gtk.h>

#include "base/geometry.h"

G_BEGIN_DECLS

#define LP_TYPE_ELEMENT_PROXY (lp_element_proxy_get_type ())
G_DECLARE_FINAL_TYPE (LpElementProxy, lp_element_proxy, LP, ELEMENT_PROXY, GtkWidget)

/* Action: element.select, which is also what grabbing the focus does. Calls canvas.select-element (s) of a widget
 * around it. */

/* `id` NULL: the drawing itself, which holds the others. */
GtkWidget *lp_element_proxy_new (GtkAccessibleRole role, const char *id);
const char *lp_element_proxy_get_id (LpElementProxy *proxy);
GtkAccessibleRole lp_element_proxy_get_role (LpElementProxy *proxy);
/* Changes only what is another. Strings are taken over. */
void lp_element_proxy_take_words (LpElementProxy *proxy, char *name, char *description);
/* Absolute, in diagram units. */
void lp_element_proxy_set_area (LpElementProxy *proxy, LpRect area);
/* Of the outermost: puts its corner there, in pixels, at so many pixels per unit, and all that it holds with it. */
void lp_element_proxy_allocate_at (LpElementProxy *proxy, LpPoint corner, double scale);
void lp_element_proxy_set_selected (LpElementProxy *proxy, gboolean selected);
/* Puts it into `parent` behind `previous` (NULL: first), where it is not there already. */
void lp_element_proxy_put (LpElementProxy *proxy, GtkWidget *parent, GtkWidget *previous);
/* Of the last pass over the drawing that found the element: what it did not find can go. */
guint lp_element_proxy_get_pass (LpElementProxy *proxy);
void lp_element_proxy_set_pass (LpElementProxy *proxy, guint pass);

G_END_DECLS
