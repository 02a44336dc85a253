#include <glib/gi18n.h>

#include "model/edit.h"
#include "render/fonts.h"
#include "scene/annotation-shape.h"
#include "scene/label.h"
#include "scene/metrics.h"
#include "ui/canvas/canvas-note.h"
#include "ui/canvas/canvas-private.h"
#include "ui/canvas/handles.h"

/* In pixels: what is smaller cannot be read while it is written. */
#define SMALLEST_FONT 11.0
/* In units: around the words, and where there are none. */
#define PADDING 3.0
#define EMPTY_WIDTH 96.0
#define EMPTY_HEIGHT 16.0
#define HEADER_ROOM 34.0

/* --- where the name is drawn ------------------------------------------------------------------------- */

typedef struct
{
  LpPart part;
  guint index;
  LpRect area;
} Label;

/* The name alone: kinds and notes beside it are of regular weight, but for connections, which have no others. */
static void
visit_text (const LpDrawList *list, const LpDrawItem *item, gpointer data)
{
  Label *label = data;

  if (item->kind != LP_DRAW_TEXT || item->owner == G_MAXUINT)
    return;
  const LpDrawItem *group = lp_draw_list_get (list, item->owner);
  if (group->group.part != label->part || group->group.index != label->index
      || (label->part != LP_PART_CONNECTION && item->text.weight < LP_WEIGHT_SEMIBOLD))
    return;
  label->area = lp_rect_union (label->area, item->bounds);
}

static LpPoint
middle_of_route (const LpPoint *points, guint n)
{
  LpPoint middle = { 0, 0 };
  double longest = -1;

  for (guint i = 1; i < n; i++)
    if (lp_point_distance (points[i - 1], points[i]) > longest)
      {
        longest = lp_point_distance (points[i - 1], points[i]);
        middle = (LpPoint){ (points[i - 1].x + points[i].x) / 2, (points[i - 1].y + points[i].y) / 2 };
      }
  return middle;
}

/* Where a name would be drawn if there were one. */
static LpRect
empty_label (LpStage *stage, const Label *label)
{
  const LpPlacement *placement = lp_scene_get_placement (stage->scene);
  LpPoint middle;
  guint n;

  if (label->part == LP_PART_FRAME)
    {
      LpRect frame = placement->rect[label->index];
      return (LpRect){ frame.x + HEADER_ROOM, frame.y + 4, EMPTY_WIDTH, EMPTY_HEIGHT };
    }
  if (label->part == LP_PART_COMPONENT)
    {
      LpRect tile = placement->rect[label->index];
      middle = (LpPoint){ lp_rect_centre (tile).x, tile.y + tile.h + EMPTY_HEIGHT * 0.75 };
    }
  else
    {
      const LpPoint *route = lp_scene_get_route (stage->scene, label->index, &n);
      middle = middle_of_route (route, n);
    }
  return (LpRect){ middle.x - EMPTY_WIDTH / 2, middle.y - EMPTY_HEIGHT / 2, EMPTY_WIDTH, EMPTY_HEIGHT };
}

static Label
find_label (LpCanvas *self, const char *id, LpRect around)
{
  const LpDesign *design = lp_stage_get_design (self->stage);
  guint component = lp_design_find (design, id);
  Label label = { LP_PART_CONNECTION, component, { 0, 0, 0, 0 } };

  if (component == LP_NONE)
    label.index = lp_design_find_connection (design, id);
  else
    label.part = lp_scene_get_placement (self->stage->scene)->is_frame[component] ? LP_PART_FRAME : LP_PART_COMPONENT;
  lp_draw_list_visit (lp_scene_get_list (self->stage->scene), lp_rect_grow (around, LP_LABEL_WIDTH), visit_text,
                      &label);
  if (label.area.w <= 0)
    label.area = empty_label (self->stage, &label);
  label.area = lp_rect_grow (label.area, PADDING);
  return label;
}

/* --- writing it -------------------------------------------------------------------------------------- */

static gboolean
is_annotation (const LpComponent *component)
{
  return lp_kind_is_annotation (lp_kind_of (lp_catalogue_get_default (), component));
}

/* What the drawing shows: the id where a component has no label, but for notes and the like. */
static const char *
name_of (LpDocument *document, const char *id)
{
  const LpComponent *component = lp_document_get_component (document, id);
  if (component != NULL && is_annotation (component))
    return lp_annotation_text (component);
  const LpConnection *connection = component == NULL ? lp_document_get_connection (document, id) : NULL;
  const char *label = component != NULL    ? lp_component_get_name (component)
                      : connection != NULL ? connection->label
                                           : NULL;

  return label != NULL ? label : "";
}

static void
set_label (LpCanvas *self, const char *id, const char *text)
{
  g_autofree char *label = g_strstrip (g_strdup (text));
  LpDocument *document = self->stage->document;
  g_autoptr (GError) error = NULL;

  /* It may have gone while its name was being written: an undo goes past the entry. */
  if ((lp_document_get_component (document, id) == NULL && lp_document_get_connection (document, id) == NULL)
      || g_str_equal (label, name_of (document, id)))
    return;
  lp_document_begin (document, _("Rename"));
  lp_edit_set_label (document, id, label, &error);
  lp_stage_finish (self->stage, error);
}

void
lp_canvas_end_rename (LpCanvas *self, gboolean keep)
{
  GtkWidget *entry = g_steal_pointer (&self->editor);
  g_autofree char *id = g_steal_pointer (&self->edited);

  if (entry == NULL)
    return;
  gboolean had_focus = (gtk_widget_get_state_flags (entry) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
  g_signal_handlers_disconnect_by_data (self->stage->viewport, entry);
  if (keep)
    set_label (self, id, gtk_editable_get_text (GTK_EDITABLE (entry)));
  gtk_widget_set_visible (entry, FALSE);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  lp_canvas_take_away (entry);
  g_object_unref (entry);
}

void
lp_canvas_keep_writing (LpCanvas *self)
{
  g_return_if_fail (LP_IS_CANVAS (self));

  lp_canvas_end_rename (self, TRUE);
  if (lp_canvas_get_note_view (self) != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
on_activate (GtkEditable *entry, LpCanvas *self)
{
  lp_canvas_end_rename (self, TRUE);
}

static void
on_left (GtkEventControllerFocus *focus, LpCanvas *self)
{
  lp_canvas_end_rename (self, TRUE);
}

/* What the entry leaves must not reach the canvas, which would move what is being named. */
static gboolean
on_editor_key (GtkEventControllerKey *key, guint keyval, guint keycode, GdkModifierType state, LpCanvas *self)
{
  if (keyval == GDK_KEY_Escape)
    lp_canvas_end_rename (self, FALSE);
  else if (keyval == GDK_KEY_Tab || keyval == GDK_KEY_ISO_Left_Tab)
    {
      lp_canvas_end_rename (self, TRUE);
      lp_canvas_step (self, keyval == GDK_KEY_Tab);
    }
  return GDK_EVENT_STOP;
}

/* --- the entry --------------------------------------------------------------------------------------- */

/* As the words are drawn at the present zoom. */
static void
set_font (GtkWidget *entry, const Label *label, double zoom)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  double size = label->part == LP_PART_CONNECTION ? LP_KIND_SIZE : LP_NAME_SIZE;

  pango_attr_list_insert (attributes, pango_attr_family_new (LP_FONT_FAMILIES));
  pango_attr_list_insert (attributes, pango_attr_size_new_absolute ((int) (MAX (size * zoom, SMALLEST_FONT) * PANGO_SCALE)));
  pango_attr_list_insert (attributes, pango_attr_weight_new (label->part == LP_PART_CONNECTION ? PANGO_WEIGHT_NORMAL
                                                                                              : PANGO_WEIGHT_SEMIBOLD));
  gtk_entry_set_attributes (GTK_ENTRY (entry), attributes);
}

void
lp_canvas_allocate_editor (LpCanvas *self)
{
  int width, height;

  if (self->editor == NULL)
    return;
  LpRect view = lp_viewport_rect_to_view (self->stage->viewport, self->edited_area);
  gtk_widget_measure (self->editor, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (self->editor, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  /* Grows with what is written: a frame's name to the right, others to both sides. */
  width = MAX (width, (int) view.w);
  height = MAX (height, (int) view.h);
  double x = self->edited_frame ? view.x : view.x + (view.w - width) / 2;
  double y = view.y + (view.h - height) / 2;
  gtk_widget_size_allocate (self->editor, &(GtkAllocation){ (int) round (x), (int) round (y), width, height }, -1);
}

static void
on_viewport_changed (GtkWidget *entry)
{
  LpCanvas *self = LP_CANVAS (gtk_widget_get_parent (entry));
  Label label = { .part = self->edited_frame ? LP_PART_FRAME : LP_PART_COMPONENT };

  set_font (entry, &label, lp_viewport_get_zoom (self->stage->viewport));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static GtkWidget *
new_editor (LpCanvas *self, const char *text)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new (), *key = gtk_event_controller_key_new ();

  gtk_widget_add_css_class (entry, "rename");
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 1);
  gtk_editable_set_alignment (GTK_EDITABLE (entry), self->edited_frame ? 0 : 0.5f);
  g_object_set (gtk_editable_get_delegate (GTK_EDITABLE (entry)), "propagate-text-width", TRUE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name"), -1);
  g_signal_connect (entry, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_left), self);
  g_signal_connect (key, "key-pressed", G_CALLBACK (on_editor_key), self);
  gtk_widget_add_controller (entry, focus);
  gtk_widget_add_controller (entry, key);
  return entry;
}

/* An entry over the name of the one that is selected; NULL where not just one is. */
static GtkWidget *
begin (LpCanvas *self, const char *text)
{
  const char *id = self->stage != NULL ? lp_selection_get_single (self->stage->selection) : NULL;
  LpRect around;

  lp_canvas_end_rename (self, TRUE);
  if (id == NULL || !lp_canvas_find_area (self, id, &around))
    return NULL;
  Label label = find_label (self, id, around);
  lp_viewport_reveal (self->stage->viewport, label.area, 24);
  self->edited = g_strdup (id);
  self->edited_area = label.area;
  self->edited_frame = label.part == LP_PART_FRAME;
  self->editor = g_object_ref_sink (new_editor (self, text != NULL ? text : name_of (self->stage->document, id)));
  set_font (self->editor, &label, lp_viewport_get_zoom (self->stage->viewport));
  gtk_widget_set_parent (self->editor, GTK_WIDGET (self));
  g_signal_connect_swapped (self->stage->viewport, "changed", G_CALLBACK (on_viewport_changed), self->editor);
  gtk_widget_grab_focus (self->editor);
  return self->editor;
}

void
lp_canvas_rename (LpCanvas *self)
{
  if (!lp_canvas_write_note (self, FALSE))
    begin (self, NULL);
}

/* --- just typing ------------------------------------------------------------------------------------- */

/* What begins a name. A dead key does: its letter follows. "/" finds kinds, Space moves the paper, and what is
 * bound with Shift on the digits fits the view. */
static gboolean
begins_name (guint keyval, GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0)
    return FALSE;
  if (keyval >= GDK_KEY_dead_grave && keyval <= GDK_KEY_dead_currency)
    return TRUE;
  gunichar letter = gdk_keyval_to_unicode (keyval);
  return letter != 0 && g_unichar_isgraph (letter) && letter != '/' && letter != '!' && letter != '@';
}

/* The key itself goes to the entry and its input method, so that Hangul and accents are composed there. */
static gboolean
on_key_pressed (GtkEventControllerKey *key, guint keyval, guint keycode, GdkModifierType state, LpCanvas *self)
{
  if (self->editor != NULL || !lp_canvas_has_keyboard (self) || !begins_name (keyval, state))
    return GDK_EVENT_PROPAGATE;
  if (lp_canvas_write_note (self, TRUE))
    {
      gtk_event_controller_key_forward (key, lp_canvas_get_note_view (self));
      return GDK_EVENT_STOP;
    }
  GtkWidget *entry = begin (self, "");
  if (entry == NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_event_controller_key_forward (key, GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (entry))));
  return GDK_EVENT_STOP;
}

void
lp_canvas_add_rename_controllers (LpCanvas *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  g_signal_connect (key, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}
