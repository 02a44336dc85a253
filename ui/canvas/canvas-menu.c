#include <glib/gi18n.h>
#include <string.h>

#include "ui/canvas/canvas-private.h"

/* Characters of a finding's sentence that the menu shows, and how many findings. */
#define SENTENCE 60
#define MAX_FINDINGS 6

/* What is selected. */
typedef enum
{
  FOR_NOTHING = 1 << 0,
  FOR_COMPONENT = 1 << 1,
  FOR_CONTAINER = 1 << 2,
  FOR_CONNECTION = 1 << 3,
  FOR_SEVERAL = 1 << 4,     /* components, perhaps with connections */
  FOR_CONNECTIONS = 1 << 5, /* nothing but connections */
} For;

#define FOR_ONE (FOR_COMPONENT | FOR_CONTAINER | FOR_CONNECTION)
#define FOR_PLACED (FOR_COMPONENT | FOR_CONTAINER | FOR_SEVERAL)
#define FOR_SOMETHING (FOR_PLACED | FOR_CONNECTION | FOR_CONNECTIONS)
#define FOR_ANYTHING (FOR_SOMETHING | FOR_NOTHING)

/* `action` may have a target behind it, "canvas.align::left". `accel` only shows the key: that is bound where the action is. */
typedef struct
{
  const char *label;
  const char *action;
  const char *accel;
  guint where; /* of For */
} Item;

static const Item place_items[] = {
  { N_("Place a Component…"), "canvas.pick-kind", "slash", FOR_NOTHING | FOR_CONTAINER },
};

static const Item subject_items[] = {
  { N_("Rename"), "canvas.rename", "F2", FOR_ONE },
  { N_("Connect to…"), "canvas.connect", "<Control>l", FOR_PLACED },
  { N_("Connect to Something New…"), "canvas.connect-new", "<Control><Shift>k", FOR_COMPONENT | FOR_CONTAINER },
  { N_("Move into…"), "canvas.move-into", "<Control>m", FOR_PLACED },
  { N_("One in Each Zone"), "canvas.one-in-each-zone", "<Control><Shift>d", FOR_PLACED },
};

static const Item connection_items[] = {
  { N_("Reverse"), "canvas.reverse", NULL, FOR_CONNECTION | FOR_CONNECTIONS },
  { N_("Lay Anew"), "canvas.reroute", NULL, FOR_CONNECTION | FOR_CONNECTIONS },
  { N_("Change Start…"), "canvas.change-start", NULL, FOR_CONNECTION },
  { N_("Change End…"), "canvas.change-end", NULL, FOR_CONNECTION },
};

static const Item container_items[] = {
  { N_("Shrink to Fit"), "canvas.shrink-to-fit", NULL, FOR_CONTAINER },
};

static const Item clipboard_items[] = {
  { N_("Cut"), "canvas.cut", "<Control>x", FOR_SOMETHING },
  { N_("Copy"), "canvas.copy", "<Control>c", FOR_SOMETHING },
  { N_("Copy as a Picture"), "canvas.copy-image", "<Control><Shift>c", FOR_ANYTHING },
  { N_("Paste"), "canvas.paste", "<Control>v", FOR_ANYTHING },
  { N_("Duplicate"), "canvas.duplicate", "<Control>d", FOR_PLACED },
  { N_("Copy Properties"), "canvas.copy-properties", "<Control><Alt>c", FOR_COMPONENT | FOR_CONTAINER },
  { N_("Paste Properties"), "canvas.paste-properties", "<Control><Alt>v", FOR_PLACED },
};

static const Item align_items[] = {
  { N_("Left Edges"), "canvas.align::left", "<Alt><Shift>l", FOR_SEVERAL },
  { N_("Centres"), "canvas.align::centre", "<Alt><Shift>c", FOR_SEVERAL },
  { N_("Right Edges"), "canvas.align::right", "<Alt><Shift>r", FOR_SEVERAL },
  { N_("Top Edges"), "canvas.align::top", "<Alt><Shift>t", FOR_SEVERAL },
  { N_("Middles"), "canvas.align::middle", "<Alt><Shift>m", FOR_SEVERAL },
  { N_("Bottom Edges"), "canvas.align::bottom", "<Alt><Shift>b", FOR_SEVERAL },
};

static const Item distribute_items[] = {
  { N_("Distribute Sideways"), "canvas.distribute::across", "<Alt><Shift>h", FOR_SEVERAL },
  { N_("Distribute Downwards"), "canvas.distribute::down", "<Alt><Shift>v", FOR_SEVERAL },
};

static const Item order_items[] = {
  { N_("To the Front"), "canvas.to-front", "<Control><Shift>f", FOR_PLACED },
  { N_("To the Back"), "canvas.to-back", "<Control><Shift>b", FOR_PLACED },
  { N_("Forward"), "canvas.forward", "<Control>bracketright", FOR_PLACED },
  { N_("Backward"), "canvas.backward", "<Control>bracketleft", FOR_PLACED },
};

static const Item group_items[] = {
  { N_("Group"), "canvas.group", "<Control>g", FOR_PLACED },
  { N_("Ungroup"), "canvas.ungroup", "<Control><Shift>g", FOR_CONTAINER | FOR_SEVERAL },
  { N_("Add to or Remove from Its Group"), "canvas.toggle-members", "<Control><Alt>g", FOR_SEVERAL },
};

static const Item tidy_items[] = {
  { N_("Tidy"), "canvas.tidy", "<Control><Shift>t", FOR_PLACED | FOR_NOTHING },
};

static const Item select_items[] = {
  { N_("Everything"), "canvas.select-all", "<Control>a", FOR_ANYTHING },
  { N_("Nothing"), "canvas.select-none", "<Control><Shift>a", FOR_SOMETHING },
  { N_("What Is Connected"), "canvas.select-connected", "<Control><Alt>a", FOR_SOMETHING },
  { N_("The Same Kind"), "canvas.select-same-kind", "<Control><Alt>k", FOR_SOMETHING },
  { N_("Everything Else"), "canvas.select-invert", "<Control>i", FOR_SOMETHING },
};

static const Item look_items[] = {
  { N_("Show Everything"), "canvas.fit", "<Shift>1", FOR_NOTHING },
  { N_("Show What Is Selected"), "canvas.fit-selection", "<Shift>2", FOR_SOMETHING },
  { N_("Actual Size"), "canvas.zoom-100", "<Control>0", FOR_NOTHING },
};

static const Item comment_items[] = {
  { N_("Comment…"), "win.comment", "<Control><Alt>m", FOR_ONE | FOR_NOTHING },
};

static const Item delete_items[] = {
  { N_("Delete"), "canvas.delete", "Delete", FOR_SOMETHING },
};

/* --- building ---------------------------------------------------------------------------------------- */

static guint
find_case (LpStage *stage)
{
  const LpDesign *design = lp_stage_get_design (stage);
  guint n = lp_selection_get_size (stage->selection), component = LP_NONE;

  for (guint i = 0; i < n && component == LP_NONE; i++)
    component = lp_design_find (design, lp_selection_get (stage->selection, i));
  if (n == 0)
    return FOR_NOTHING;
  if (component == LP_NONE)
    return n == 1 ? FOR_CONNECTION : FOR_CONNECTIONS;
  if (n > 1)
    return FOR_SEVERAL;
  return lp_scene_get_placement (stage->scene)->is_frame[component]
                 || lp_design_get_component (design, component)->collapsed
             ? FOR_CONTAINER
             : FOR_COMPONENT;
}

static gboolean
class_has_action (GtkWidget *widget, const char *action)
{
  const char *name, *property;
  const GVariantType *type;
  GType owner;

  for (guint i = 0; gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (widget), i, &owner, &name, &type, &property);
       i++)
    if (g_str_equal (name, action))
      return TRUE;
  return FALSE;
}

/* A canvas may stand in a window that lacks some of it. */
static gboolean
has_action (GtkWidget *widget, const char *detailed)
{
  g_auto (GStrv) parts = g_strsplit (detailed, "::", 2);
  const char *action = parts[0];

  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (class_has_action (widget, action)
        || (G_IS_ACTION_GROUP (widget) && g_str_has_prefix (action, "win.")
            && g_action_group_has_action (G_ACTION_GROUP (widget), action + strlen ("win."))))
      return TRUE;
  return FALSE;
}

static void
append (LpCanvas *self, GMenu *section, const char *label, const char *action, const char *accel)
{
  if (!has_action (GTK_WIDGET (self), action))
    return;
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  if (accel != NULL)
    g_menu_item_set_attribute (item, "accel", "s", accel);
  g_menu_append_item (section, item);
}

static GMenu *
new_section (LpCanvas *self, guint where, const Item *items, guint n)
{
  GMenu *section = g_menu_new ();

  for (guint i = 0; i < n; i++)
    if ((items[i].where & where) != 0)
      append (self, section, _(items[i].label), items[i].action, items[i].accel);
  return section;
}

static void
append_section (GMenu *menu, GMenu *section)
{
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
append_items (LpCanvas *self, GMenu *menu, guint where, const Item *items, guint n)
{
  g_autoptr (GMenu) section = new_section (self, where, items, n);

  append_section (menu, section);
}

static void
append_submenu (GMenu *section, const char *label, GMenu *submenu)
{
  if (g_menu_model_get_n_items (G_MENU_MODEL (submenu)) > 0)
    g_menu_append_submenu (section, label, G_MENU_MODEL (submenu));
}

#define ITEMS(array) array, G_N_ELEMENTS (array)

/* --- what depends on the selected things ------------------------------------------------------------- */

static gboolean
all_selected (LpStage *stage, gboolean (*holds) (const LpComponent *component))
{
  for (guint i = 0; i < lp_selection_get_size (stage->selection); i++)
    {
      const LpComponent *component
          = lp_document_get_component (stage->document, lp_selection_get (stage->selection, i));
      if (component != NULL && !holds (component))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_collapsed (const LpComponent *component)
{
  return component->collapsed;
}

static gboolean
is_locked (const LpComponent *component)
{
  return component->locked;
}

/* The kinds that may join the ends of the selected connection. */
static GMenu *
new_kind_menu (LpStage *stage)
{
  const LpConnection *connection
      = lp_document_get_connection (stage->document, lp_selection_get (stage->selection, 0));
  const char *from = lp_document_get_component (stage->document, connection->from)->kind;
  const char *to = lp_document_get_component (stage->document, connection->to)->kind;
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < lp_catalogue_get_n_connection_kinds (stage->catalogue); i++)
    {
      const LpConnectionKind *kind = lp_catalogue_get_connection_kind (stage->catalogue, i);
      if (!lp_catalogue_may_connect (stage->catalogue, kind->id, from, to))
        continue;
      g_autoptr (GMenuItem) item = g_menu_item_new (lp_text (&kind->name), NULL);
      g_menu_item_set_action_and_target (item, "canvas.set-connection-kind", "s", kind->id);
      g_menu_append_item (menu, item);
    }
  return menu;
}

static char *
shorten (const char *sentence)
{
  if (g_utf8_strlen (sentence, -1) <= SENTENCE)
    return g_strdup (sentence);
  g_autofree char *start = g_utf8_substring (sentence, 0, SENTENCE - 1);
  return g_strconcat (start, "…", NULL);
}

static void
append_finding (GMenu *section, const LpFinding *finding, guint number)
{
  g_autofree char *sentence = shorten (finding->message);
  g_autofree char *label = finding->outcome == LP_OUTCOME_QUESTION
                               ? g_strdup_printf (_("Question: %s"), sentence)
                               : g_strdup_printf ("%s: %s", lp_severity_name (finding->severity), sentence);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "canvas.show-finding", "u", number);
  g_menu_append_item (section, item);
}

/* What the review says of the one that is selected. */
static void
append_findings (LpCanvas *self, GMenu *menu)
{
  const char *id = lp_selection_get_single (self->stage->selection);
  LpReview *review = lp_session_get_review (self->session);
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; id != NULL && review != NULL && i < review->findings->len
                    && g_menu_model_get_n_items (G_MENU_MODEL (section)) < MAX_FINDINGS; i++)
    {
      const LpFinding *finding = g_ptr_array_index (review->findings, i);
      if (finding->waiver == NULL && g_strv_contains ((const char *const *) finding->related, id))
        append_finding (section, finding, i);
    }
  append_section (menu, section);
}

static GMenu *
new_arrange_menu (LpCanvas *self, guint where)
{
  GMenu *menu = g_menu_new ();

  append_items (self, menu, where, ITEMS (align_items));
  append_items (self, menu, where, ITEMS (distribute_items));
  append_items (self, menu, where, ITEMS (order_items));
  append_items (self, menu, where, ITEMS (tidy_items));
  return menu;
}

static void
append_subject (LpCanvas *self, GMenu *menu, guint where)
{
  g_autoptr (GMenu) section = new_section (self, where, ITEMS (subject_items));

  if (where == FOR_CONNECTION)
    {
      g_autoptr (GMenu) kinds = new_kind_menu (self->stage);
      append_submenu (section, _("Kind"), kinds);
    }
  append_section (menu, section);
  append_items (self, menu, where, ITEMS (connection_items));
}

static void
append_frame (LpCanvas *self, GMenu *menu, guint where)
{
  g_autoptr (GMenu) section = new_section (self, where, ITEMS (container_items));

  if (where == FOR_CONTAINER)
    append (self, section, all_selected (self->stage, is_collapsed) ? _("Expand") : _("Collapse"),
            "canvas.toggle-collapsed", "<Control>period");
  append_section (menu, section);
}

static void
append_order (LpCanvas *self, GMenu *menu, guint where)
{
  g_autoptr (GMenu) section = new_section (self, where, ITEMS (group_items));
  g_autoptr (GMenu) arrange = new_arrange_menu (self, where);
  g_autoptr (GMenu) select = new_section (self, where, ITEMS (select_items));

  if ((where & FOR_PLACED) != 0)
    append (self, section, all_selected (self->stage, is_locked) ? _("Unlock") : _("Lock"), "canvas.toggle-locked",
            "<Control><Alt>l");
  append_submenu (section, _("Arrange"), arrange);
  append_submenu (section, _("Select"), select);
  append_section (menu, section);
}

GMenuModel *
lp_canvas_new_menu (LpCanvas *self)
{
  guint where = find_case (self->stage);
  GMenu *menu = g_menu_new ();

  append_items (self, menu, where, ITEMS (place_items));
  append_subject (self, menu, where);
  append_items (self, menu, where, ITEMS (clipboard_items));
  append_frame (self, menu, where);
  append_order (self, menu, where);
  append_findings (self, menu);
  append_items (self, menu, where, ITEMS (comment_items));
  append_items (self, menu, where, ITEMS (look_items));
  append_items (self, menu, where, ITEMS (delete_items));
  return G_MENU_MODEL (menu);
}

/* --- showing ----------------------------------------------------------------------------------------- */

static void
show_menu (LpCanvas *self, LpRect at)
{
  g_autoptr (GMenuModel) model = lp_canvas_new_menu (self);
  GtkWidget *menu = gtk_popover_menu_new_from_model (model);

  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  /* Beside the pointer: what stands below it cannot slide up, and a long menu would end below the screen. */
  gtk_popover_set_position (GTK_POPOVER (menu), GTK_POS_RIGHT);
  gtk_widget_set_valign (menu, GTK_ALIGN_START);
  lp_canvas_show_popover (self, menu, at);
}

/* By key: at what is selected, or in the middle of what is seen. */
static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpCanvas *self = LP_CANVAS (widget);

  if (self->stage == NULL || self->stage->scene == NULL)
    return;
  LpRect visible = lp_viewport_get_visible (self->stage->viewport), area;
  const char *id = lp_selection_get_size (self->stage->selection) > 0
                       ? lp_selection_get (self->stage->selection, 0)
                       : NULL;
  LpPoint at = lp_rect_centre (visible);
  if (id != NULL && lp_canvas_find_area (self, id, &area))
    at = (LpPoint){ CLAMP (lp_rect_centre (area).x, visible.x, visible.x + visible.w),
                    CLAMP (lp_rect_centre (area).y, visible.y, visible.y + visible.h) };
  show_menu (self, (LpRect){ at.x, at.y, 0, 0 });
}

/* A press on something else selects that first: the menu is about what was pressed. */
static void
select_pressed (LpStage *stage, LpPoint at)
{
  const LpDesign *design = lp_stage_get_design (stage);
  LpHit hit = lp_stage_pick (stage, at);
  const char *id = NULL;

  if (hit.part == LP_PART_COMPONENT || hit.part == LP_PART_FRAME)
    id = lp_design_get_component (design, hit.index)->id;
  else if (hit.part == LP_PART_CONNECTION)
    id = lp_design_get_connection (design, hit.index)->id;
  if (id == NULL || !lp_selection_contains (stage->selection, id))
    lp_selection_set (stage->selection, id);
}

static void
show_menu_at (LpCanvas *self, double x, double y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->stage == NULL || self->stage->scene == NULL)
    return;
  lp_stage_cancel (self->stage);
  LpPoint at = lp_viewport_to_diagram (self->stage->viewport, (LpPoint){ x, y });
  select_pressed (self->stage, at);
  show_menu (self, (LpRect){ at.x, at.y, 0, 0 });
}

static void
on_pressed (GtkGestureClick *click, int n_press, double x, double y, LpCanvas *self)
{
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  show_menu_at (self, x, y);
}

static void
on_long_pressed (GtkGestureLongPress *press, double x, double y, LpCanvas *self)
{
  show_menu_at (self, x, y);
}

void
lp_canvas_add_menu_controllers (LpCanvas *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  GtkGesture *press = gtk_gesture_long_press_new ();
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (on_long_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}

static void
show_finding_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit_by_name (widget, "mark-activated", g_variant_get_uint32 (parameter));
}

void
lp_canvas_class_add_menu_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "canvas.context-menu", NULL, menu_action);
  gtk_widget_class_install_action (klass, "canvas.show-finding", "u", show_finding_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F10, GDK_SHIFT_MASK, "canvas.context-menu", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Menu, 0, "canvas.context-menu", NULL);
}
