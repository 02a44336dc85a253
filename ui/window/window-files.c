#include <glib/gi18n.h>

#include "base/resources.h"
#include "io/format.h"
#include "io/native.h"
#include "session/scenario.h"
#include "ui/window/file-error.h"
#include "ui/window/recent-popover.h"
#include "ui/window/window-private.h"

#define SUFFIX ".loadpath"
#define SAMPLE "samples/three-tier.loadpath"

/* --- showing ----------------------------------------------------------------------------------------- */

void
lp_window_present_session (LpWindow *self, LpSession *session)
{
  LpWindow *window = self;

  if (!lp_window_is_pristine (self))
    window = lp_window_new (ADW_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
  lp_window_set_session (window, session);
  gtk_window_present (GTK_WINDOW (window));
}

static void
present_document (LpWindow *self, LpDocument *document)
{
  g_autoptr (LpSession) session = lp_session_new (document, NULL);

  lp_window_present_session (self, session);
}

void
lp_window_new_document (LpWindow *self)
{
  g_autoptr (LpDocument) document = lp_document_new ();

  present_document (self, document);
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
lp_window_open_scenario (LpWindow *self, const char *id)
{
  const LpScenario *scenario = lp_scenarios_find (id);

  if (scenario == NULL)
    return;
  g_autoptr (LpDocument) document = lp_document_new_from_design (scenario->start);
  present_document (self, document);
}

void
lp_window_open_reference (LpWindow *self)
{
  g_autoptr (LpDesign) design = lp_document_snapshot (lp_session_get_document (self->session));
  const LpScenario *scenario = lp_scenario_of_design (design);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (scenario == NULL)
    return;
  g_autoptr (LpDocument) document = lp_document_new_from_design (scenario->reference);
  g_autoptr (LpSession) session = lp_session_new (document, NULL);
  LpWindow *window = lp_window_new (ADW_APPLICATION (application));
  lp_window_set_session (window, session);
  gtk_window_present (GTK_WINDOW (window));
  lp_window_toast (window, _("The reference design: one good answer, there may be others"));
}

/* --- opening ----------------------------------------------------------------------------------------- */

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LpWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LpSession) session = lp_session_open_finish (result, &error);

  lp_window_set_busy (self, NULL, NULL);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (session == NULL)
    {
      g_autofree char *name = g_file_get_parse_name (G_FILE (source));
      g_autofree char *body = lp_file_error_describe (error, name);
      lp_window_complain (self, _("The file cannot be opened"), body);
      return;
    }
  lp_recent_add (G_FILE (source));
  lp_window_present_session (self, session);
}

static LpWindow *
find_window (LpWindow *self, GFile *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  for (GList *l = application != NULL ? gtk_application_get_windows (application) : NULL; l != NULL; l = l->next)
    {
      LpSession *session = LP_IS_WINDOW (l->data) ? LP_WINDOW (l->data)->session : NULL;
      GFile *open = session != NULL ? lp_session_get_file (session) : NULL;
      if (open != NULL && g_file_equal (open, file))
        return l->data;
    }
  return NULL;
}

void
lp_window_open_file (LpWindow *self, GFile *file)
{
  g_return_if_fail (LP_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  LpWindow *there = find_window (self, file);
  if (there != NULL)
    {
      gtk_window_present (GTK_WINDOW (there));
      return;
    }
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *text = g_strdup_printf (_("Opening “%s”…"), name);
  lp_window_set_busy (self, text, cancellable);
  lp_session_open_async (file, cancellable, on_opened, g_object_ref (self));
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *const *suffixes)
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
  g_ptr_array_add (all, NULL);
  add_filter (chooser, _("All that can be read"), (const char *const *) all->pdata);
  for (guint f = 0; lp_formats[f] != NULL; f++)
    add_filter (chooser, _ (lp_formats[f]->name), lp_formats[f]->suffixes);
}

static void
on_open_response (GtkNativeDialog *native, int response, LpWindow *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));
      lp_window_open_file (self, file);
    }
  g_object_unref (native);
}

void
lp_window_choose_file (LpWindow *self)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (_("Open"), GTK_WINDOW (self),
                                                              GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), NULL);

  add_filters (GTK_FILE_CHOOSER (native));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect_object (native, "response", G_CALLBACK (on_open_response), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

/* --- saving ------------------------------------------------------------------------------------------ */

typedef struct
{
  LpWindow *window;
  GFile *file;
  void (*then) (LpWindow *window);
} Save;

static void
save_free (Save *save)
{
  g_object_unref (save->window);
  g_clear_object (&save->file);
  g_free (save);
}

static void start_save (Save *save, gboolean force);

static void
on_overwrite_response (AdwMessageDialog *dialog, const char *response, Save *save)
{
  if (g_str_equal (response, "overwrite"))
    {
      start_save (save, TRUE);
      return;
    }
  if (g_str_equal (response, "elsewhere"))
    lp_window_save (save->window, TRUE, save->then);
  save_free (save);
}

static void
ask_to_overwrite (Save *save)
{
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (save->window), _("The file was changed by another program"),
      _("Saving here would overwrite what the other program wrote."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "elsewhere",
                                    _("Save _Elsewhere…"), "overwrite", _("_Overwrite"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "overwrite", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "elsewhere");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (on_overwrite_response), save);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  Save *save = data;
  LpWindow *self = save->window;
  g_autoptr (GError) error = NULL;

  lp_window_set_busy (self, NULL, NULL);
  if (lp_session_save_finish (LP_SESSION (source), result, &error))
    {
      lp_recent_add (save->file);
      lp_window_toast (self, _("Saved"));
      if (save->then != NULL)
        save->then (self);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    {
      ask_to_overwrite (save);
      return;
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *name = g_file_get_parse_name (save->file);
      g_autofree char *body = lp_file_error_describe (error, name);
      lp_window_complain (self, _("The file could not be saved"), body);
    }
  save_free (save);
}

static void
start_save (Save *save, gboolean force)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  lp_window_set_busy (save->window, _("Saving…"), cancellable);
  lp_session_save_async (save->window->session, save->file, force, cancellable, on_saved, save);
}

static void
on_save_response (GtkNativeDialog *native, int response, Save *save)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      save->file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));
      start_save (save, FALSE);
    }
  else
    save_free (save);
  g_object_unref (native);
}

static void
choose_target (Save *save)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (_("Save As"), GTK_WINDOW (save->window),
                                                              GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  g_autofree char *name = lp_session_dup_wanted_name (save->window->session);
  g_autofree char *file = g_strconcat (name, SUFFIX, NULL);

  add_filter (GTK_FILE_CHOOSER (native), _ (lp_format_native.name), lp_format_native.suffixes);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), file);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect (native, "response", G_CALLBACK (on_save_response), save);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

void
lp_window_save (LpWindow *self, gboolean as, void (*then) (LpWindow *window))
{
  Save *save = g_new0 (Save, 1);
  GFile *file = lp_session_get_file (self->session);

  save->window = g_object_ref (self);
  save->then = then;
  if (as || file == NULL)
    {
      choose_target (save);
      return;
    }
  save->file = g_object_ref (file);
  start_save (save, FALSE);
}
