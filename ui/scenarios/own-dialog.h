/* Making a scenario of one's own: of two open drawings, with goals picked from what the review says of them. */
#pragma once

#include <adwaita.h>

#include "session/session.h"

G_BEGIN_DECLS

#define LP_TYPE_OWN_DIALOG (lp_own_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LpOwnDialog, lp_own_dialog, LP, OWN_DIALOG, AdwWindow)

/* `sessions` (of LpSession, at least one): the drawings to choose from; the first is the start, the last the reference. Emits
 * "made" (string: the scenario's id) when it is in the person's folder. */
LpOwnDialog *lp_own_dialog_new (GtkWindow *parent, GPtrArray *sessions);

G_END_DECLS
