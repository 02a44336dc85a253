/* A rule explained: what it says, why, how to mend it, what the exam's notes say of it, and what it finds beside what is
 * sound. */
#pragma once

#include <adwaita.h>

#include "session/session.h"

G_BEGIN_DECLS

#define LP_TYPE_EXPLAIN_WINDOW (lp_explain_window_get_type ())
G_DECLARE_FINAL_TYPE (LpExplainWindow, lp_explain_window, LP, EXPLAIN_WINDOW, AdwWindow)

/* Opens a window over `parent`; nothing where the session's rules (NULL: those that are built in) have none of that id. */
void lp_explain_window_show (GtkWindow *parent, LpSession *session, const char *rule);

G_END_DECLS
