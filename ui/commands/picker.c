#include "ui/commands/picker.h"

#include <glib/gi18n.h>

#include "ui/palette/kind-tile.h"

#define TILE_SIZE 24
/* Rows that Page Up and Page Down go by. */
#define PAGE 8

struct _LpPicker
{
  AdwBin parent_instance;
  GtkWidget *entry;
  GtkWidget *stack;          /* "list", "nothing" */
  GtkWidget *list;
  GListStore *store;         /* of LpPickItem */
  GtkSingleSelection *selection;
  LpPickerSearch search;
  gpointer data;
};

G_DEFINE_FINAL_TYPE (LpPicker, lp_picker, ADW_TYPE_BIN)

enum
{
  PICKED,
  CANCELLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- rows -------------------------------------------------------------------------------------------- */

typedef struct
{
  GtkWidget *icon; /* AdwBin */
  GtkWidget *title, *detail, *keys;
} Row;

static GtkWidget *
new_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
on_row_released (GtkGestureClick *click, int n_press, double x, double y, GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);

  if (gtk_widget_contains (row, x, y))
    gtk_widget_activate_action (row, "list.activate-item", "u", gtk_list_item_get_position (item));
}

/* A click of its own: a list that activates on one click also selects what the pointer happens to rest on, and Enter
 * would take that. */
static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  Row *row = g_new0 (Row, 1);

  row->icon = adw_bin_new ();
  gtk_widget_set_size_request (row->icon, TILE_SIZE, TILE_SIZE);
  gtk_box_append (GTK_BOX (box), row->icon);
  row->title = new_label (box, NULL);
  gtk_widget_set_hexpand (row->title, TRUE);
  row->detail = new_label (box, "dim-label");
  gtk_widget_add_css_class (row->detail, "caption");
  row->keys = new_label (box, "pick-keys");
  gtk_label_set_ellipsize (GTK_LABEL (row->keys), PANGO_ELLIPSIZE_NONE);
  gtk_widget_add_css_class (box, "pick");
  g_object_set_data_full (G_OBJECT (box), "row", row, g_free);
  gtk_list_item_set_child (item, box);
  GtkGesture *click = gtk_gesture_click_new ();
  g_signal_connect (click, "released", G_CALLBACK (on_row_released), item);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (click));
}

static GtkWidget *
new_icon (LpPickItem *item)
{
  const LpKind *kind = lp_pick_item_get_kind (item);
  GtkWidget *icon
      = kind != NULL ? lp_kind_tile_new (kind, TILE_SIZE) : gtk_image_new_from_icon_name ("go-next-symbolic");

  if (kind == NULL)
    gtk_widget_add_css_class (icon, "dim-label");
  return icon;
}

static char *
label_of_keys (const char *keys)
{
  guint key;
  GdkModifierType modifiers;

  if (keys == NULL || !gtk_accelerator_parse (keys, &key, &modifiers))
    return NULL;
  return gtk_accelerator_get_label (key, modifiers);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  LpPickItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *box = gtk_list_item_get_child (list_item);
  Row *row = g_object_get_data (G_OBJECT (box), "row");
  g_autofree char *keys = label_of_keys (lp_pick_item_get_keys (item));

  adw_bin_set_child (ADW_BIN (row->icon), new_icon (item));
  gtk_label_set_label (GTK_LABEL (row->title), lp_pick_item_get_title (item));
  gtk_label_set_label (GTK_LABEL (row->detail), lp_pick_item_get_detail (item));
  gtk_label_set_label (GTK_LABEL (row->keys), keys);
  gtk_widget_set_visible (row->keys, keys != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  lp_pick_item_get_title (item), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  lp_pick_item_get_detail (item), -1);
}

/* --- searching --------------------------------------------------------------------------------------- */

static void
select_row (LpPicker *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);
}

static void
search (LpPicker *self)
{
  g_autoptr (GPtrArray) items = self->search (gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->data);

  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)), items->pdata,
                       items->len);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), items->len > 0 ? "list" : "nothing");
  if (items->len > 0)
    select_row (self, 0);
}

static void
pick (LpPicker *self, guint position)
{
  g_autoptr (LpPickItem) item = g_list_model_get_item (G_LIST_MODEL (self->store), position);
  g_autoptr (LpPicker) kept = g_object_ref (self);

  if (item != NULL)
    g_signal_emit (kept, signals[PICKED], 0, item);
}

static void
on_activate (LpPicker *self)
{
  pick (self, gtk_single_selection_get_selected (self->selection));
}

static void
on_row_activated (LpPicker *self, guint position)
{
  pick (self, position);
}

static gboolean
step (LpPicker *self, int by)
{
  int n = (int) g_list_model_get_n_items (G_LIST_MODEL (self->store));
  int selected = (int) gtk_single_selection_get_selected (self->selection);

  if (n == 0)
    return TRUE;
  /* One step goes round, a page stops at the ends. */
  select_row (self, ABS (by) == 1 ? (guint) ((selected + n + by) % n) : (guint) CLAMP (selected + by, 0, n - 1));
  return TRUE;
}

/* The entry keeps the keyboard; the list is walked from there. */
static gboolean
on_key_pressed (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, LpPicker *self)
{
  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
    case GDK_KEY_Tab:
      return step (self, 1);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
    case GDK_KEY_ISO_Left_Tab:
      return step (self, -1);
    case GDK_KEY_Page_Down:
      return step (self, PAGE);
    case GDK_KEY_Page_Up:
      return step (self, -PAGE);
    case GDK_KEY_Escape:
      g_signal_emit (self, signals[CANCELLED], 0);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* --- the widget -------------------------------------------------------------------------------------- */

static GtkWidget *
new_list (LpPicker *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->store = g_list_store_new (LP_TYPE_PICK_ITEM);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->store)));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_widget_set_focusable (self->list, FALSE);
  gtk_widget_add_css_class (self->list, "picks");
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (on_row_activated), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  return scroller;
}

static void
lp_picker_dispose (GObject *object)
{
  LpPicker *self = LP_PICKER (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (lp_picker_parent_class)->dispose (object);
}

static gboolean
lp_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (LP_PICKER (widget)->entry);
}

static void
lp_picker_class_init (LpPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lp_picker_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = lp_picker_grab_focus;
  signals[PICKED] = g_signal_new ("picked", LP_TYPE_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  LP_TYPE_PICK_ITEM);
  signals[CANCELLED]
      = g_signal_new ("cancelled", LP_TYPE_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lp_picker_init (LpPicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *nothing = gtk_label_new (_("Nothing is called that"));

  self->entry = gtk_entry_new ();
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_PRIMARY, "system-search-symbolic");
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (search), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_activate), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (self->entry, keys);
  gtk_widget_add_css_class (nothing, "dim-label");
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), new_list (self), "list");
  gtk_stack_add_named (GTK_STACK (self->stack), nothing, "nothing");
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
lp_picker_new (const char *placeholder, LpPickerSearch search_func, gpointer data)
{
  LpPicker *self = g_object_new (LP_TYPE_PICKER, NULL);

  self->search = search_func;
  self->data = data;
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), placeholder);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, placeholder, -1);
  search (self);
  return GTK_WIDGET (self);
}
