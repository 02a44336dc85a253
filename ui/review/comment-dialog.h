/* Asks for the words of a comment, or of a reply to one. */
#pragma once

#include <adwaita.h>

#include "session/session.h"

G_BEGIN_DECLS

/* On `pin` (NULL: the document). One step that can be undone. */
void lp_comment_dialog_add (GtkWindow *parent, LpSession *session, const LpPin *pin);
void lp_comment_dialog_reply (GtkWindow *parent, LpSession *session, const LpComment *comment);

G_END_DECLS
