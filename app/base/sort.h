/* Orders for g_ptr_array_sort() and qsort(). */
#pragma once

#include <string.h>

#include <glib.h>

G_BEGIN_DECLS

/* Strings, byte by byte; none may be NULL. */
static inline int
lp_compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

G_END_DECLS
