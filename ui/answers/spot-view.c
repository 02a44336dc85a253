#include "ui/answers/spot-view.h"

#include <glib/gi18n.h>

#include "catalogue/catalogue.h"
#include "learning/answer.h"
#include "ui/answers/spot-drawing.h"

#define ZOOM_STEP 1.25
#define LEAST_ZOOM 0.1
#define MOST_ZOOM 4.0

struct _LpSpotView
{
  LpAnswerView parent_instance;
  const LpScenario *scenario;
  LpSpotDrawing *drawing;
  GtkLabel *rule; /* how to answer; empty once it is graded */
  GtkLabel *count;
  GtkBox *result;
  GtkListBox *parts;
  GtkExpander *parts_expander;
  gboolean graded;
};

G_DEFINE_FINAL_TYPE (LpSpotView, lp_spot_view, LP_TYPE_ANSWER_VIEW)

/* --- the answer -------------------------------------------------------------------------------------- */

static void
toggle (LpSpotView *self, const char *id)
{
  LpDocument *document = lp_answer_view_get_document (LP_ANSWER_VIEW (self));
  g_autoptr (LpAnswer) answer = lp_answer_of_document (document);
  g_autoptr (GPtrArray) marked = g_ptr_array_new ();
  gboolean was = lp_answer_has_marked (answer, id);

  if (self->graded)
    return;
  for (char **other = answer->marked; *other != NULL; other++)
    if (!g_str_equal (*other, id))
      g_ptr_array_add (marked, *other);
  if (!was)
    g_ptr_array_add (marked, (gpointer) id);
  g_ptr_array_add (marked, NULL);
  lp_document_begin (document, was ? _("Take a mark away") : _("Mark as wrong"));
  lp_document_set_marked (document, (const char *const *) marked->pdata);
  lp_document_commit (document);
}

/* --- the list of parts ------------------------------------------------------------------------------- */

static char *
describe_component (const LpComponent *component)
{
  const LpKind *kind = lp_catalogue_find (lp_catalogue_get_default (), component->kind);
  return g_strdup_printf ("%s · %s", lp_component_get_name (component),
                          kind != NULL ? lp_text (&kind->name) : component->kind);
}

static char *
describe_connection (LpDesign *design, guint index)
{
  const LpConnection *connection = lp_design_get_connection (design, index);
  const LpConnectionKind *kind = lp_catalogue_find_connection (lp_catalogue_get_default (), connection->kind);
  return g_strdup_printf ("%s → %s · %s", lp_component_get_name (lp_design_get_component (design, lp_design_get_source (design, index))),
                          lp_component_get_name (lp_design_get_component (design, lp_design_get_target (design, index))),
                          kind != NULL ? lp_text (&kind->name) : connection->kind);
}

static char *
describe (LpSpotView *self, const char *id)
{
  LpDesign *design = self->scenario->start;
  guint component = lp_design_find (design, id), connection = lp_design_find_connection (design, id);
  if (component != LP_NONE)
    return describe_component (lp_design_get_component (design, component));
  return connection != LP_NONE ? describe_connection (design, connection) : g_strdup (id);
}

static void
on_part_toggled (GtkCheckButton *check, LpSpotView *self)
{
  const char *id = g_object_get_data (G_OBJECT (check), "element");
  g_autoptr (LpAnswer) answer = lp_answer_of_document (lp_answer_view_get_document (LP_ANSWER_VIEW (self)));

  if (lp_answer_has_marked (answer, id) == gtk_check_button_get_active (check))
    return;
  lp_spot_drawing_go_to (self->drawing, id);
  toggle (self, id);
}

static void
add_part (LpSpotView *self, const char *id)
{
  g_autofree char *text = describe (self, id);
  GtkWidget *check = gtk_check_button_new_with_label (text);

  g_object_set_data_full (G_OBJECT (check), "element", g_strdup (id), g_free);
  g_signal_connect (check, "toggled", G_CALLBACK (on_part_toggled), self);
  gtk_list_box_append (self->parts, check);
  gtk_widget_set_focusable (gtk_widget_get_parent (check), FALSE);
}

static void
add_parts (LpSpotView *self)
{
  LpDesign *design = self->scenario->start;

  for (guint i = 0; i < lp_design_get_n_components (design); i++)
    add_part (self, lp_design_get_component (design, i)->id);
  for (guint i = 0; i < lp_design_get_n_connections (design); i++)
    add_part (self, lp_design_get_connection (design, i)->id);
}

static void
update_parts (LpSpotView *self, const LpAnswer *answer)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->parts)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *check = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                   lp_answer_has_marked (answer, g_object_get_data (G_OBJECT (check), "element")));
      gtk_widget_set_sensitive (check, !self->graded);
    }
}

/* --- the result -------------------------------------------------------------------------------------- */

static void
on_entry (GtkButton *button, LpSpotView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->drawing));
  lp_spot_drawing_go_to (self->drawing, g_object_get_data (G_OBJECT (button), "element"));
}

static void
add_entry (LpSpotView *self, const char *id, LpSpotState state, const char *title, const char *because)
{
  static const char *const signs[] = { "", "", "✓", "✕", "!" };
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *name = describe (self, id);
  g_autofree char *heading = g_strdup_printf ("%s %s: %s", signs[state], name, lp_spot_state_name (state));

  gtk_box_append (GTK_BOX (box), lp_answer_view_new_text (heading, state == LP_SPOT_FOUND   ? "success"
                                                                   : state == LP_SPOT_SOUND ? "error"
                                                                                            : "warning"));
  if (title != NULL)
    gtk_box_append (GTK_BOX (box), lp_answer_view_new_text (title, "heading"));
  if (because != NULL)
    gtk_box_append (GTK_BOX (box), lp_answer_view_new_text (because, "because"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  g_object_set_data_full (G_OBJECT (button), "element", g_strdup (id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_entry), self);
  gtk_box_append (self->result, button);
}

static const char *
found_by (const LpFlaw *flaw, const LpAnswer *answer)
{
  for (char **id = flaw->elements; *id != NULL; id++)
    if (lp_answer_has_marked (answer, *id))
      return *id;
  return NULL;
}

static gboolean
is_flawed (const LpScenario *scenario, const char *id)
{
  for (guint i = 0; i < scenario->n_flaws; i++)
    if (g_strv_contains ((const char *const *) scenario->flaws[i].elements, id))
      return TRUE;
  return FALSE;
}

static void
show_flaw (LpSpotView *self, const LpFlaw *flaw, const LpAnswer *answer)
{
  const char *found = found_by (flaw, answer), *id = found != NULL ? found : flaw->elements[0];
  LpSpotState state = found != NULL ? LP_SPOT_FOUND : LP_SPOT_MISSED;

  for (char **element = flaw->elements; *element != NULL; element++)
    if (lp_answer_has_marked (answer, *element) || *element == id)
      lp_spot_drawing_set_state (self->drawing, *element, state);
  add_entry (self, id, state, lp_text (&flaw->text), lp_text (&flaw->because));
}

static void
show_result (LpSpotView *self, const LpAnswer *answer)
{
  for (guint i = 0; i < self->scenario->n_flaws; i++)
    show_flaw (self, &self->scenario->flaws[i], answer);
  for (char **id = answer->marked; *id != NULL; id++)
    if (!is_flawed (self->scenario, *id))
      {
        lp_spot_drawing_set_state (self->drawing, *id, LP_SPOT_SOUND);
        add_entry (self, *id, LP_SPOT_SOUND, NULL, NULL);
      }
}

static void
clear_result (LpSpotView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->result))) != NULL)
    gtk_box_remove (self->result, child);
}

static void
show_count (LpSpotView *self, guint n)
{
  g_autofree char *text = g_strdup_printf (g_dngettext (NULL, "%u marked", "%u marked", n), n);

  gtk_label_set_label (self->count, text);
}

static void
lp_spot_view_show (LpAnswerView *view, gboolean graded)
{
  LpSpotView *self = LP_SPOT_VIEW (view);
  g_autoptr (LpAnswer) answer = lp_answer_of_document (lp_answer_view_get_document (view));

  self->graded = graded;
  gtk_label_set_label (self->rule, graded ? "" : _("Click what is wrong, or go there with the arrows and press Space."));
  lp_spot_drawing_clear (self->drawing);
  clear_result (self);
  show_count (self, g_strv_length (answer->marked));
  if (graded)
    show_result (self, answer);
  else
    for (char **id = answer->marked; *id != NULL; id++)
      lp_spot_drawing_set_state (self->drawing, *id, LP_SPOT_MARKED);
  gtk_widget_set_visible (GTK_WIDGET (self->parts_expander), !graded);
  update_parts (self, answer);
}

/* --- zoom -------------------------------------------------------------------------------------------- */

static void
zoom_by (LpSpotView *self, double factor)
{
  lp_spot_drawing_set_zoom (self->drawing,
                            CLAMP (lp_spot_drawing_get_scale (self->drawing) * factor, LEAST_ZOOM, MOST_ZOOM));
}

static void
on_zoom_in (LpSpotView *self)
{
  zoom_by (self, ZOOM_STEP);
}

static void
on_zoom_out (LpSpotView *self)
{
  zoom_by (self, 1 / ZOOM_STEP);
}

static void
on_zoom_fit (LpSpotView *self)
{
  lp_spot_drawing_set_zoom (self->drawing, 0);
}

static gboolean
on_scroll (GtkEventControllerScroll *scroll, double dx, double dy, LpSpotView *self)
{
  if ((gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll)) & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  zoom_by (self, dy < 0 ? ZOOM_STEP : 1 / ZOOM_STEP);
  return GDK_EVENT_STOP;
}

static gboolean
on_key (LpSpotView *self, guint key, guint code, GdkModifierType state, GtkEventControllerKey *controller)
{
  if ((state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_plus || key == GDK_KEY_equal || key == GDK_KEY_KP_Add)
    on_zoom_in (self);
  else if (key == GDK_KEY_minus || key == GDK_KEY_KP_Subtract)
    on_zoom_out (self);
  else if (key == GDK_KEY_0 || key == GDK_KEY_KP_0)
    on_zoom_fit (self);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
add_button (LpSpotView *self, GtkWidget *bar, const char *icon, const char *tooltip, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (bar), button);
}

/* --- the view ---------------------------------------------------------------------------------------- */

static GtkWidget *
new_bar (LpSpotView *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->rule = GTK_LABEL (lp_answer_view_new_text (NULL, NULL));
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "heading");
  gtk_widget_set_hexpand (GTK_WIDGET (self->rule), TRUE);
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->rule));
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->count));
  add_button (self, bar, "zoom-out-symbolic", _("Zoom out (Ctrl+−)"), G_CALLBACK (on_zoom_out));
  add_button (self, bar, "zoom-fit-best-symbolic", _("Show everything (Ctrl+0)"), G_CALLBACK (on_zoom_fit));
  add_button (self, bar, "zoom-in-symbolic", _("Zoom in (Ctrl++)"), G_CALLBACK (on_zoom_in));
  gtk_widget_add_css_class (bar, "toolbar");
  return bar;
}

static GtkWidget *
new_drawing (LpSpotView *self)
{
  g_autoptr (LpScene) scene
      = lp_scene_new (self->scenario->start, lp_catalogue_get_default (), NULL, (LpSceneOptions){ .unfolded = TRUE });
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  self->drawing = LP_SPOT_DRAWING (lp_spot_drawing_new (scene));
  g_signal_connect_swapped (self->drawing, "toggled", G_CALLBACK (toggle), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (scrolled, scroll);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->drawing));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_set_size_request (scrolled, -1, 240);
  return scrolled;
}

static GtkWidget *
new_below (LpSpotView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->result = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->parts = GTK_LIST_BOX (gtk_list_box_new ());
  self->parts_expander = GTK_EXPANDER (gtk_expander_new_with_mnemonic (_("All parts as a _list")));
  gtk_list_box_set_selection_mode (self->parts, GTK_SELECTION_NONE);
  gtk_expander_set_child (self->parts_expander, GTK_WIDGET (self->parts));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->result));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->parts_expander));
  gtk_widget_add_css_class (box, "answer");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 280);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  return scrolled;
}

GtkWidget *
lp_spot_view_new (const LpScenario *scenario)
{
  LpSpotView *self = g_object_new (LP_TYPE_SPOT_VIEW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->scenario = scenario;
  gtk_box_append (GTK_BOX (box), new_bar (self));
  gtk_box_append (GTK_BOX (box), new_drawing (self));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), new_below (self));
  add_parts (self);
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}

static gboolean
lp_spot_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LP_SPOT_VIEW (widget)->drawing));
}

static void
lp_spot_view_class_init (LpSpotViewClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = lp_spot_view_grab_focus;
  LP_ANSWER_VIEW_CLASS (klass)->show = lp_spot_view_show;
}

static void
lp_spot_view_init (LpSpotView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
