/* A scene as SVG: text stays text, every component says what it is, and the document goes with it. Only what
 * librsvg, Inkscape and browsers draw alike is used. */
#pragma once

#include "render/export.h"

G_BEGIN_DECLS

#define LP_SVG_NAMESPACE "https://loadpath.github.io/ns"

GBytes *lp_svg_write (LpScene *scene, const LpExportOptions *options);
/* Any draw list, as a picture of `view`. `title` may be NULL. */
GBytes *lp_svg_write_list (const LpDrawList *list, LpRect view, const char *title, const LpExportOptions *options);

G_END_DECLS
