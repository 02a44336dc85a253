/* The other programs of Loadpath, which link what `loadpath` must not. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Becomes the program: the one that stands beside this one, or in the build folder `built` relative to it, or where
 * helpers are installed (as far from this program as when it was built, then where they were meant to be), or on the
 * PATH. Returns only where there is none, with LP_EXIT_USAGE and a word on standard error. */
int lp_run_beside (const char *program, const char *built, char **argv);

G_END_DECLS
