/* What was open when the program ended: windows, the files in their tabs, and what was seen of each. Kept in a small
 * file beside the program's own data, so that the next start may bring it back. */
#pragma once

#include <gio/gio.h>

#include "base/geometry.h"

G_BEGIN_DECLS

typedef struct
{
  char *uri;
  gboolean placed;   /* `zoom` and `centre` say what was seen; else all of it was */
  double zoom;       /* pixels per unit */
  LpPoint centre;    /* of what was seen, in diagram units */
} LpOpenTab;

typedef struct
{
  GPtrArray *tabs;   /* of LpOpenTab, from left to right */
  guint selected;
} LpOpenWindow;

LpOpenTab *lp_open_tab_new (const char *uri);
LpOpenWindow *lp_open_window_new (void);
void lp_open_window_free (LpOpenWindow *window);

/* An array of LpOpenWindow that frees them. */
GPtrArray *lp_open_list_new (void);

/* The text of the file: JSON, one tab per line. */
GBytes *lp_open_list_write (const GPtrArray *windows);
/* Refuses with LP_READ_ERROR what is no such text; what is in it besides is passed over. */
GPtrArray *lp_open_list_read (GBytes *bytes, GError **error);

/* The file in which it is kept, in the user's state directory; free with g_free(). */
char *lp_open_list_dup_path (void);
/* Writes the file at once and atomically; makes its folder. Refuses with G_FILE_ERROR. */
gboolean lp_open_list_save (const GPtrArray *windows, GError **error);
/* Empty where there is no file, or where it cannot be read: nothing that a person made is in it. */
GPtrArray *lp_open_list_load (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpOpenWindow, lp_open_window_free)

G_END_DECLS
