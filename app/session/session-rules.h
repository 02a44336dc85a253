/* The rules that a session's review has. */
#pragma once

#include "rules/configuration.h"
#include "session/session.h"

G_BEGIN_DECLS

/* Those that are built in, the user's own, and those of the configuration beside the file. Borrowed until the next review. */
LpPack *lp_session_get_pack (LpSession *session);

/* That configuration; NULL where there is none. Borrowed as well. */
LpConfiguration *lp_session_get_configuration (LpSession *session);

G_END_DECLS
