/* What went wrong with a file, and what to do about it, for people. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* `name` is the file's. Errors of the readers keep their position in it. Free with g_free(). */
char *lp_file_error_describe (const GError *error, const char *name);

G_END_DECLS
