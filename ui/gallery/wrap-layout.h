/* Children in a row, which go on in the next line where there is no more room. What a line leaves over is shared by
 * those in it that expand. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LP_TYPE_WRAP_LAYOUT (lp_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (LpWrapLayout, lp_wrap_layout, LP, WRAP_LAYOUT, GtkLayoutManager)

/* Properties "spacing" and "line-spacing", in pixels. */

G_END_DECLS
