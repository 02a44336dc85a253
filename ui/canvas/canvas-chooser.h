/* A list over the drawing, narrowed by typing, of what something is to be done with. */
#pragma once

#include "ui/canvas/canvas-private.h"
#include "ui/commands/picker.h"

G_BEGIN_DECLS

typedef struct
{
  const char *placeholder;   /* marked with N_() */
  /* Gives the rows for what was typed, best first: an array of LpPickItem, taken over. The stage has a scene. */
  GPtrArray *(*search) (LpStage *stage, const char *text);
  /* Does it. `id` is that of the row. */
  void (*chosen) (LpStage *stage, const char *id);
} LpChooser;

/* Beside what is selected. `chooser` is static. */
void lp_canvas_show_chooser (LpCanvas *canvas, const LpChooser *chooser);

/* Rows with how well each was named, to be sorted: better ones first, then nearer ones. */
typedef struct _LpChooserRows LpChooserRows;
LpChooserRows *lp_chooser_rows_new (void);
/* Takes over `item`. */
void lp_chooser_rows_add (LpChooserRows *rows, LpPickItem *item, guint match, double distance);
/* The best of them; frees `rows`. */
GPtrArray *lp_chooser_rows_finish (LpChooserRows *rows);

G_END_DECLS
