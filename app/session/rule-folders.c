#include "session/rule-folders.h"

#include "rules/own-rules.h"

/* Milliseconds: one write is told in several events. */
#define DELAY 200
/* As deep as a pack is read. */
#define DEPTH 8
/* Of a folder that holds much else, the rest is read again with the next change. */
#define MAX_MONITORS 256

typedef struct
{
  guint number;
  void (*changed) (gpointer data);
  gpointer data;
} Follower;

static struct
{
  GStrv further;
  GArray *followers;
  guint last_number;
  GPtrArray *monitors; /* of GFileMonitor */
  guint source;        /* of the call that is to come, or 0 */
} shared;

static void watch (void);

static gboolean
tell (gpointer data)
{
  g_autoptr (GArray) followers = g_array_copy (shared.followers);

  shared.source = 0;
  watch ();
  for (guint i = 0; i < followers->len; i++)
    {
      const Follower *follower = &g_array_index (followers, Follower, i);
      follower->changed (follower->data);
    }
  return G_SOURCE_REMOVE;
}

static void
tell_soon (void)
{
  if (shared.source == 0 && shared.followers->len > 0)
    shared.source = g_timeout_add (DELAY, tell, NULL);
}

/* --- watching ---------------------------------------------------------------------------------------- */

static void
watch_folder (const char *path, guint depth)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GFileMonitor *monitor = g_file_monitor (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  if (monitor != NULL)
    {
      g_signal_connect (monitor, "changed", G_CALLBACK (tell_soon), NULL);
      g_ptr_array_add (shared.monitors, monitor);
    }
  while (depth > 0 && dir != NULL && shared.monitors->len < MAX_MONITORS && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        watch_folder (child, depth - 1);
    }
}

/* While anybody follows. The user's own folder may appear at any time. */
static void
watch (void)
{
  g_autofree char *own = lp_own_rules_dup_folder ();

  g_ptr_array_set_size (shared.monitors, 0);
  if (shared.followers->len == 0)
    return;
  watch_folder (own, DEPTH);
  for (guint i = 0; shared.further != NULL && shared.further[i] != NULL; i++)
    watch_folder (shared.further[i], DEPTH);
}

static void
ensure (void)
{
  if (shared.followers != NULL)
    return;
  shared.followers = g_array_new (FALSE, FALSE, sizeof (Follower));
  shared.monitors = g_ptr_array_new_with_free_func (g_object_unref);
}

/* --- what others call -------------------------------------------------------------------------------- */

void
lp_rule_folders_set (const char *const *folders)
{
  ensure ();
  g_strfreev (shared.further);
  shared.further = g_strdupv ((GStrv) folders);
  watch ();
  tell_soon ();
}

GStrv
lp_rule_folders_list (void)
{
  return lp_own_rules_list_folders ((const char *const *) shared.further);
}

guint
lp_rule_folders_follow (void (*changed) (gpointer data), gpointer data)
{
  Follower follower = { ++shared.last_number, changed, data };

  ensure ();
  g_array_append_val (shared.followers, follower);
  if (shared.followers->len == 1)
    watch ();
  return follower.number;
}

void
lp_rule_folders_unfollow (guint number)
{
  for (guint i = 0; i < shared.followers->len; i++)
    if (g_array_index (shared.followers, Follower, i).number == number)
      {
        g_array_remove_index (shared.followers, i);
        break;
      }
  if (shared.followers->len > 0)
    return;
  g_ptr_array_set_size (shared.monitors, 0);
  g_clear_handle_id (&shared.source, g_source_remove);
}
