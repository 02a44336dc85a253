#include "ui/canvas/clip-provider.h"

#include "io/native.h"
#include "render/export.h"
#include "scene/scene.h"

/* Pixels per unit of a picture. */
#define SCALE 2.0

struct _LpClipProvider
{
  GdkContentProvider parent_instance;

  LpDesign *clip;
  gboolean picture_only;
};

G_DEFINE_FINAL_TYPE (LpClipProvider, lp_clip_provider, GDK_TYPE_CONTENT_PROVIDER)

static const char *const mime_types[]
    = { LP_CLIP_MIME_TYPE, LP_CLIP_SVG_TYPE, LP_CLIP_PNG_TYPE, "text/plain;charset=utf-8", "text/plain" };
static const char *const picture_types[] = { LP_CLIP_PNG_TYPE };

static GdkContentFormats *
lp_clip_provider_ref_formats (GdkContentProvider *provider)
{
  return LP_CLIP_PROVIDER (provider)->picture_only
             ? gdk_content_formats_new ((const char **) picture_types, G_N_ELEMENTS (picture_types))
             : gdk_content_formats_new ((const char **) mime_types, G_N_ELEMENTS (mime_types));
}

/* Always on white paper: it goes into other people's documents. */
static GBytes *
draw (LpDesign *clip, const char *format, GBytes *source, GError **error)
{
  g_autoptr (LpScene) scene = lp_scene_new (clip, lp_catalogue_get_default (), NULL, (LpSceneOptions){ 0 });
  LpExportOptions options = { .format = format, .theme = LP_THEME_LIGHT, .scale = SCALE, .source = source };

  return lp_export (scene, &options, error);
}

static GBytes *
make (LpDesign *clip, const char *mime_type, GError **error)
{
  g_autoptr (GBytes) native = lp_native_write (clip);

  if (g_str_equal (mime_type, LP_CLIP_SVG_TYPE))
    return draw (clip, "svg", native, error);
  if (g_str_equal (mime_type, LP_CLIP_PNG_TYPE))
    return draw (clip, "png", NULL, error);
  return g_steal_pointer (&native);
}

/* --- writing ----------------------------------------------------------------------------------------- */

typedef struct
{
  LpDesign *clip;
  char *mime_type;
  GOutputStream *stream;
  GBytes *bytes; /* once they are made */
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  lp_design_unref (writing->clip);
  g_free (writing->mime_type);
  g_object_unref (writing->stream);
  g_clear_pointer (&writing->bytes, g_bytes_unref);
  g_free (writing);
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Writing *writing = data;
  GError *error = NULL;
  GBytes *bytes = make (writing->clip, writing->mime_type, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Writing *writing = g_task_get_task_data (task);
  GError *error = NULL;
  gsize size;

  writing->bytes = g_task_propagate_pointer (G_TASK (result), &error);
  if (writing->bytes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  gconstpointer contents = g_bytes_get_data (writing->bytes, &size);
  g_output_stream_write_all_async (writing->stream, contents, size, g_task_get_priority (task),
                                   g_task_get_cancellable (task), on_written, g_object_ref (task));
}

static Writing *
writing_new (LpClipProvider *self, const char *mime_type, GOutputStream *stream)
{
  Writing *writing = g_new0 (Writing, 1);

  writing->clip = lp_design_ref (self->clip);
  writing->mime_type = g_strdup (mime_type);
  writing->stream = g_object_ref (stream);
  return writing;
}

static void
lp_clip_provider_write_mime_type_async (GdkContentProvider *provider, const char *mime_type, GOutputStream *stream,
                                        int io_priority, GCancellable *cancellable, GAsyncReadyCallback callback,
                                        gpointer data)
{
  LpClipProvider *self = LP_CLIP_PROVIDER (provider);
  g_autoptr (GTask) task = g_task_new (provider, cancellable, callback, data);
  g_autoptr (GTask) making = g_task_new (provider, cancellable, on_made, g_object_ref (task));

  g_task_set_priority (task, io_priority);
  g_task_set_task_data (task, writing_new (self, mime_type, stream), writing_free);
  g_task_set_task_data (making, writing_new (self, mime_type, stream), writing_free);
  g_task_run_in_thread (making, make_in_thread);
}

static gboolean
lp_clip_provider_write_mime_type_finish (GdkContentProvider *provider, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- object ------------------------------------------------------------------------------------------ */

static void
lp_clip_provider_finalize (GObject *object)
{
  lp_design_unref (LP_CLIP_PROVIDER (object)->clip);
  G_OBJECT_CLASS (lp_clip_provider_parent_class)->finalize (object);
}

static void
lp_clip_provider_class_init (LpClipProviderClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lp_clip_provider_finalize;
  provider_class->ref_formats = lp_clip_provider_ref_formats;
  provider_class->write_mime_type_async = lp_clip_provider_write_mime_type_async;
  provider_class->write_mime_type_finish = lp_clip_provider_write_mime_type_finish;
}

static void
lp_clip_provider_init (LpClipProvider *self)
{
}

GdkContentProvider *
lp_clip_provider_new (LpDesign *clip, gboolean picture_only)
{
  LpClipProvider *self = g_object_new (LP_TYPE_CLIP_PROVIDER, NULL);

  self->clip = lp_design_ref (clip);
  self->picture_only = picture_only;
  return GDK_CONTENT_PROVIDER (self);
}
