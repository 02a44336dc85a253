#include "learning/attempt.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/file.h"
#include "io/native.h"

#define ENDING ".loadpath"
#define LAST_ENDING ".last.loadpath"

gboolean
lp_attempt_id_is_good (const char *id)
{
  if (*id == '\0' || *id == '.' || strlen (id) > 200 || g_str_has_suffix (id, ".last"))
    return FALSE;
  for (const char *c = id; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && strchr ("-_.", *c) == NULL)
      return FALSE;
  return TRUE;
}

static char *
dup_folder (const char *name)
{
  return g_build_filename (g_get_user_data_dir (), "loadpath", name, NULL);
}

static GFile *
get_file (const char *folder, const char *id, const char *ending)
{
  if (!lp_attempt_id_is_good (id))
    return NULL;
  g_autofree char *parent = dup_folder (folder), *name = g_strconcat (id, ending, NULL);
  return g_file_new_build_filename (parent, name, NULL);
}

GFile *
lp_attempt_get_file (const char *id)
{
  return get_file ("attempts", id, ENDING);
}

GFile *
lp_attempt_get_last_file (const char *id)
{
  return get_file ("attempts", id, LAST_ENDING);
}

GFile *
lp_attempt_get_exam_file (const char *id)
{
  return get_file ("exam", id, ENDING);
}

char *
lp_attempt_dup_exam_folder (void)
{
  return dup_folder ("exam");
}

static gboolean
is_there (GFile *file)
{
  return file != NULL && g_file_query_exists (file, NULL);
}

gboolean
lp_attempt_exists (const char *id)
{
  g_autoptr (GFile) file = lp_attempt_get_file (id);
  return is_there (file);
}

gboolean
lp_attempt_has_last (const char *id)
{
  g_autoptr (GFile) file = lp_attempt_get_last_file (id);
  return is_there (file);
}

static gboolean
is_in (GFile *file, const char *folder)
{
  g_autofree char *path = dup_folder (folder);
  g_autoptr (GFile) parent = g_file_get_parent (file), wanted = g_file_new_for_path (path);
  return parent != NULL && g_file_equal (parent, wanted);
}

static char *
dup_id_in (GFile *file, const char *folder)
{
  g_autofree char *name = g_file_get_basename (file);

  if (name == NULL || !g_str_has_suffix (name, ENDING) || !is_in (file, folder))
    return NULL;
  name[strlen (name) - strlen (ENDING)] = '\0';
  return lp_attempt_id_is_good (name) ? g_steal_pointer (&name) : NULL;
}

char *
lp_attempt_dup_id (GFile *file)
{
  return dup_id_in (file, "attempts");
}

gboolean
lp_attempt_is_exam_answer (GFile *file)
{
  g_autofree char *id = dup_id_in (file, "exam");
  return id != NULL;
}

gboolean
lp_attempt_is_attempt (GFile *file)
{
  g_autofree char *id = lp_attempt_dup_id (file);
  return id != NULL || lp_attempt_is_exam_answer (file);
}

static gboolean
make_folder (GFile *file, GError **error)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  GError *wrong = NULL;

  if (g_file_make_directory_with_parents (folder, NULL, &wrong)
      || g_error_matches (wrong, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      g_clear_error (&wrong);
      return TRUE;
    }
  g_propagate_error (error, wrong);
  return FALSE;
}

static gboolean
refuse_id (const char *id, GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME, _("“%s” cannot be the name of a file"), id);
  return FALSE;
}

static gboolean
holds (GFile *file, GBytes *bytes)
{
  g_autoptr (GBytes) there = g_file_load_bytes (file, NULL, NULL, NULL);
  return there != NULL && g_bytes_equal (there, bytes);
}

/* The new one is written in full beside them before anything is renamed: where that fails nothing has moved. */
static gboolean
replace (GFile *file, GFile *last, GBytes *bytes, GError **error)
{
  g_autofree char *path = g_file_get_path (file), *last_path = g_file_get_path (last),
                  *new_path = g_strconcat (path, ".new", NULL);
  g_autoptr (GFile) new_file = g_file_new_for_path (new_path);

  if (!lp_file_replace (new_file, bytes, NULL, NULL, NULL, error))
    {
      g_unlink (new_path);
      return FALSE;
    }
  if (g_file_test (path, G_FILE_TEST_EXISTS) && g_rename (path, last_path) != 0)
    {
      g_unlink (new_path);
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("the attempt before this one could not be kept"));
      return FALSE;
    }
  return g_file_move (new_file, file, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, error);
}

gboolean
lp_attempt_begin (const char *id, LpDesign *start, GError **error)
{
  g_autoptr (GFile) file = lp_attempt_get_file (id), last = lp_attempt_get_last_file (id);
  g_autoptr (GBytes) bytes = lp_native_write (start);

  if (file == NULL)
    return refuse_id (id, error);
  if (!make_folder (file, error))
    return FALSE;
  return holds (file, bytes) || replace (file, last, bytes, error);
}

gboolean
lp_attempt_begin_exam (const char *id, LpDesign *start, GError **error)
{
  g_autoptr (GFile) file = lp_attempt_get_exam_file (id);

  if (file == NULL)
    return refuse_id (id, error);
  if (is_there (file))
    return TRUE;
  g_autoptr (GBytes) bytes = lp_native_write (start);
  return make_folder (file, error) && lp_file_replace (file, bytes, NULL, NULL, NULL, error);
}

LpDesign *
lp_attempt_read (GFile *file, GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, error);

  return bytes != NULL ? lp_native_read (bytes, name, error) : NULL;
}

void
lp_attempt_forget (const char *id)
{
  g_autoptr (GFile) file = lp_attempt_get_file (id), last = lp_attempt_get_last_file (id);

  if (file == NULL)
    return;
  g_file_delete (file, NULL, NULL);
  g_file_delete (last, NULL, NULL);
}

void
lp_attempt_forget_exam (void)
{
  g_autofree char *folder = lp_attempt_dup_exam_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
    if (g_str_has_suffix (name, ENDING))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);
        g_unlink (path);
      }
}
