#include "ui/gallery/own-card.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "learning/own-scenarios.h"
#include "ui/gallery/notice.h"

/* To think again, in seconds. */
#define UNDO_TIME 15

/* --- the menu ---------------------------------------------------------------------------------------- */

static void
append (GMenu *menu, const char *label, const char *action, const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);
  g_autoptr (GMenu) section = g_menu_new ();

  g_menu_item_set_action_and_target (item, action, "s", id);
  g_menu_append_item (section, item);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static gboolean
drop (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* Its actions are activated after it has closed. */
static void
on_closed (GtkWidget *popover, GtkWidget *card)
{
  gtk_widget_set_has_tooltip (card, TRUE);
  gtk_widget_grab_focus (card);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop, g_object_ref (popover), g_object_unref);
}

static void
show_menu (GtkWidget *card, double x, double y)
{
  const char *id = g_object_get_data (G_OBJECT (card), "own-scenario");
  g_autoptr (GMenu) menu = g_menu_new ();

  append (menu, _("_Open"), "win.open-scenario", id);
  append (menu, _("_Save a Copy…"), "gallery.copy-own", id);
  append (menu, _("_Delete"), "gallery.delete-own", id);
  GtkWidget *popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_widget_set_parent (popover, card);
  g_signal_connect (popover, "closed", G_CALLBACK (on_closed), card);
  /* What the card says must not stand on the menu. */
  gtk_widget_set_has_tooltip (card, FALSE);
  /* Where the card goes first. */
  g_signal_connect_object (card, "destroy", G_CALLBACK (gtk_widget_unparent), popover, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
on_pressed (GtkGesture *gesture, int n_press, double x, double y, GtkWidget *card)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (card);
  show_menu (card, x, y);
}

static void
on_long_pressed (GtkGesture *gesture, double x, double y, GtkWidget *card)
{
  on_pressed (gesture, 1, x, y, card);
}

static gboolean
show_in_middle (GtkWidget *card, GVariant *none, gpointer data)
{
  show_menu (card, gtk_widget_get_width (card) / 2.0, gtk_widget_get_height (card) / 2.0);
  return TRUE;
}

/* --- the card ---------------------------------------------------------------------------------------- */

static void
add_gesture (GtkWidget *card, GtkGesture *gesture, GCallback on_press)
{
  g_signal_connect (gesture, "pressed", on_press, card);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (card, GTK_EVENT_CONTROLLER (gesture));
}

static void
add_keys (GtkWidget *card, const char *keys, GtkShortcutAction *action, GVariant *arguments)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys), action);

  gtk_shortcut_set_arguments (shortcut, arguments);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
  gtk_widget_add_controller (card, controller);
}

void
lp_own_card_equip (GtkWidget *card, const LpScenario *scenario)
{
  GtkGesture *click = gtk_gesture_click_new (), *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_object_set_data (G_OBJECT (card), "own-scenario", (gpointer) scenario->id);
  add_gesture (card, click, G_CALLBACK (on_pressed));
  add_gesture (card, press, G_CALLBACK (on_long_pressed));
  add_keys (card, "Menu|<Shift>F10", gtk_callback_action_new (show_in_middle, NULL, NULL), NULL);
  add_keys (card, "Delete|KP_Delete", gtk_named_action_new ("gallery.delete-own"), g_variant_new_string (scenario->id));
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE,
                                  GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, "Delete Shift+F10", -1);
}

/* --- a copy ------------------------------------------------------------------------------------------ */

static void
write_copy (GtkWidget *widget, GFile *file, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  if (g_file_replace_contents (file, data, size, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error))
    lp_gallery_show_toast (widget, adw_toast_new (_("The copy can be sent; whoever opens it has the scenario")));
  else
    lp_gallery_complain (widget, _("The copy cannot be saved"), error);
}

static void
on_copy (GtkNativeDialog *native, int response, GtkWidget *widget)
{
  g_autoptr (GFile) file
      = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native)) : NULL;

  if (file != NULL)
    write_copy (widget, file, g_object_get_data (G_OBJECT (native), "bytes"));
  g_object_unref (native);
}

void
lp_own_card_copy (GtkWidget *widget, const LpScenario *scenario)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strconcat (scenario->id, ".json", NULL);
  GBytes *bytes = lp_own_scenarios_load (NULL, scenario->id, &error);

  if (bytes == NULL)
    {
      lp_gallery_complain (widget, _("The copy cannot be saved"), error);
      return;
    }
  GtkFileChooserNative *native
      = gtk_file_chooser_native_new (_("Save a Copy"), GTK_WINDOW (gtk_widget_get_root (widget)),
                                     GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), name);
  g_object_set_data_full (G_OBJECT (native), "bytes", bytes, (GDestroyNotify) g_bytes_unref);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect_object (native, "response", G_CALLBACK (on_copy), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

/* --- deleting ---------------------------------------------------------------------------------------- */

typedef struct
{
  GBytes *bytes;
  const LpScenario *scenario;
  LpOwnChanged changed;
} Deleted;

static void
deleted_free (gpointer data, GClosure *closure)
{
  g_bytes_unref (((Deleted *) data)->bytes);
  g_free (data);
}

static void
on_undo (AdwToast *toast, Deleted *deleted)
{
  GtkWidget *widget = g_object_get_data (G_OBJECT (toast), "widget");
  g_autoptr (GError) error = NULL;

  if (lp_own_scenarios_add (NULL, deleted->bytes, deleted->scenario->id, &error) != NULL)
    deleted->changed (widget, deleted->scenario->id);
  else
    lp_gallery_complain (widget, _("The scenario cannot be put back"), error);
}

void
lp_own_card_delete (GtkWidget *widget, const LpScenario *scenario, LpOwnChanged changed)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = lp_own_scenarios_remove (NULL, scenario->id, &error);

  if (bytes == NULL)
    {
      lp_gallery_complain (widget, _("The scenario cannot be deleted"), error);
      return;
    }
  Deleted *deleted = g_new (Deleted, 1);
  *deleted = (Deleted){ bytes, scenario, changed };
  g_autofree char *title = g_markup_printf_escaped (_("“%s” was deleted"), lp_text (&scenario->title));
  AdwToast *toast = adw_toast_new (title);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_timeout (toast, UNDO_TIME);
  g_object_set_data (G_OBJECT (toast), "widget", widget);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (on_undo), deleted, deleted_free, 0);
  lp_gallery_show_toast (widget, toast);
  changed (widget, scenario->id);
}
