/* Children beside each other in columns of one width, as many as have room; those of a row are as high as its highest,
 * each row is as high as it needs. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LP_TYPE_COLUMNS_LAYOUT (lp_columns_layout_get_type ())
G_DECLARE_FINAL_TYPE (LpColumnsLayout, lp_columns_layout, LP, COLUMNS_LAYOUT, GtkLayoutManager)

/* At most `n_columns`, `spacing` pixels apart. A column has room where all children get their natural width. */
GtkLayoutManager *lp_columns_layout_new (guint n_columns, int spacing);

G_END_DECLS
