#include "ui/canvas/clip-reader.h"

#include <glib/gi18n.h>
#include <string.h>

#include "io/pasted.h"
#include "scene/bitmap.h"
#include "ui/canvas/clip-provider.h"

#define CHUNK (256u << 10)

/* The forms that are asked for, one after the other, until one will do. */
typedef enum
{
  FORM_NATIVE,
  FORM_SVG,
  FORM_TEXT,
  FORM_PICTURE,
  FORM_END,
} Form;

typedef struct
{
  Form form;
  GByteArray *bytes; /* of the form that is being read */
  LpPasted *pasted;
} Reading;

void
lp_pasted_free (LpPasted *pasted)
{
  g_clear_pointer (&pasted->clip, lp_design_unref);
  g_clear_pointer (&pasted->image, g_bytes_unref);
  g_free (pasted->text);
  g_free (pasted);
}

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_byte_array_unref (reading->bytes);
  g_clear_pointer (&reading->pasted, lp_pasted_free);
  g_free (reading);
}

static void try_form (GTask *task);

static void
try_next (GTask *task)
{
  Reading *reading = g_task_get_task_data (task);

  reading->form++;
  try_form (task);
}

static void
give (GTask *task)
{
  Reading *reading = g_task_get_task_data (task);

  g_task_return_pointer (task, g_steal_pointer (&reading->pasted), (GDestroyNotify) lp_pasted_free);
}

/* --- bytes ------------------------------------------------------------------------------------------- */

/* Damaged components are said to be so; a picture that carries no drawing is still a picture. */
static void
use_bytes (GTask *task)
{
  Reading *reading = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (reading->bytes->data, reading->bytes->len);

  reading->pasted->clip = lp_pasted_read (bytes, lp_catalogue_get_default (), &error);
  if (reading->pasted->clip != NULL)
    give (task);
  else if (reading->form == FORM_NATIVE)
    g_task_return_error (task, error);
  else
    {
      g_error_free (error);
      try_next (task);
    }
}

static void
on_chunk (GObject *source, GAsyncResult *result, gpointer data)
{
  GInputStream *stream = G_INPUT_STREAM (source);
  g_autoptr (GTask) task = data;
  Reading *reading = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GBytes) chunk = g_input_stream_read_bytes_finish (stream, result, &error);

  if (chunk == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_byte_array_append (reading->bytes, g_bytes_get_data (chunk, NULL), g_bytes_get_size (chunk));
  if (g_bytes_get_size (chunk) == 0 || reading->bytes->len > LP_PASTED_MAX_BYTES)
    use_bytes (task);
  else
    g_input_stream_read_bytes_async (stream, CHUNK, G_PRIORITY_DEFAULT, g_task_get_cancellable (task), on_chunk,
                                     g_object_ref (task));
}

static void
on_stream (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Reading *reading = g_task_get_task_data (task);
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);

  if (stream == NULL)
    {
      try_next (task);
      return;
    }
  g_byte_array_set_size (reading->bytes, 0);
  g_input_stream_read_bytes_async (stream, CHUNK, G_PRIORITY_DEFAULT, g_task_get_cancellable (task), on_chunk,
                                   g_object_ref (task));
}

/* --- text and pictures ------------------------------------------------------------------------------- */

static void
on_text (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Reading *reading = g_task_get_task_data (task);

  g_free (reading->pasted->text);
  reading->pasted->text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  if (reading->pasted->text != NULL)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (reading->pasted->text, strlen (reading->pasted->text));
      reading->pasted->clip = lp_pasted_read (bytes, lp_catalogue_get_default (), NULL);
    }
  if (reading->pasted->clip != NULL)
    give (task);
  else
    try_next (task);
}

static void
on_encoded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Reading *reading = g_task_get_task_data (task);

  reading->pasted->image = g_task_propagate_pointer (G_TASK (result), NULL);
  try_next (task);
}

static void
encode_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, gdk_texture_save_to_png_bytes (data), (GDestroyNotify) g_bytes_unref);
}

static gboolean
is_too_large (GdkTexture *texture)
{
  guint width = gdk_texture_get_width (texture), height = gdk_texture_get_height (texture);

  return width > LP_BITMAP_MAX_SIDE || height > LP_BITMAP_MAX_SIDE || width * height > LP_BITMAP_MAX_PIXELS;
}

static void
on_texture (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GdkTexture) texture = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result, NULL);

  if (texture == NULL)
    try_next (task);
  else if (is_too_large (texture))
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                             _("The picture has %d by %d pixels, which is too large for a drawing; make it smaller"),
                             gdk_texture_get_width (texture), gdk_texture_get_height (texture));
  else
    {
      g_autoptr (GTask) encoding = g_task_new (NULL, NULL, on_encoded, g_object_ref (task));
      g_task_set_task_data (encoding, g_steal_pointer (&texture), g_object_unref);
      g_task_run_in_thread (encoding, encode_in_thread);
    }
}

/* --- one form after the other ------------------------------------------------------------------------ */

static gboolean
has_form (GdkClipboard *clipboard, Form form)
{
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  if (form == FORM_NATIVE)
    return gdk_content_formats_contain_mime_type (formats, LP_CLIP_MIME_TYPE);
  if (form == FORM_SVG)
    return gdk_content_formats_contain_mime_type (formats, LP_CLIP_SVG_TYPE);
  GdkContentFormats *readable = gdk_content_formats_union_deserialize_gtypes (gdk_content_formats_ref (formats));
  gboolean has
      = gdk_content_formats_contain_gtype (readable, form == FORM_TEXT ? G_TYPE_STRING : GDK_TYPE_TEXTURE);
  gdk_content_formats_unref (readable);
  return has;
}

static void
finish (GTask *task)
{
  Reading *reading = g_task_get_task_data (task);

  if (reading->pasted->image != NULL || (reading->pasted->text != NULL && reading->pasted->text[0] != '\0'))
    give (task);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("There is nothing to paste"));
}

static void
try_form (GTask *task)
{
  static const char *const types[][2] = { { LP_CLIP_MIME_TYPE, NULL }, { LP_CLIP_SVG_TYPE, NULL } };
  GdkClipboard *clipboard = g_task_get_source_object (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  Reading *reading = g_task_get_task_data (task);

  while (reading->form < FORM_END && !has_form (clipboard, reading->form))
    reading->form++;
  if (reading->form == FORM_END)
    finish (task);
  else if (reading->form == FORM_TEXT)
    gdk_clipboard_read_text_async (clipboard, cancellable, on_text, g_object_ref (task));
  else if (reading->form == FORM_PICTURE)
    gdk_clipboard_read_texture_async (clipboard, cancellable, on_texture, g_object_ref (task));
  else
    gdk_clipboard_read_async (clipboard, (const char **) types[reading->form], G_PRIORITY_DEFAULT, cancellable,
                              on_stream, g_object_ref (task));
}

void
lp_clip_read_async (GdkClipboard *clipboard, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (clipboard, cancellable, callback, data);
  Reading *reading = g_new0 (Reading, 1);

  reading->bytes = g_byte_array_new ();
  reading->pasted = g_new0 (LpPasted, 1);
  g_task_set_task_data (task, reading, reading_free);
  try_form (task);
}

LpPasted *
lp_clip_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
