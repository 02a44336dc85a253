/* What the clipboard holds, as something to be put into a drawing. */
#pragma once

#include <gtk/gtk.h>

#include "catalogue/catalogue.h"
#include "model/design.h"

G_BEGIN_DECLS

typedef struct
{
  LpDesign *clip; /* components, or NULL */
  GBytes *image;  /* a picture in PNG, or NULL */
  char *text;     /* foreign text, or NULL */
} LpPasted;

/* Reads the most telling thing that is there: components of ours, an SVG that carries its source, text that is a
 * drawing, a picture, text. */
void lp_clip_read_async (GdkClipboard *clipboard, GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer data);
/* NULL with an error for the person where it holds nothing of these, or damaged components. Free with
 * lp_pasted_free(). */
LpPasted *lp_clip_read_finish (GAsyncResult *result, GError **error);
void lp_pasted_free (LpPasted *pasted);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpPasted, lp_pasted_free)

G_END_DECLS
