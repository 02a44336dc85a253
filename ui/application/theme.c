#include "ui/application/theme.h"

#include <adwaita.h>

LpTheme
lp_theme_current (void)
{
  return adw_style_manager_get_dark (adw_style_manager_get_default ()) ? LP_THEME_DARK : LP_THEME_LIGHT;
}

GdkRGBA
lp_theme_rgba (LpTheme theme, LpColour colour)
{
  LpRgb rgb = lp_rgb (lp_palette_get (theme, colour));
  return (GdkRGBA){ rgb.red, rgb.green, rgb.blue, 1 };
}
