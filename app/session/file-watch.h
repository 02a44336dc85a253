/* Whether the file of a session is still what the session knows: looked at when the desktop tells of a change, with
 * what the session itself wrote left out. */
#pragma once

#include "session/session.h"

G_BEGIN_DECLS

typedef enum
{
  LP_FILE_KNOWN,      /* as it was last read or written here; or there is no file */
  LP_FILE_READ_ONLY,  /* the same, but it may not be written */
  LP_FILE_CHANGED,    /* somebody else has written it */
  LP_FILE_GONE,       /* deleted, moved away, or out of reach */
} LpFileState;

#define LP_TYPE_FILE_WATCH (lp_file_watch_get_type ())
G_DECLARE_FINAL_TYPE (LpFileWatch, lp_file_watch, LP, FILE_WATCH, GObject)

/* Signal "changed" (): the state is another one, or the file has changed once more. */

LpFileWatch *lp_file_watch_new (LpSession *session);
LpFileState lp_file_watch_get_state (LpFileWatch *watch);
/* What the file is now; for lp_session_keep(). Borrowed; NULL where it is gone. */
const char *lp_file_watch_get_etag (LpFileWatch *watch);
/* Looks at the file soon, without waiting to be told. */
void lp_file_watch_look (LpFileWatch *watch);

G_END_DECLS
