#include "ui/window/picture-writer.h"

#include "io/native.h"
#include "render/export.h"

typedef struct
{
  LpDesign *design;
  LpReview *review;
  LpScene *shown;
  LpPictureChoice choice;
  GFile *file;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  lp_design_unref (job->design);
  g_clear_pointer (&job->review, lp_review_unref);
  g_clear_pointer (&job->shown, lp_scene_unref);
  g_object_unref (job->file);
  g_free (job);
}

static GBytes *
draw (const Job *job, GError **error)
{
  const LpPictureChoice *choice = &job->choice;
  LpSceneOptions parts = {
    .annotate = choice->annotate, .numbers = TRUE, .legend = choice->annotate, .title = choice->annotate
  };
  g_autoptr (LpScene) scene = lp_scene_new_after (job->shown, job->design, lp_catalogue_get_default (),
                                                  choice->annotate ? job->review : NULL, parts);
  g_autoptr (GBytes) source = lp_native_write (job->design);
  LpExportOptions options = {
    .format = choice->format,
    .theme = choice->theme,
    .auto_theme = choice->auto_theme,
    .scale = choice->scale,
    .source = source,
  };

  return lp_export (scene, &options, error);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = draw (job, &error);
  gsize size = 0;
  const char *contents = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  if (bytes != NULL
      && g_file_replace_contents (job->file, contents, size, NULL, FALSE, G_FILE_CREATE_NONE, NULL, cancellable,
                                  &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
lp_picture_write_async (LpDesign *design, LpReview *review, LpScene *shown, const LpPictureChoice *choice, GFile *file,
                        GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  job->design = lp_design_ref (design);
  job->review = review != NULL ? lp_review_ref (review) : NULL;
  job->shown = shown != NULL ? lp_scene_ref (shown) : NULL;
  job->choice = *choice;
  job->file = g_object_ref (file);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, write_in_thread);
}

gboolean
lp_picture_write_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
