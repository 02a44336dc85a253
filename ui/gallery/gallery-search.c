#include "ui/gallery/gallery-private.h"

#include <glib/gi18n.h>

static const LpScenarioProgress *
progress_of (const LpScenario *scenario)
{
  return lp_progress_get (lp_progress_get_default (), scenario->id);
}

static void
show_count (LpGallery *self)
{
  guint n_passed = 0, n = self->order->len;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    n_passed += progress_of (self->order->pdata[i])->state == LP_PROGRESS_PASSED;
  if (lp_gallery_filter_is_empty (&self->filter))
    g_string_printf (text, ngettext ("%u scenario", "%u scenarios", n), n);
  else
    g_string_printf (text, ngettext ("%u of %u scenario", "%u of %u scenarios", n), self->n_shown, n);
  if (n_passed > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, _("%u passed"), n_passed);
    }
  gtk_label_set_label (self->count, text->str);
}

static gboolean
show_entry (LpGallery *self, const LpGalleryEntry *entry)
{
  const LpScenario *scenario = lp_card_get_scenario (LP_CARD (entry->card));
  gboolean shown = lp_gallery_filter_accepts (&self->filter, scenario, entry->folded, progress_of (scenario));

  gtk_widget_set_visible (entry->card, shown);
  if (shown)
    gtk_widget_set_visible (entry->heading, TRUE);
  return shown;
}

void
lp_gallery_apply_filter (LpGallery *self)
{
  gboolean everything = lp_gallery_filter_is_empty (&self->filter);

  if (self->order == NULL)
    return;
  for (guint i = 0; i < self->above->len; i++)
    gtk_widget_set_visible (self->above->pdata[i], everything);
  for (guint i = 0; i < self->entries->len; i++)
    gtk_widget_set_visible (g_array_index (self->entries, LpGalleryEntry, i).heading, FALSE);
  self->n_shown = 0;
  for (guint i = 0; i < self->entries->len; i++)
    self->n_shown += show_entry (self, &g_array_index (self->entries, LpGalleryEntry, i));
  gtk_widget_set_visible (self->nothing, self->n_shown == 0 && lp_gallery_is_filled (self));
  show_count (self);
  lp_gallery_look_soon (self);
}

/* A screen reader says what the list is of, and what is chosen: it is on the button inside. */
static void
name_list (GtkDropDown *list, const char *what)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (list));
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (list);

  if (button == NULL || chosen == NULL)
    return;
  g_autofree char *name = g_strdup_printf ("%s: %s", what, gtk_string_object_get_string (chosen));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
on_filter_changed (LpGallery *self)
{
  guint kind = gtk_drop_down_get_selected (self->kinds), state = gtk_drop_down_get_selected (self->states);

  /* The first row of each is all of them. */
  self->filter.kinds = kind != GTK_INVALID_LIST_POSITION && kind > 0 ? 1u << (kind - 1) : 0;
  self->filter.states = state != GTK_INVALID_LIST_POSITION && state > 0 ? 1u << (state - 1) : 0;
  name_list (self->kinds, _("Kind"));
  name_list (self->states, _("Progress"));
  lp_gallery_apply_filter (self);
}

static void
on_search_changed (LpGallery *self)
{
  lp_gallery_filter_set_text (&self->filter, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  lp_gallery_apply_filter (self);
}

/* What was typed anywhere goes on in the entry, at the end of the text. */
static void
on_typed (LpGallery *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) == '\0'
      || (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->search))))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_set_position (GTK_EDITABLE (self->search), -1);
}

/* The first one that was found by its title, else by its text; or NULL. */
static GtkWidget *
find_best (LpGallery *self)
{
  GtkWidget *best = NULL;

  for (guint i = 0; i < self->entries->len; i++)
    {
      GtkWidget *card = g_array_index (self->entries, LpGalleryEntry, i).card;
      if (!gtk_widget_get_visible (card))
        continue;
      if (lp_gallery_filter_is_in_title (&self->filter, lp_card_get_scenario (LP_CARD (card))))
        return card;
      if (best == NULL)
        best = card;
    }
  return best;
}

static void
on_search_activate (LpGallery *self)
{
  /* The entry reports what was typed a moment later; Enter means what is there now. */
  on_search_changed (self);
  GtkWidget *card = !lp_gallery_filter_is_empty (&self->filter) ? find_best (self) : NULL;
  if (card != NULL)
    gtk_widget_activate (card);
}

/* Escape empties the search first. */
static void
on_stop_search (LpGallery *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) == '\0')
    gtk_widget_activate_action (GTK_WIDGET (self), "win.leave-gallery", NULL);
  else
    lp_gallery_search (self, NULL);
}

static void
show_all (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpGallery *self = LP_GALLERY (widget);

  gtk_drop_down_set_selected (self->kinds, 0);
  gtk_drop_down_set_selected (self->states, 0);
  lp_gallery_search (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static gboolean
on_search_key (LpGallery *self, guint key)
{
  return key == GDK_KEY_Down && gtk_widget_child_focus (GTK_WIDGET (self->cards), GTK_DIR_DOWN);
}

static void
fill_filters (LpGallery *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new ((const char *[]){ _("All kinds"), NULL });
  g_autoptr (GtkStringList) states = gtk_string_list_new ((const char *[]){ _("Any progress"), NULL });

  for (guint i = 0; i < LP_N_SCENARIO_KINDS; i++)
    gtk_string_list_append (kinds, lp_scenario_kind_name ((LpScenarioKind) i));
  for (guint i = LP_PROGRESS_NEW; i <= LP_PROGRESS_PASSED; i++)
    gtk_string_list_append (states, lp_gallery_state_name ((LpProgressState) i));
  gtk_drop_down_set_model (self->kinds, G_LIST_MODEL (kinds));
  gtk_drop_down_set_model (self->states, G_LIST_MODEL (states));
}

void
lp_gallery_search (LpGallery *self, const char *text)
{
  g_return_if_fail (LP_IS_GALLERY (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search), text != NULL ? text : "");
  on_search_changed (self);
}

void
lp_gallery_bind_search (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_install_action (widget_class, "gallery.show-all", NULL, show_all);
}

void
lp_gallery_init_search (LpGallery *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  fill_filters (self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_search_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->search), keys);
}
