/* The same work for many numbers, on all cores. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many threads lp_parallel_each() uses for so many numbers. */
guint lp_parallel_threads (guint n);

/* Calls `each` for 0 to n-1, each once and in no certain order, and returns when all are done. `thread` counts the
 * threads from 0: what is kept by thread needs no lock. The calling thread is one of them, and the only one where there
 * is one core. */
void lp_parallel_each (guint n, void (*each) (guint i, guint thread, gpointer data), gpointer data);

G_END_DECLS
