/* What the person may choose once for all: a small window over another. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LP_TYPE_PREFERENCES (lp_preferences_get_type ())
G_DECLARE_FINAL_TYPE (LpPreferences, lp_preferences, LP, PREFERENCES, AdwPreferencesWindow)

/* What is chosen in it holds at once: lp_settings_get_default(). `parent` may be NULL. */
LpPreferences *lp_preferences_new (GtkWindow *parent);

G_END_DECLS
