/* Strings that are there once, so that equal ones are the same pointer, on every thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The one string with this text; release with g_ref_string_release(), on any thread. It is kept until the program ends:
 * GLib's own interned strings may be taken hold of by one thread while another lets go of the last reference, and are
 * then used after they were freed (g_ref_string_new_intern() of GLib 2.74). */
GRefString *lp_intern (const char *text);

G_END_DECLS
