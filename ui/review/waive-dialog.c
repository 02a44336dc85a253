#include "ui/review/waive-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/remark-edit.h"
#include "rules/waivers.h"
#include "session/session-rules.h"
#include "ui/application/settings.h"

#define RESPONSE "waive"

/* The pieces of one dialog; freed with it. */
typedef struct
{
  LpSession *session;
  LpFinding *finding;
  GPtrArray *scopes; /* of ids of components, the innermost first; NULL: the whole drawing */
  AdwMessageDialog *dialog;
  GtkEditable *reason, *author, *ticket, *until;
  AdwComboRow *scope;
  GtkSwitch *facts;
} Waiving;

static void
waiving_free (gpointer data)
{
  Waiving *waiving = data;
  g_object_unref (waiving->session);
  lp_finding_unref (waiving->finding);
  g_ptr_array_unref (waiving->scopes);
  g_free (waiving);
}

/* --- what it is for ---------------------------------------------------------------------------------- */

static gboolean
is_component (Waiving *waiving, const char *id)
{
  return lp_document_get_component (lp_session_get_document (waiving->session), id) != NULL;
}

/* What it is about, its containers from the inside out, and the drawing. */
static GtkStringList *
list_scopes (Waiving *waiving)
{
  LpDocument *document = lp_session_get_document (waiving->session);
  const char *id = waiving->finding->component;
  GtkStringList *names = gtk_string_list_new (NULL);

  if (id == NULL && waiving->finding->related[0] != NULL)
    {
      g_ptr_array_add (waiving->scopes, g_strdup (waiving->finding->related[0]));
      gtk_string_list_append (names, waiving->finding->related[0]);
    }
  for (const LpComponent *c = id != NULL ? lp_document_get_component (document, id) : NULL; c != NULL;
       c = c->in != NULL ? lp_document_get_component (document, c->in) : NULL)
    {
      g_autofree char *name = g_str_equal (c->id, id)
                                  ? g_strdup (lp_component_get_name (c))
                                  : g_strdup_printf (_("Everything in %s"), lp_component_get_name (c));
      g_ptr_array_add (waiving->scopes, g_strdup (c->id));
      gtk_string_list_append (names, name);
    }
  g_ptr_array_add (waiving->scopes, NULL);
  gtk_string_list_append (names, _("The whole drawing"));
  return names;
}

/* --- what was filled in ------------------------------------------------------------------------------ */

static char *
text_of (GtkEditable *editable)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (editable)));
}

static gboolean
is_date (const char *text)
{
  int year, month, day, used = 0;
  return sscanf (text, "%4d-%2d-%2d%n", &year, &month, &day, &used) == 3 && used == 10 && text[10] == '\0' && year > 0
         && g_date_valid_dmy (day, month, year);
}

static void
on_changed (Waiving *waiving)
{
  g_autofree char *reason = text_of (waiving->reason), *until = text_of (waiving->until);
  gboolean dated = *until == '\0' || is_date (until);

  if (dated)
    gtk_widget_remove_css_class (GTK_WIDGET (waiving->until), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (waiving->until), "error");
  adw_message_dialog_set_response_enabled (waiving->dialog, RESPONSE, *reason != '\0' && dated);
}

static void
take (GRefString **field, GtkEditable *editable)
{
  g_autofree char *text = text_of (editable);
  lp_remark_set (field, *text != '\0' ? text : NULL);
}

static LpWaiver *
make_waiver (Waiving *waiving)
{
  g_autoptr (LpDesign) design = lp_document_snapshot (lp_session_get_document (waiving->session));
  g_autofree char *reason = text_of (waiving->reason);
  char *id = waiving->scopes->pdata[adw_combo_row_get_selected (waiving->scope)];
  gboolean component = id != NULL && is_component (waiving, id);
  LpPin pin = { component ? id : NULL, component ? NULL : id };
  LpWaiver *waiver = lp_waiver_for (lp_session_get_pack (waiving->session), design,
                                    lp_session_get_review (waiving->session), waiving->finding, &pin, reason);

  take (&waiver->author, waiving->author);
  take (&waiver->ticket, waiving->ticket);
  take (&waiver->until, waiving->until);
  if (!gtk_switch_get_active (waiving->facts))
    g_clear_pointer (&waiver->bases, g_strfreev);
  return waiver;
}

static void
on_response (AdwMessageDialog *dialog, const char *response, Waiving *waiving)
{
  LpDocument *document = lp_session_get_document (waiving->session);

  if (!g_str_equal (response, RESPONSE) || lp_document_in_transaction (document))
    return;
  g_autofree char *author = text_of (waiving->author);
  g_object_set (lp_settings_get_default (), "author", author, NULL);
  lp_document_begin (document, _("Waive"));
  if (lp_edit_add_waiver (document, make_waiver (waiving), NULL))
    lp_document_commit (document);
  else
    lp_document_rollback (document);
}

/* --- the dialog -------------------------------------------------------------------------------------- */

static GtkEditable *
add_entry (Waiving *waiving, GtkListBox *list, const char *title, const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  gtk_list_box_append (list, row);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (on_changed), waiving);
  return GTK_EDITABLE (row);
}

static void
add_scope (Waiving *waiving, GtkListBox *list)
{
  g_autoptr (GtkStringList) names = list_scopes (waiving);

  waiving->scope = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (waiving->scope), _("For"));
  adw_combo_row_set_model (waiving->scope, G_LIST_MODEL (names));
  gtk_list_box_append (list, GTK_WIDGET (waiving->scope));
}

static void
add_facts (Waiving *waiving, GtkListBox *list)
{
  GtkWidget *row = adw_action_row_new ();

  waiving->facts = GTK_SWITCH (gtk_switch_new ());
  gtk_switch_set_active (waiving->facts, TRUE);
  gtk_widget_set_valign (GTK_WIDGET (waiving->facts), GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Only as it is now"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("The finding comes back when what it rests on changes"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (waiving->facts));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (waiving->facts));
  gtk_list_box_append (list, row);
}

static GtkWidget *
new_form (Waiving *waiving)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_list_box_new ());

  gtk_list_box_set_selection_mode (list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (list), "boxed-list");
  waiving->reason = add_entry (waiving, list, _("Reason"), "");
  add_scope (waiving, list);
  waiving->author = add_entry (waiving, list, _("Author"), lp_settings_get_author (lp_settings_get_default ()));
  waiving->ticket = add_entry (waiving, list, _("Ticket"), "");
  waiving->until = add_entry (waiving, list, _("Until, as 2026-12-31 (empty: without an end)"), "");
  add_facts (waiving, list);
  gtk_widget_set_size_request (GTK_WIDGET (list), 380, -1);
  return GTK_WIDGET (list);
}

void
lp_waive_dialog_show (GtkWindow *parent, LpSession *session, LpFinding *finding)
{
  Waiving *waiving = g_new0 (Waiving, 1);
  GtkWidget *dialog = adw_message_dialog_new (parent, _("Waive This Finding?"), finding->message);

  waiving->session = g_object_ref (session);
  waiving->finding = lp_finding_ref (finding);
  waiving->scopes = g_ptr_array_new_with_free_func (g_free);
  waiving->dialog = ADW_MESSAGE_DIALOG (dialog);
  g_object_set_data_full (G_OBJECT (dialog), "waiving", waiving, waiving_free);
  adw_message_dialog_set_extra_child (waiving->dialog, new_form (waiving));
  adw_message_dialog_add_responses (waiving->dialog, "cancel", _("_Cancel"), RESPONSE, _("_Waive"), NULL);
  adw_message_dialog_set_response_appearance (waiving->dialog, RESPONSE, ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (waiving->dialog, RESPONSE);
  adw_message_dialog_set_close_response (waiving->dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), waiving);
  on_changed (waiving);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (GTK_WIDGET (waiving->reason));
}

gboolean
lp_waiver_end (LpSession *session, LpFinding *finding)
{
  LpDocument *document = lp_session_get_document (session);

  if (finding->waived_by == NULL || lp_document_in_transaction (document))
    return FALSE;
  lp_document_begin (document, _("End the Waiver"));
  if (lp_edit_remove_waiver (document, finding->waived_by, NULL))
    return lp_document_commit (document);
  lp_document_rollback (document);
  return FALSE;
}
