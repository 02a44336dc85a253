/* Whether assistive technology is in use on this desktop: what only that needs is not made without it. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define LP_TYPE_ASSISTIVE (lp_assistive_get_type ())
G_DECLARE_FINAL_TYPE (LpAssistive, lp_assistive, LP, ASSISTIVE, GObject)

/* Property "listening": a screen reader runs, or the desktop says that accessibility is on. False until the desktop
 * has answered. */

/* Asks the desktop at the first call. Borrowed; never freed. */
LpAssistive *lp_assistive_get_default (void);
gboolean lp_assistive_is_listening (LpAssistive *assistive);
/* The person has switched it off for this program (GTK_A11Y=none): nothing could ever be heard. */
gboolean lp_assistive_is_off (void);

G_END_DECLS
