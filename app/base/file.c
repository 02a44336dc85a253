#include "base/file.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/sort.h"

static const char *
words_for (int code, gboolean writing)
{
  switch (code)
    {
    case G_IO_ERROR_NOT_FOUND:
      return writing ? _("there is no such folder; make it, or choose another") : _("there is no such file");
    case G_IO_ERROR_IS_DIRECTORY:
      return _("is a folder; name a file");
    case G_IO_ERROR_NOT_DIRECTORY:
      return _("a part of the path is a file, not a folder");
    case G_IO_ERROR_PERMISSION_DENIED:
      return writing ? _("may not be written; check its permissions")
                     : _("may not be read; check its permissions");
    case G_IO_ERROR_READ_ONLY:
      return _("is on a disk that may not be written");
    case G_IO_ERROR_NO_SPACE:
      return _("the disk is full; nothing was written");
    case G_IO_ERROR_FILENAME_TOO_LONG:
      return _("the name is too long");
    default:
      return NULL;
    }
}

static int
io_code (const GError *error)
{
  if (error->domain == G_IO_ERROR)
    return error->code;
  if (error->domain != G_FILE_ERROR)
    return G_IO_ERROR_FAILED;
  switch (error->code)
    {
    case G_FILE_ERROR_NOENT:
      return G_IO_ERROR_NOT_FOUND;
    case G_FILE_ERROR_ISDIR:
      return G_IO_ERROR_IS_DIRECTORY;
    case G_FILE_ERROR_NOTDIR:
      return G_IO_ERROR_NOT_DIRECTORY;
    case G_FILE_ERROR_ACCES:
      return G_IO_ERROR_PERMISSION_DENIED;
    default:
      return G_IO_ERROR_FAILED;
    }
}

void
lp_file_error_reword (GError *error, gboolean writing)
{
  const char *words = error != NULL ? words_for (io_code (error), writing) : NULL;
  if (words == NULL)
    return;
  g_free (error->message);
  error->message = g_strdup (words);
}

GBytes *
lp_file_read (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  GError *wrong = NULL;
  GBytes *bytes = g_file_load_bytes (file, NULL, NULL, &wrong);

  lp_file_error_reword (wrong, FALSE);
  if (wrong != NULL)
    g_propagate_error (error, wrong);
  return bytes;
}

GBytes *
lp_file_read_standard_input (GError **error)
{
  g_autoptr (GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  if (g_output_stream_splice (memory, input, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, error) < 0)
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

/* GIO would write through a link in place, which a crash could cut short. */
static GFile *
follow_links (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  char *real = path != NULL ? realpath (path, NULL) : NULL;
  GFile *target = real != NULL ? g_file_new_for_path (real) : g_object_ref (file);
  free (real);
  return target;
}

static void
sync_path (const char *path, int flags)
{
  /* Not blocking: the path may be a pipe, where there is nothing to sync. */
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | flags);
  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

/* GIO sees to it for a file that was there before, not for a new one, nor for the name of either. */
static void
sync_file (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;
  if (path == NULL)
    return;
  sync_path (path, 0);
  sync_path (folder, O_DIRECTORY);
}

/* Closing puts the new file in its place, also after an error and also in g_file_replace_contents(); closing with a
 * cancelled cancellable removes it. */
static void
abandon (GOutputStream *stream)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_cancellable_cancel (cancelled);
  g_output_stream_close (stream, cancelled, NULL);
}

gboolean
lp_file_replace (GFile *file, GBytes *bytes, const char *etag, char **new_etag, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) target = follow_links (file);
  g_autoptr (GFileOutputStream) stream
      = g_file_replace (target, etag, FALSE, G_FILE_CREATE_NONE, cancellable, error);
  gsize size;
  const char *contents = g_bytes_get_data (bytes, &size);
  if (stream == NULL)
    return FALSE;
  if (!g_output_stream_write_all (G_OUTPUT_STREAM (stream), contents, size, NULL, cancellable, error))
    {
      abandon (G_OUTPUT_STREAM (stream));
      return FALSE;
    }
  if (!g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error))
    return FALSE;
  if (new_etag != NULL)
    *new_etag = g_file_output_stream_get_etag (stream);
  sync_file (target);
  return TRUE;
}

gboolean
lp_file_write (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  GError *wrong = NULL;

  if (lp_file_replace (file, bytes, NULL, NULL, NULL, &wrong))
    return TRUE;
  lp_file_error_reword (wrong, TRUE);
  g_propagate_error (error, wrong);
  return FALSE;
}

gboolean
lp_file_is_same (const char *a, const char *b)
{
  g_autofree char *whole_a = g_canonicalize_filename (a, NULL), *whole_b = g_canonicalize_filename (b, NULL);
  GStatBuf of_a, of_b;

  if (g_str_equal (whole_a, whole_b))
    return TRUE;
  return g_stat (a, &of_a) == 0 && g_stat (b, &of_b) == 0 && of_a.st_dev == of_b.st_dev
         && of_a.st_ino == of_b.st_ino;
}

GPtrArray *
lp_file_list (const char *folder, const char *suffix, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  if (dir == NULL)
    return NULL;
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    if (g_str_has_suffix (name, suffix))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, lp_compare_strings);
  return paths;
}
