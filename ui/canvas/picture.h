/* A part of a draw list, painted once into pixels, as a render node that can be shown again and again. */
#pragma once

#include <gtk/gtk.h>

#include "scene/scene.h"

G_BEGIN_DECLS

typedef struct
{
  LpTheme theme;
  double zoom;
  int scale;          /* device pixels per logical pixel */
  gboolean paper;     /* with paper and grid under it; else transparent */
  const guint8 *hidden; /* by item of the list: 1 for what is left out; NULL: nothing */
  gboolean textures;  /* for a GL renderer; else an image in a cairo node, which the cairo renderer copies faster */
} LpPictureOptions;

/* `area` in diagram units; the node covers 0, 0 to `width`, `height` in logical pixels. Free with
 * gsk_render_node_unref(). */
GskRenderNode *lp_picture_new (const LpDrawList *list, LpRect area, int width, int height,
                               const LpPictureOptions *options);

/* A number that changes when what is drawn in `area`, but for `hidden`, does. */
guint64 lp_picture_fingerprint (const LpDrawList *list, const guint8 *hidden, LpRect area);

G_END_DECLS
