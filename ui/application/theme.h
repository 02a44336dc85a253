/* The drawing's colours in the window: as the desktop is, light or dark. */
#pragma once

#include <gdk/gdk.h>

#include "scene/palette.h"

G_BEGIN_DECLS

/* What the desktop asks for now. `notify::dark` of the AdwStyleManager tells of a change. */
LpTheme lp_theme_current (void);
/* A colour of the palette, opaque. */
GdkRGBA lp_theme_rgba (LpTheme theme, LpColour colour);

G_END_DECLS
