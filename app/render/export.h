/* A scene as bytes in a picture format. lp_export() links cairo (paint_dep); SVG alone does not: lp_svg_write()
 * in render/svg.h (render_dep). */
#pragma once

#include <gio/gio.h>

#include "scene/scene.h"

G_BEGIN_DECLS

#define LP_EXPORT_ERROR (lp_export_error_quark ())

typedef enum
{
  LP_EXPORT_ERROR_FORMAT = 1, /* no such picture format */
  LP_EXPORT_ERROR_SIZE,       /* larger than a surface can be */
  LP_EXPORT_ERROR_FAILED,
} LpExportErrorCode;

GQuark lp_export_error_quark (void);

typedef struct
{
  const char *format;   /* "svg", "png", "pdf" */
  LpTheme theme;
  gboolean auto_theme;  /* SVG only: light, and dark where the viewer prefers it */
  double scale;         /* PNG: pixels per unit; 1 */
  GBytes *source;       /* the document in the native format, to be embedded; NULL: not embedded */
} LpExportOptions;

/* The scene as a picture of its bounds. NULL with LP_EXPORT_ERROR where the format is none of these, where the picture
 * would be larger than the format or the memory takes, or where cairo fails. Free with g_bytes_unref(). */
GBytes *lp_export (LpScene *scene, const LpExportOptions *options, GError **error);

G_END_DECLS
