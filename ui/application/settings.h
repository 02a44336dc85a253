/* What the person prefers, and what the program remembers from one run to the next. With the program's schema
 * installed it is kept by GSettings; without it, for as long as the program runs. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define LP_TYPE_SETTINGS (lp_settings_get_type ())
G_DECLARE_FINAL_TYPE (LpSettings, lp_settings, LP, SETTINGS, GObject)

/* Properties, each with "notify":
 *   "style" (string): "system", "light" or "dark"
 *   "snap-to-grid" (boolean): what is moved keeps to the grid
 *   "restore-open" (boolean): the next start opens what was open
 *   "author" (string): for the title block, "" where it was not told
 *   "rule-folders" (GStrv): of the person's own rules, beside that of lp_own_rules_dup_folder()
 *   "palette-shown", "panel-shown" (boolean): beside the drawing, in a new window that has room for them
 *   "window-width", "window-height" (int), "window-maximized" (boolean): of a new window */

/* The program's, borrowed; made when it is first asked for. */
LpSettings *lp_settings_get_default (void);

gboolean lp_settings_get_snap_to_grid (LpSettings *settings);
gboolean lp_settings_get_restore_open (LpSettings *settings);
/* Borrowed, until it is set again. */
const char *lp_settings_get_author (LpSettings *settings);
/* Never NULL; borrowed as well. */
const char *const *lp_settings_get_rule_folders (LpSettings *settings);

G_END_DECLS
