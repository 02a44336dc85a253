/* Writing notes and texts: several lines, in a popover over the drawing. */
#pragma once

#include "ui/canvas/canvas.h"

G_BEGIN_DECLS

/* Opens it where a note or a text alone is selected; FALSE where not. Ctrl+Enter and a click elsewhere keep what was
 * written, in one undo step; Escape does not. `at_end`: what is typed follows what is there, else it is all selected. */
gboolean lp_canvas_write_note (LpCanvas *canvas, gboolean at_end);
/* The text view that is open, or NULL. */
GtkWidget *lp_canvas_get_note_view (LpCanvas *canvas);

G_END_DECLS
