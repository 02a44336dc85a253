#include "session/session-private.h"

#include <glib/gi18n.h>

#include "io/native.h"

/* Larger than any drawing that a person made; the readers have limits of their own behind it. */
#define MAX_BYTES (256u << 20)

typedef struct
{
  LpImport *import;
  char *etag;
  char *checksum;
} Opened;

static void
opened_free (gpointer data)
{
  Opened *opened = data;

  g_clear_pointer (&opened->import, lp_import_free);
  g_free (opened->etag);
  g_free (opened->checksum);
  g_free (opened);
}

static GBytes *
read_all (GFile *file, char **etag, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  /* The etag from before the reading: a change in between is then noticed when saving. */
  g_autoptr (GFileInfo) info
      = g_file_query_info (file,
                           G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE
                                                          "," G_FILE_ATTRIBUTE_ETAG_VALUE,
                           G_FILE_QUERY_INFO_NONE, cancellable, error);

  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _("“%s” is not a file"), name);
      return NULL;
    }
  if (g_file_info_get_size (info) > MAX_BYTES)
    {
      lp_read_error_set (error, LP_READ_ERROR_SIZE, name, (LpPosition){ 0, 0 }, NULL,
                         _("the file is larger than %u MiB; split it"), MAX_BYTES >> 20);
      return NULL;
    }
  *etag = g_strdup (g_file_info_get_etag (info));
  return g_file_load_bytes (file, cancellable, NULL, error);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GFile *file = data;
  GError *error = NULL;
  g_autofree char *etag = NULL;
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (GBytes) bytes = read_all (file, &etag, cancellable, &error);
  LpImport *import = bytes != NULL ? lp_import_bytes (bytes, name, lp_catalogue_get_default (), &error) : NULL;

  if (import == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  Opened *opened = g_new0 (Opened, 1);
  opened->import = import;
  opened->etag = g_steal_pointer (&etag);
  opened->checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_task_return_pointer (task, opened, opened_free);
}

void
lp_session_open_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (G_IS_FILE (file));

  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, data);
  g_task_set_source_tag (task, lp_session_open_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, open_in_thread);
}

static GStrv
describe_notes (const LpImportPart *part)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < part->notes->len; i++)
    {
      const LpImportNote *note = g_ptr_array_index (part->notes, i);
      g_autofree char *line = note->place != NULL && *note->place != '\0'
                                  ? g_strdup_printf ("%s: %s", note->place, note->message)
                                  : g_strdup (note->message);
      g_strv_builder_add (builder, line);
    }
  return g_strv_builder_end (builder);
}

static LpSession *
session_of_part (LpImport *import, guint index, GFile *file)
{
  LpImportPart *part = g_ptr_array_index (import->parts, index);
  g_autoptr (LpDocument) document = lp_document_new_from_design (part->design);
  gboolean is_native = g_str_equal (import->format, lp_format_native.id);
  LpSession *session = lp_session_new (document, is_native ? file : NULL);

  g_strfreev (session->notes);
  session->notes = describe_notes (part);
  if (!is_native)
    {
      g_autofree char *stem = lp_session_name_of_file (file);
      /* Pages of one file are files of their own. */
      session->wanted_name = import->parts->len > 1 && part->name != NULL
                                 ? g_strdup_printf ("%s – %s", stem, part->name)
                                 : g_steal_pointer (&stem);
      g_autofree char *base = g_file_get_basename (file);
      g_autofree char *display = g_filename_display_name (base);
      session->name = part->name != NULL ? g_strdup_printf ("%s – %s", display, part->name)
                                         : g_steal_pointer (&display);
    }
  lp_session_start_journal (session);
  return session;
}

LpSession *
lp_session_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  GFile *file = G_FILE (g_task_get_source_object (G_TASK (result)));
  Opened *opened = g_task_propagate_pointer (G_TASK (result), error);
  if (opened == NULL)
    return NULL;
  LpSession *session = session_of_part (opened->import, 0, file);
  session->etag = g_steal_pointer (&opened->etag);
  session->checksum = g_steal_pointer (&opened->checksum);
  lp_session_start_journal (session);
  if (opened->import->parts->len > 1)
    {
      g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
      for (guint i = 0; i < opened->import->parts->len; i++)
        {
          const LpImportPart *part = g_ptr_array_index (opened->import->parts, i);
          g_autofree char *number = g_strdup_printf (_("Page %u"), i + 1);
          g_strv_builder_add (names, part->name != NULL ? part->name : number);
        }
      g_strfreev (session->part_names);
      session->part_names = g_strv_builder_end (names);
      session->import = g_steal_pointer (&opened->import);
      session->source = g_object_ref (file);
    }
  opened_free (opened);
  return session;
}

LpSession *
lp_session_open_part (LpSession *session, guint index)
{
  g_return_val_if_fail (LP_IS_SESSION (session), NULL);
  g_return_val_if_fail (session->import != NULL && index < session->import->parts->len, NULL);

  return session_of_part (session->import, index, session->source);
}
