/* Writing a picture of a design to a file, off the main thread. */
#pragma once

#include <gio/gio.h>

#include "model/design.h"
#include "model/finding.h"
#include "scene/scene.h"

G_BEGIN_DECLS

typedef struct
{
  const char *format;   /* "svg", "png", "pdf" */
  gboolean annotate;    /* with marks, legend and title */
  LpTheme theme;
  gboolean auto_theme;  /* SVG: as the viewer prefers */
  double scale;         /* PNG: pixels per unit */
} LpPictureChoice;

/* `review` may be NULL, and so may `shown`: the scene on the screen, whose connectors the picture has too where nothing
 * has changed since. The file is replaced as a whole or left alone. */
void lp_picture_write_async (LpDesign *design, LpReview *review, LpScene *shown, const LpPictureChoice *choice,
                             GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean lp_picture_write_finish (GAsyncResult *result, GError **error);

G_END_DECLS
