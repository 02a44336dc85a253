/* The configuration that holds for the session's file: read where the review runs, and again when one of the files that
 * may be it changes. */
#include "rules/document-checks.h"
#include "rules/own-rules.h"
#include "session/rule-folders.h"
#include "session/session-private.h"

/* Milliseconds: one write is told in several events. */
#define DELAY 200

static void
read_setup_again (gpointer session)
{
  LpSession *self = session;

  g_clear_pointer (&self->setup, lp_review_setup_unref);
  lp_session_start_review (self);
}

static gboolean
read_again (gpointer data)
{
  LpSession *self = data;

  self->configuration_source = 0;
  read_setup_again (self);
  return G_SOURCE_REMOVE;
}

static void
on_changed (LpSession *self)
{
  if (self->configuration_source == 0)
    self->configuration_source = g_timeout_add (DELAY, read_again, self);
}

/* In the folder of the file and in every folder above it, whether there is a file now or not. */
void
lp_session_watch_configuration (LpSession *self)
{
  g_autoptr (GFile) folder = self->file != NULL ? g_file_get_parent (self->file) : NULL;

  if (self->rule_follower == 0)
    self->rule_follower = lp_rule_folders_follow (read_setup_again, self);
  g_ptr_array_set_size (self->configuration_monitors, 0);
  g_clear_pointer (&self->setup, lp_review_setup_unref);
  while (folder != NULL && g_file_is_native (folder))
    {
      g_autoptr (GFile) file = g_file_get_child (folder, LP_CONFIGURATION_NAME);
      GFileMonitor *monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
      GFile *above = g_file_get_parent (folder);
      if (monitor != NULL)
        {
          g_signal_connect_object (monitor, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
          g_ptr_array_add (self->configuration_monitors, monitor);
        }
      g_set_object (&folder, above);
      g_clear_object (&above);
    }
}

void
lp_session_end_configuration (LpSession *self)
{
  g_clear_handle_id (&self->rule_follower, lp_rule_folders_unfollow);
  g_clear_handle_id (&self->configuration_source, g_source_remove);
  g_ptr_array_set_size (self->configuration_monitors, 0);
}

/* --- what is read, on any thread --------------------------------------------------------------------- */

static void
add_problem (const char *file, const GError *error, gpointer setup)
{
  LpReviewSetup *self = setup;
  g_autofree char *text = lp_error_format (error, file);
  g_ptr_array_add (self->problems, g_steal_pointer (&text));
}

static void
load_packs (LpReviewSetup *self)
{
  g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);

  lp_configuration_add_packs (self->configuration, self->pack, errors);
  lp_configuration_check_names (self->configuration, self->pack, errors);
  for (guint i = 0; i < errors->len; i++)
    add_problem (lp_configuration_get_path (self->configuration), errors->pdata[i], self);
}

LpReviewSetup *
lp_review_setup_load (const char *folder, const char *const *own)
{
  LpReviewSetup *self = g_new0 (LpReviewSetup, 1);
  g_autofree char *path = folder != NULL ? lp_configuration_find (folder) : NULL;
  g_autoptr (GError) error = NULL;

  g_atomic_ref_count_init (&self->refs);
  self->problems = g_ptr_array_new_with_free_func (g_free);
  self->pack = lp_pack_new (lp_pack_get_default ());
  lp_own_rules_add (self->pack, own, add_problem, self);
  if (path == NULL)
    return self;
  self->configuration = lp_configuration_load (path, &error);
  if (self->configuration != NULL)
    load_packs (self);
  else
    add_problem (path, error, self);
  return self;
}

LpReviewSetup *
lp_review_setup_ref (LpReviewSetup *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
lp_review_setup_unref (LpReviewSetup *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_clear_pointer (&self->configuration, lp_configuration_unref);
  lp_pack_unref (self->pack);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

LpReview *
lp_review_setup_review (LpReviewSetup *self, LpReviewState *state, LpDesign *design, GCancellable *cancellable)
{
  const LpReviewOptions options = { .cancellable = cancellable, .configuration = self->configuration };
  LpReview *review = lp_review_run_after (state, self->pack, design, &options);

  if (review == NULL || self->problems->len == 0)
    return review;
  GPtrArray *findings = g_ptr_array_copy (review->findings, (GCopyFunc) (void (*) (void)) lp_finding_ref, NULL);
  for (guint i = 0; i < self->problems->len; i++)
    g_ptr_array_add (findings, lp_document_check_configuration (self->problems->pdata[i]));
  LpReview *with = lp_review_new (findings, g_array_ref (review->tallies));
  lp_review_unref (review);
  return with;
}
