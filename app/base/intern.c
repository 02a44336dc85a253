#include "base/intern.h"

GRefString *
lp_intern (const char *text)
{
  static GMutex mutex;
  static GHashTable *strings;

  g_mutex_lock (&mutex);
  if (strings == NULL)
    strings = g_hash_table_new (g_str_hash, g_str_equal);
  GRefString *string = g_hash_table_lookup (strings, text);
  if (string == NULL)
    {
      string = g_ref_string_new (text);
      g_hash_table_add (strings, string);
    }
  g_ref_string_acquire (string);
  g_mutex_unlock (&mutex);
  return string;
}
