#include "learning/own-scenarios.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/file.h"

#define SUFFIX ".json"
#define MAX_FILES 1000

/* Documents and windows keep pointers to scenarios: what was read once is never freed, and what is read again in the same
 * words is the same one. */
typedef struct
{
  LpScenario *scenario;
  char *checksum;
} Kept;

static GMutex lock;
static GPtrArray *kept; /* of Kept */
static GPtrArray *own;  /* of LpScenario, by id: those of the last reading; NULL before */

char *
lp_own_scenarios_dup_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "loadpath", "scenarios", NULL);
}

static LpScenario *
keep (LpScenario *scenario, const char *checksum)
{
  Kept *entry = g_new (Kept, 1);
  *entry = (Kept){ scenario, g_strdup (checksum) };
  g_ptr_array_add (kept, entry);
  return scenario;
}

static LpScenario *
read_once (GBytes *bytes, const char *path, GError **error)
{
  g_autofree char *checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (kept == NULL)
    kept = g_ptr_array_new ();
  for (guint i = 0; i < kept->len; i++)
    if (g_str_equal (((Kept *) kept->pdata[i])->checksum, checksum))
      return ((Kept *) kept->pdata[i])->scenario;
  LpScenario *scenario = lp_scenario_read (bytes, path, error);
  return scenario != NULL ? keep (scenario, checksum) : NULL;
}

static const LpScenario *
find_own (const char *id)
{
  for (guint i = 0; own != NULL && i < own->len; i++)
    if (g_strcmp0 (((LpScenario *) own->pdata[i])->id, id) == 0)
      return own->pdata[i];
  return NULL;
}

static gboolean
is_built_in (const char *id)
{
  const GPtrArray *built_in = lp_scenarios_get ();
  for (guint i = 0; i < built_in->len; i++)
    if (g_str_equal (((LpScenario *) built_in->pdata[i])->id, id))
      return TRUE;
  return FALSE;
}

static gboolean
read_file (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, error);
  if (bytes == NULL)
    return FALSE;
  LpScenario *scenario = read_once (bytes, path, error);
  if (scenario == NULL)
    return FALSE;
  if (is_built_in (scenario->id) || find_own (scenario->id) != NULL)
    {
      lp_read_error_set (error, LP_READ_ERROR_DUPLICATE, path, (LpPosition){ 0, 0 }, "id",
                         _("there is another scenario “%s”; give this one another id"), scenario->id);
      return FALSE;
    }
  g_ptr_array_add (own, scenario);
  return TRUE;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const LpScenario *const *) a)->id, (*(const LpScenario *const *) b)->id);
}

static void
reload (const char *folder, GPtrArray *errors)
{
  g_autofree char *usual = folder == NULL ? lp_own_scenarios_dup_folder () : NULL;
  g_autoptr (GPtrArray) paths = lp_file_list (folder != NULL ? folder : usual, SUFFIX, NULL);

  g_clear_pointer (&own, g_ptr_array_unref);
  own = g_ptr_array_new ();
  for (guint i = 0; paths != NULL && i < MIN (paths->len, MAX_FILES); i++)
    {
      g_autoptr (GError) error = NULL;
      if (!read_file (paths->pdata[i], &error) && errors != NULL)
        g_ptr_array_add (errors, g_steal_pointer (&error));
    }
  g_ptr_array_sort (own, compare_ids);
}

void
lp_own_scenarios_reload (const char *folder, GPtrArray *errors)
{
  g_mutex_lock (&lock);
  reload (folder, errors);
  g_mutex_unlock (&lock);
}

GPtrArray *
lp_own_scenarios_list (void)
{
  g_mutex_lock (&lock);
  if (own == NULL)
    reload (NULL, NULL);
  GPtrArray *list = g_ptr_array_copy (own, NULL, NULL);
  g_mutex_unlock (&lock);
  return list;
}

/* --- from elsewhere ---------------------------------------------------------------------------------- */

static gboolean
write_file (const char *folder, const LpScenario *scenario, GBytes *bytes, GError **error)
{
  g_autofree char *name = g_strconcat (scenario->id, SUFFIX, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL), *there = NULL;
  gsize size, length;
  const char *data = g_bytes_get_data (bytes, &size);

  if (is_built_in (scenario->id)
      || (g_file_get_contents (path, &there, &length, NULL) && (length != size || memcmp (there, data, size) != 0)))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _("there is another scenario “%s”; give this one another id"),
                   scenario->id);
      return FALSE;
    }
  if (g_mkdir_with_parents (folder, 0700) == 0
      && g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0600, NULL))
    return TRUE;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _("%s cannot be written: %s"), path, g_strerror (errno));
  return FALSE;
}

/* The id becomes the name of a file. */
static gboolean
is_name (const char *id)
{
  return g_regex_match_simple ("^[a-z0-9]+(-[a-z0-9]+)*$", id, 0, 0) && strlen (id) <= 100;
}

const LpScenario *
lp_own_scenarios_add (const char *folder, GBytes *bytes, const char *file, GError **error)
{
  g_autofree char *usual = folder == NULL ? lp_own_scenarios_dup_folder () : NULL;

  g_mutex_lock (&lock);
  const LpScenario *scenario = read_once (bytes, file, error);
  if (scenario != NULL && !is_name (scenario->id))
    {
      lp_read_error_set (error, LP_READ_ERROR_VALUE, file, (LpPosition){ 0, 0 }, "id",
                         _("“%s” is no id: write small letters and digits, joined by hyphens"), scenario->id);
      scenario = NULL;
    }
  if (scenario != NULL && !write_file (folder != NULL ? folder : usual, scenario, bytes, error))
    scenario = NULL;
  if (scenario != NULL)
    reload (folder, NULL);
  g_mutex_unlock (&lock);
  return scenario;
}

/* --- out of the folder ------------------------------------------------------------------------------- */

/* A file may have any name. */
static GBytes *
load (const char *folder, const char *id, char **path, GError **error)
{
  g_autofree char *usual = folder == NULL ? lp_own_scenarios_dup_folder () : NULL;
  g_autoptr (GPtrArray) paths = lp_file_list (folder != NULL ? folder : usual, SUFFIX, NULL);

  for (guint i = 0; paths != NULL && i < MIN (paths->len, MAX_FILES); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (paths->pdata[i]);
      g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);
      const LpScenario *scenario = bytes != NULL ? read_once (bytes, paths->pdata[i], NULL) : NULL;
      if (scenario == NULL || !g_str_equal (scenario->id, id))
        continue;
      *path = g_strdup (paths->pdata[i]);
      return g_steal_pointer (&bytes);
    }
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("The file of “%s” is not there any more"), id);
  return NULL;
}

GBytes *
lp_own_scenarios_load (const char *folder, const char *id, GError **error)
{
  g_autofree char *path = NULL;

  g_mutex_lock (&lock);
  GBytes *bytes = load (folder, id, &path, error);
  g_mutex_unlock (&lock);
  return bytes;
}

GBytes *
lp_own_scenarios_remove (const char *folder, const char *id, GError **error)
{
  g_autofree char *path = NULL;

  g_mutex_lock (&lock);
  GBytes *bytes = load (folder, id, &path, error);
  if (bytes != NULL && g_unlink (path) != 0)
    {
      int code = errno;
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), _("%s cannot be removed: %s"), path,
                   g_strerror (code));
      g_clear_pointer (&bytes, g_bytes_unref);
    }
  reload (folder, NULL);
  g_mutex_unlock (&lock);
  return bytes;
}

gboolean
lp_scenario_looks_like_one (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *const members[] = { "\"situation\"", "\"lesson\"", "\"minutes\"" };
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (g_strstr_len (data, (gssize) size, members[i]) == NULL)
      return FALSE;
  return TRUE;
}
