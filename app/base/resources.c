#include "base/resources.h"

#include <string.h>

#include "base/sort.h"

#define PREFIX "/io/github/loadpath/Loadpath/"

/* In the source that data/bundle.py makes; to call them also keeps the linker from leaving that source out. */
GResource *lp_data_get_resource (void);
void lp_data_register_resource (void);

/* Never unregistered: a review may still run in its thread while the process exits. Asked for once and remembered:
 * while one thread asks for the first time, another that asks gets none. */
static GResource *
get_data (void)
{
  static gsize data;
  if (g_once_init_enter (&data))
    {
      lp_data_register_resource ();
      g_once_init_leave (&data, (gsize) lp_data_get_resource ());
    }
  return (GResource *) data;
}

GBytes *
lp_resources_load (const char *path, GError **error)
{
  g_autofree char *full = g_strconcat (PREFIX, path, NULL);
  return g_resource_lookup_data (get_data (), full, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

static void
collect (const char *folder, GPtrArray *paths)
{
  g_autofree char *full = g_strconcat (PREFIX, folder, NULL);
  g_auto (GStrv) names
      = g_resource_enumerate_children (get_data (), full, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%s", folder, names[i]);
      char *slash = path + strlen (path) - 1;
      if (*slash != '/')
        {
          g_ptr_array_add (paths, g_steal_pointer (&path));
          continue;
        }
      *slash = '\0';
      collect (path, paths);
    }
}

GStrv
lp_resources_list (const char *folder)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  collect (folder, paths);
  g_ptr_array_sort (paths, lp_compare_strings);
  g_ptr_array_add (paths, NULL);
  return (GStrv) g_ptr_array_steal (paths, NULL);
}
