/* Asks why a finding is accepted, by whom, for what and how long, and waives it. */
#pragma once

#include <adwaita.h>

#include "session/session.h"

G_BEGIN_DECLS

/* About a finding of the session's present review. One step that can be undone. */
void lp_waive_dialog_show (GtkWindow *parent, LpSession *session, LpFinding *finding);
/* Ends the waiver that covers the finding, as one step. FALSE where none does any more. */
gboolean lp_waiver_end (LpSession *session, LpFinding *finding);

G_END_DECLS
