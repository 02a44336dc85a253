#include <glib/gi18n.h>

#include "base/resources.h"
#include "io/format.h"
#include "io/native.h"
#include "learning/scenario.h"
#include "ui/window/file-error.h"
#include "ui/window/recent-popover.h"
#include "ui/window/window-private.h"

#define SCENARIO_SUFFIX ".json"
#define SAMPLE "samples/three-tier.loadpath"

/* --- showing ----------------------------------------------------------------------------------------- */

static LpDocumentView *
present_document (LpWindow *self, LpDocument *document)
{
  g_autoptr (LpSession) session = lp_session_new (document, NULL);

  return lp_window_present_session (self, session);
}

void
lp_window_new_document (LpWindow *self)
{
  g_autoptr (LpDocument) document = lp_document_new ();
  g_autoptr (LpSession) session = lp_session_new (document, NULL);

  lp_window_add_session (self, session);
}

static void
open_bytes (LpWindow *self, GBytes *bytes, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpDesign) design = lp_native_read (bytes, name, &error);

  if (design == NULL)
    {
      lp_window_complain (self, _("It cannot be opened"), error->message);
      return;
    }
  g_autoptr (LpDocument) document = lp_document_new_from_design (design);
  present_document (self, document);
}

void
lp_window_open_sample (LpWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = lp_resources_load (SAMPLE, &error);

  if (bytes != NULL)
    open_bytes (self, bytes, SAMPLE);
  else
    lp_window_complain (self, _("It cannot be opened"), error->message);
}

void
lp_window_open_reference (LpWindow *self)
{
  g_autoptr (LpDesign) design = lp_document_snapshot (lp_session_get_document (self->session));
  const LpScenario *scenario = lp_scenario_of_design (design);

  if (scenario == NULL)
    return;
  g_autoptr (LpDesign) reference = lp_scenario_untie (scenario->reference);
  g_autoptr (LpDocument) document = lp_document_new_from_design (reference);
  present_document (self, document);
  lp_window_toast (self, _("The reference design: one good answer, there may be others"));
}

/* --- opening ----------------------------------------------------------------------------------------- */

typedef struct
{
  LpWindow *window;
  GCancellable *cancellable;
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->window);
  g_object_unref (opening->cancellable);
  g_free (opening);
}

/* TRUE where it is open already. */
static gboolean
show_open_file (LpWindow *self, GFile *file)
{
  LpDocumentView *there = lp_window_find_file (self, file);

  if (there == NULL)
    return FALSE;
  LpWindow *window = LP_WINDOW (gtk_widget_get_root (GTK_WIDGET (there)));
  lp_window_select_view (window, there);
  gtk_window_present (GTK_WINDOW (window));
  return TRUE;
}

static void
finish_opening (LpWindow *self, GFile *file, LpSession *session, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (session == NULL)
    {
      g_autofree char *name = g_file_get_parse_name (file);
      g_autofree char *body = lp_file_error_describe (error, name);
      lp_window_complain (self, _("The file cannot be opened"), body);
      return;
    }
  lp_recent_add (file);
  /* Asked for twice before it was there. */
  if (!show_open_file (self, file))
    lp_window_present_session (self, session);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  Opening *opening = data;
  LpWindow *self = opening->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (LpSession) session = lp_session_open_finish (result, &error);

  lp_window_end_busy (self, opening->cancellable);
  /* The window was closed meanwhile. */
  if (self->tab_view != NULL)
    finish_opening (self, G_FILE (source), session, error);
  opening_free (opening);
}

void
lp_window_open_document (LpWindow *self, GFile *file)
{
  if (show_open_file (self, file))
    return;
  Opening *opening = g_new0 (Opening, 1);
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *text = g_strdup_printf (_("Opening “%s”…"), name);
  opening->window = g_object_ref (self);
  opening->cancellable = lp_window_begin_busy (self, text);
  lp_session_open_async (file, opening->cancellable, on_opened, opening);
}

void
lp_window_open_file (LpWindow *self, GFile *file)
{
  g_return_if_fail (LP_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));
  g_autofree char *name = g_file_get_basename (file);

  if (name != NULL && g_str_has_suffix (name, SCENARIO_SUFFIX))
    lp_window_open_json (self, file);
  else
    lp_window_open_document (self, file);
}

void
lp_add_file_filter (GtkFileChooser *chooser, const char *name, const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i] + 1);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
add_filters (GtkFileChooser *chooser)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (guint f = 0; lp_formats[f] != NULL; f++)
    for (guint i = 0; lp_formats[f]->suffixes[i] != NULL; i++)
      g_ptr_array_add (all, (gpointer) lp_formats[f]->suffixes[i]);
  g_ptr_array_add (all, (gpointer) SCENARIO_SUFFIX);
  g_ptr_array_add (all, NULL);
  lp_add_file_filter (chooser, _("All that can be read"), (const char *const *) all->pdata);
  for (guint f = 0; lp_formats[f] != NULL; f++)
    lp_add_file_filter (chooser, _ (lp_formats[f]->name), lp_formats[f]->suffixes);
  lp_add_file_filter (chooser, _("Scenario"), (const char *const[]){ SCENARIO_SUFFIX, NULL });
}

static void
on_open_response (GtkNativeDialog *native, int response, LpWindow *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (native));
      for (guint i = 0; i < g_list_model_get_n_items (files); i++)
        {
          g_autoptr (GFile) file = g_list_model_get_item (files, i);
          lp_window_open_file (self, file);
        }
    }
  g_object_unref (native);
}

void
lp_window_choose_file (LpWindow *self)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (_("Open"), GTK_WINDOW (self),
                                                              GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), NULL);

  add_filters (GTK_FILE_CHOOSER (native));
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (native), TRUE);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect_object (native, "response", G_CALLBACK (on_open_response), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}
