#include "ui/review/comment-dialog.h"

#include <glib/gi18n.h>

#include "model/remark-edit.h"
#include "ui/application/settings.h"

#define RESPONSE "say"

/* The pieces of one dialog; freed with it. */
typedef struct
{
  LpSession *session;
  LpComment *comment; /* that is replied to; or NULL */
  LpPin pin;
  AdwMessageDialog *dialog;
  GtkTextBuffer *words;
  GtkEditable *author;
} Saying;

static void
saying_free (gpointer data)
{
  Saying *saying = data;
  g_object_unref (saying->session);
  g_clear_pointer (&saying->comment, lp_comment_unref);
  lp_remark_set (&saying->pin.component, NULL);
  lp_remark_set (&saying->pin.connection, NULL);
  g_free (saying);
}

static char *
words_of (Saying *saying)
{
  GtkTextIter start, end;
  gtk_text_buffer_get_bounds (saying->words, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (saying->words, &start, &end, FALSE));
}

static void
on_changed (Saying *saying)
{
  g_autofree char *words = words_of (saying);
  adw_message_dialog_set_response_enabled (saying->dialog, RESPONSE, *words != '\0');
}

static gboolean
say (Saying *saying, LpDocument *document, const char *author, const char *words)
{
  if (saying->comment != NULL)
    return lp_edit_reply_to_comment (document, saying->comment->id, author, words, NULL);
  g_autofree char *id = lp_edit_add_comment (document, &saying->pin, author, words, NULL);
  return id != NULL;
}

static void
on_response (AdwMessageDialog *dialog, const char *response, Saying *saying)
{
  LpDocument *document = lp_session_get_document (saying->session);

  if (!g_str_equal (response, RESPONSE) || lp_document_in_transaction (document))
    return;
  g_autofree char *words = words_of (saying);
  const char *author = gtk_editable_get_text (saying->author);
  g_object_set (lp_settings_get_default (), "author", author, NULL);
  lp_document_begin (document, saying->comment != NULL ? _("Reply") : _("Comment"));
  if (say (saying, document, author, words))
    lp_document_commit (document);
  else
    lp_document_rollback (document);
}

/* Enter begins a line here: Ctrl+Enter says it. */
static void
add_send_key (GtkWidget *text)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>Return|<Control>KP_Enter"),
                                            gtk_named_action_new ("default.activate"));

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
  gtk_widget_add_controller (text, keys);
}

static GtkWidget *
new_form (Saying *saying)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *text = gtk_text_view_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new (), *list = gtk_list_box_new (), *row = adw_entry_row_new ();

  saying->words = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));
  saying->author = GTK_EDITABLE (row);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (text), FALSE);
  g_object_set (text, "left-margin", 8, "right-margin", 8, "top-margin", 8, "bottom-margin", 8, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Comment"), -1);
  add_send_key (text);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), text);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_widget_set_size_request (scrolled, 380, 110);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Author"));
  gtk_editable_set_text (saying->author, lp_settings_get_author (lp_settings_get_default ()));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), list);
  g_signal_connect_swapped (saying->words, "changed", G_CALLBACK (on_changed), saying);
  return box;
}

static void
show (GtkWindow *parent, Saying *saying, const char *heading, const char *body, const char *verb)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);

  saying->dialog = ADW_MESSAGE_DIALOG (dialog);
  g_object_set_data_full (G_OBJECT (dialog), "saying", saying, saying_free);
  adw_message_dialog_set_extra_child (saying->dialog, new_form (saying));
  adw_message_dialog_add_responses (saying->dialog, "cancel", _("_Cancel"), RESPONSE, verb, NULL);
  adw_message_dialog_set_response_appearance (saying->dialog, RESPONSE, ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (saying->dialog, RESPONSE);
  adw_message_dialog_set_close_response (saying->dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), saying);
  on_changed (saying);
  gtk_window_present (GTK_WINDOW (dialog));
}

static Saying *
saying_new (LpSession *session)
{
  Saying *saying = g_new0 (Saying, 1);
  saying->session = g_object_ref (session);
  return saying;
}

void
lp_comment_dialog_add (GtkWindow *parent, LpSession *session, const LpPin *pin)
{
  Saying *saying = saying_new (session);
  LpDocument *document = lp_session_get_document (session);
  const LpComponent *component = pin != NULL ? lp_document_get_component (document, pin->component) : NULL;

  if (pin != NULL)
    {
      lp_remark_set (&saying->pin.component, pin->component);
      lp_remark_set (&saying->pin.connection, pin->connection);
    }
  show (parent, saying, _("Comment"),
        component != NULL              ? lp_component_get_name (component)
        : saying->pin.connection != NULL ? saying->pin.connection
                                         : _("On the whole drawing"),
        _("_Comment"));
}

void
lp_comment_dialog_reply (GtkWindow *parent, LpSession *session, const LpComment *comment)
{
  Saying *saying = saying_new (session);

  saying->comment = lp_comment_ref ((LpComment *) comment);
  show (parent, saying, _("Reply"), comment->text, _("_Reply"));
}
