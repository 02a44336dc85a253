/* What the clipboard gets: a clip, in the form that whoever pastes it asks for. Each is made when it is asked for, on
 * another thread. */
#pragma once

#include <gtk/gtk.h>

#include "model/design.h"

G_BEGIN_DECLS

/* The native document, and what other programs know. */
#define LP_CLIP_MIME_TYPE "application/x-loadpath+json"
#define LP_CLIP_SVG_TYPE "image/svg+xml"
#define LP_CLIP_PNG_TYPE "image/png"

#define LP_TYPE_CLIP_PROVIDER (lp_clip_provider_get_type ())
G_DECLARE_FINAL_TYPE (LpClipProvider, lp_clip_provider, LP, CLIP_PROVIDER, GdkContentProvider)

/* As components for Loadpath, SVG with its source, PNG, and the document as text. `picture_only`: as PNG alone. */
GdkContentProvider *lp_clip_provider_new (LpDesign *clip, gboolean picture_only);

G_END_DECLS
