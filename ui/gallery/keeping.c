#include "ui/gallery/keeping.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "learning/attempt.h"
#include "learning/progress.h"
#include "ui/gallery/notice.h"

#define FILE_NAME "loadpath-progress.json"

static GtkWindow *
window_of (GtkWidget *widget)
{
  return GTK_WINDOW (gtk_widget_get_root (widget));
}

/* --- files ------------------------------------------------------------------------------------------- */

static void
choose (GtkWidget *widget, const char *title, GtkFileChooserAction action, const char *accept, GCallback on_response)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (title, window_of (widget), action, accept, NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Progress"));
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (native), filter);
  if (action == GTK_FILE_CHOOSER_ACTION_SAVE)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), FILE_NAME);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect_object (native, "response", on_response, widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

/* The path that was chosen, or NULL. */
static char *
take_path (GtkNativeDialog *native, int response)
{
  g_autoptr (GFile) file
      = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native)) : NULL;
  char *path = file != NULL ? g_file_get_path (file) : NULL;

  g_object_unref (native);
  return path;
}

static void
on_export (GtkNativeDialog *native, int response, GtkWidget *widget)
{
  g_autofree char *path = take_path (native, response);
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return;
  if (lp_progress_export (lp_progress_get_default (), path, &error))
    lp_gallery_show_toast (widget, adw_toast_new (_("Progress was exported")));
  else
    lp_gallery_complain (widget, _("Progress cannot be exported"), error);
}

static void
on_import (GtkNativeDialog *native, int response, GtkWidget *widget)
{
  g_autofree char *path = take_path (native, response);
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return;
  if (lp_progress_import (lp_progress_get_default (), path, &error))
    lp_gallery_show_toast (widget, adw_toast_new (_("Progress was imported")));
  else
    lp_gallery_complain (widget, _("Progress cannot be imported"), error);
}

void
lp_keeping_export (GtkWidget *widget)
{
  choose (widget, _("Export Progress"), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"), G_CALLBACK (on_export));
}

void
lp_keeping_import (GtkWidget *widget)
{
  choose (widget, _("Import Progress"), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Import"), G_CALLBACK (on_import));
}

/* --- reset ------------------------------------------------------------------------------------------- */

/* A file as it was before. */
typedef struct
{
  GFile *file;
  GBytes *bytes;
} Kept;

/* What a reset removed, until it cannot be taken back any more. */
typedef struct
{
  char *progress; /* the path of an exported copy */
  GArray *files;  /* of Kept: the attempts */
} Backup;

static void
clear_kept (gpointer data)
{
  Kept *kept = data;

  g_object_unref (kept->file);
  g_bytes_unref (kept->bytes);
}

static void
backup_free (Backup *backup)
{
  g_unlink (backup->progress);
  g_free (backup->progress);
  g_array_unref (backup->files);
  g_free (backup);
}

/* Takes over the file, which may be NULL or not be there. */
static void
keep_file (Backup *backup, GFile *file)
{
  Kept kept = { file, file != NULL ? g_file_load_bytes (file, NULL, NULL, NULL) : NULL };

  if (kept.bytes != NULL)
    g_array_append_val (backup->files, kept);
  else
    g_clear_object (&file);
}

/* NULL where nothing can be written: then nothing is to be removed. */
static Backup *
back_up (LpProgress *progress, GError **error)
{
  g_autofree char *path = NULL;
  int descriptor = g_file_open_tmp ("loadpath-progress-XXXXXX", &path, error);

  if (descriptor < 0 || !g_close (descriptor, error) || !lp_progress_export (progress, path, error))
    return NULL;
  Backup *backup = g_new0 (Backup, 1);
  g_auto (GStrv) ids = lp_progress_list (progress);
  backup->progress = g_steal_pointer (&path);
  backup->files = g_array_new (FALSE, FALSE, sizeof (Kept));
  g_array_set_clear_func (backup->files, clear_kept);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      keep_file (backup, lp_attempt_get_file (ids[i]));
      keep_file (backup, lp_attempt_get_last_file (ids[i]));
    }
  return backup;
}

static void
forget (LpProgress *progress)
{
  g_auto (GStrv) ids = lp_progress_list (progress);

  for (guint i = 0; ids[i] != NULL; i++)
    lp_attempt_forget (ids[i]);
  lp_progress_reset (progress, NULL);
}

/* What was begun anew since then stays as it is. */
static void
on_undo (AdwToast *toast, Backup *backup)
{
  for (guint i = 0; i < backup->files->len; i++)
    {
      const Kept *kept = &g_array_index (backup->files, Kept, i);
      gsize size = 0;
      const char *contents = g_bytes_get_data (kept->bytes, &size);
      if (!g_file_query_exists (kept->file, NULL))
        g_file_replace_contents (kept->file, contents, size, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, NULL, NULL);
    }
  lp_progress_import (lp_progress_get_default (), backup->progress, NULL);
}

static void
on_reset (GtkWidget *widget, const char *response)
{
  LpProgress *progress = lp_progress_get_default ();
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "reset"))
    return;
  Backup *backup = back_up (progress, &error);
  if (backup == NULL)
    {
      lp_gallery_complain (widget, _("Progress is as it was: no copy of it can be made"), error);
      return;
    }
  forget (progress);
  AdwToast *toast = adw_toast_new (_("Progress was reset"));
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_timeout (toast, 15);
  g_signal_connect (toast, "button-clicked", G_CALLBACK (on_undo), backup);
  g_object_set_data_full (G_OBJECT (toast), "backup", backup, (GDestroyNotify) backup_free);
  lp_gallery_show_toast (widget, toast);
}

void
lp_keeping_reset (GtkWidget *widget)
{
  GtkWidget *dialog = adw_message_dialog_new (
      window_of (widget), _("Reset All Progress?"),
      _("All attempts, results and the schedule are removed. Documents that you saved elsewhere stay."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "reset", _("_Reset"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "reset", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_reset), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}
