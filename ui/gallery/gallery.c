#include "ui/gallery/gallery.h"

#include <glib/gi18n.h>
#include <string.h>

#include "learning/own-scenarios.h"
#include "rules/topic.h"
#include "ui/gallery/card-box.h"
#include "ui/gallery/card.h"
#include "ui/gallery/keeping.h"
#include "ui/gallery/own-card.h"
#include "ui/gallery/wrap-layout.h"
#include "ui/text/wrapping.h"

/* Cards made at a time, so that the window stays quick meanwhile. */
#define BATCH 4
/* Of what is to be continued, and of what is due. */
#define MOST_ABOVE 4

struct _LpGallery
{
  AdwBin parent_instance;
  GtkLabel *count;
  GtkButton *exam_button;
  GtkButton *schedule_button;
  GtkSearchEntry *search;
  GtkDropDown *kinds;
  GtkDropDown *states;
  LpCardBox *cards;
  GtkWidget *nothing;

  GPtrArray *order;       /* of LpScenario: the person's own, then the others by topic; NULL until they are read */
  guint n_own;
  GPtrArray *above;       /* of GtkWidget: what stands above the topics, borrowed */
  GArray *entries;        /* of Entry: those by topic */
  const char *wanted;     /* the id of what takes the focus once all cards are there; borrowed from a scenario, or NULL */
  LpGalleryFilter filter;
  GtkWidget *scroller;    /* while it is shown */
  guint n_shown;
  guint load_idle, fill_idle, look_idle;
  gboolean gone;          /* with its window */
};

G_DEFINE_FINAL_TYPE (LpGallery, lp_gallery, ADW_TYPE_BIN)

typedef struct
{
  GtkWidget *card, *heading; /* borrowed */
  char *folded;
} Entry;

static void
clear_entry (gpointer data)
{
  g_free (((Entry *) data)->folded);
}

static const LpScenarioProgress *
progress_of (const LpScenario *scenario)
{
  return lp_progress_get (lp_progress_get_default (), scenario->id);
}

static GtkWidget *
add_heading (LpGallery *self, const char *text, GtkWidget *after)
{
  GtkWidget *heading
      = g_object_new (GTK_TYPE_LABEL, "label", text, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  lp_label_let_wrap (GTK_LABEL (heading), PANGO_WRAP_WORD);
  gtk_widget_add_css_class (heading, "title-4");
  lp_card_box_insert_after (self->cards, heading, after);
  return heading;
}

/* Its place among the person's own, or -1. */
static int
find_own (LpGallery *self, const char *id)
{
  for (guint i = 0; i < self->n_own; i++)
    if (g_str_equal (((LpScenario *) self->order->pdata[i])->id, id))
      return (int) i;
  return -1;
}

static GtkWidget *
add_card (LpGallery *self, const LpScenario *scenario, GtkWidget *after)
{
  GtkWidget *card = lp_card_new (scenario);

  if (find_own (self, scenario->id) >= 0)
    lp_own_card_equip (card, scenario);
  lp_card_set_progress (LP_CARD (card), progress_of (scenario));
  lp_card_box_insert_after (self->cards, card, after);
  return card;
}

/* --- what is in sight -------------------------------------------------------------------------------- */

static gboolean
is_in_sight (LpGallery *self, GtkWidget *card)
{
  graphene_rect_t bounds;
  float height = (float) gtk_widget_get_height (self->scroller);

  return gtk_widget_get_mapped (card) && gtk_widget_get_width (card) > 0
         && gtk_widget_compute_bounds (card, self->scroller, &bounds) && bounds.origin.y < height * 1.5f
         && bounds.origin.y + bounds.size.height > -height * 0.5f;
}

static gboolean
look (gpointer data)
{
  LpGallery *self = data;

  self->look_idle = 0;
  if (self->scroller != NULL)
    for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->cards)); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      if (LP_IS_CARD (child) && is_in_sight (self, child))
        lp_card_show_picture (LP_CARD (child));
  return G_SOURCE_REMOVE;
}

/* Once everything has its place. */
static void
look_soon (LpGallery *self)
{
  if (self->look_idle == 0)
    self->look_idle = g_idle_add_full (G_PRIORITY_LOW, look, self, NULL);
}

/* --- search and filter ------------------------------------------------------------------------------- */

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
show_entry (LpGallery *self, const Entry *entry)
{
  const LpScenario *scenario = lp_card_get_scenario (LP_CARD (entry->card));
  gboolean shown = lp_gallery_filter_accepts (&self->filter, scenario, entry->folded, progress_of (scenario));

  gtk_widget_set_visible (entry->card, shown);
  if (shown)
    gtk_widget_set_visible (entry->heading, TRUE);
  return shown;
}

static void
apply_filter (LpGallery *self)
{
  gboolean everything = lp_gallery_filter_is_empty (&self->filter);

  if (self->order == NULL)
    return;
  for (guint i = 0; i < self->above->len; i++)
    gtk_widget_set_visible (self->above->pdata[i], everything);
  for (guint i = 0; i < self->entries->len; i++)
    gtk_widget_set_visible (g_array_index (self->entries, Entry, i).heading, FALSE);
  self->n_shown = 0;
  for (guint i = 0; i < self->entries->len; i++)
    self->n_shown += show_entry (self, &g_array_index (self->entries, Entry, i));
  gtk_widget_set_visible (self->nothing, self->n_shown == 0 && lp_gallery_is_filled (self));
  show_count (self);
  look_soon (self);
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
  apply_filter (self);
}

static void
on_search_changed (LpGallery *self)
{
  lp_gallery_filter_set_text (&self->filter, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  apply_filter (self);
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
      GtkWidget *card = g_array_index (self->entries, Entry, i).card;
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

/* --- filling ----------------------------------------------------------------------------------------- */

/* Gives the last widget of the section. */
static GtkWidget *
add_section (LpGallery *self, const char *title, const GPtrArray *scenarios, GtkWidget *after)
{
  if (scenarios->len == 0)
    return after;
  after = add_heading (self, title, after);
  g_ptr_array_add (self->above, after);
  for (guint i = 0; i < scenarios->len && i < MOST_ABOVE; i++)
    {
      after = add_card (self, scenarios->pdata[i], after);
      g_ptr_array_add (self->above, after);
    }
  return after;
}

static void
fill_above (LpGallery *self)
{
  LpProgress *progress = lp_progress_get_default ();
  g_autoptr (GPtrArray) running = lp_gallery_list_running (progress);
  g_autoptr (GPtrArray) due = lp_gallery_list_due (progress, lp_day_today ());
  g_autofree char *due_title = g_strdup_printf (_("Due today: %u"), due->len);

  for (guint i = 0; i < self->above->len; i++)
    gtk_widget_unparent (self->above->pdata[i]);
  g_ptr_array_set_size (self->above, 0);
  GtkWidget *last = add_section (self, _("Continue"), running, NULL);
  add_section (self, due_title, due, last);
}

/* The person's own stand together, whatever their topics. */
static const char *
section_of (LpGallery *self, guint number)
{
  return number < self->n_own ? _("Your own") : lp_topic_get_name (((LpScenario *) self->order->pdata[number])->topic);
}

static void
add_entry (LpGallery *self)
{
  guint number = self->entries->len;
  gboolean same = number > 0 && number != self->n_own
                  && g_str_equal (section_of (self, number), section_of (self, number - 1));
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self->cards));
  Entry entry = { .folded = lp_gallery_fold (self->order->pdata[number]) };

  entry.heading = same ? g_array_index (self->entries, Entry, number - 1).heading
                       : add_heading (self, section_of (self, number), last);
  entry.card = add_card (self, self->order->pdata[number], same ? last : entry.heading);
  g_array_append_val (self->entries, entry);
}

static void
focus_wanted (LpGallery *self)
{
  const char *id = g_steal_pointer (&self->wanted);
  GtkWidget *card = id != NULL ? lp_gallery_find_card (self, id) : NULL;

  if (card != NULL)
    gtk_widget_grab_focus (card);
}

static gboolean
fill (gpointer data)
{
  LpGallery *self = data;

  for (guint i = 0; i < BATCH && !lp_gallery_is_filled (self); i++)
    add_entry (self);
  apply_filter (self);
  if (!lp_gallery_is_filled (self))
    return G_SOURCE_CONTINUE;
  self->fill_idle = 0;
  focus_wanted (self);
  return G_SOURCE_REMOVE;
}

static void
clear_entries (LpGallery *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      gtk_widget_unparent (entry->card);
      if (i + 1 == self->entries->len || g_array_index (self->entries, Entry, i + 1).heading != entry->heading)
        gtk_widget_unparent (entry->heading);
    }
  g_array_set_size (self->entries, 0);
}

/* What there is, in the order in which it is shown. */
static GPtrArray *
list_all (guint *n_own)
{
  const GPtrArray *built_in = lp_gallery_get_order ();
  g_autoptr (GPtrArray) own = lp_own_scenarios_list ();
  GPtrArray *all = g_ptr_array_sized_new (own->len + built_in->len);

  for (guint i = 0; i < own->len; i++)
    g_ptr_array_add (all, own->pdata[i]);
  for (guint i = 0; i < built_in->len; i++)
    g_ptr_array_add (all, built_in->pdata[i]);
  *n_own = own->len;
  return all;
}

static gboolean
is_same (const GPtrArray *a, const GPtrArray *b)
{
  return a->len == b->len && memcmp (a->pdata, b->pdata, a->len * sizeof (gpointer)) == 0;
}

/* What was read; the person may have made one of their own meanwhile. */
static void
refill (LpGallery *self)
{
  guint n_own;
  g_autoptr (GPtrArray) all = list_all (&n_own);

  if (self->order != NULL && is_same (self->order, all))
    return;
  clear_entries (self);
  g_clear_pointer (&self->order, g_ptr_array_unref);
  self->order = g_steal_pointer (&all);
  self->n_own = n_own;
  if (self->fill_idle == 0)
    self->fill_idle = g_idle_add (fill, self);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  guint n_own;
  g_autoptr (GPtrArray) all = list_all (&n_own);

  g_task_return_boolean (task, TRUE);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  LpGallery *self = LP_GALLERY (source);

  if (self->gone)
    return;
  refill (self);
  fill_above (self);
}

static gboolean
load (gpointer data)
{
  LpGallery *self = data;
  g_autoptr (GTask) task = g_task_new (self, NULL, on_read, NULL);

  self->load_idle = 0;
  g_task_run_in_thread (task, read_in_thread);
  return G_SOURCE_REMOVE;
}

static void
update_progress (LpGallery *self)
{
  if (self->order == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  fill_above (self);
  for (guint i = 0; i < self->entries->len; i++)
    {
      LpCard *card = LP_CARD (g_array_index (self->entries, Entry, i).card);
      lp_card_set_progress (card, progress_of (lp_card_get_scenario (card)));
    }
  apply_filter (self);
}

/* --- shown and hidden -------------------------------------------------------------------------------- */

/* What other parts of the program offer, where they do. */
static void
show_button (GtkButton *button, const char *action)
{
  GApplication *application = g_application_get_default ();
  g_autofree char *name = g_strconcat ("app.", action, NULL);
  gboolean there = application != NULL && g_action_group_has_action (G_ACTION_GROUP (application), action);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), there ? name : NULL);
  gtk_widget_set_visible (GTK_WIDGET (button), there);
}

static void
on_map (LpGallery *self)
{
  show_button (self->exam_button, "exam");
  show_button (self->schedule_button, "schedule");
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))));
  self->scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  if (self->scroller != NULL)
    {
      GtkAdjustment *scrolled = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
      g_signal_connect_object (scrolled, "value-changed", G_CALLBACK (look_soon), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (scrolled, "changed", G_CALLBACK (look_soon), self, G_CONNECT_SWAPPED);
    }
  /* Not before the window is painted. */
  if (self->order == NULL && self->load_idle == 0)
    self->load_idle = g_idle_add_full (G_PRIORITY_LOW, load, self, NULL);
  if (self->order != NULL)
    refill (self);
  /* It has changed meanwhile, and what is due changes with the day. */
  update_progress (self);
}

static void
on_unmap (LpGallery *self)
{
  gtk_search_entry_set_key_capture_widget (self->search, NULL);
  if (self->scroller != NULL)
    g_signal_handlers_disconnect_by_func (
        gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), look_soon, self);
  self->scroller = NULL;
}

/* --- the person's own -------------------------------------------------------------------------------- */

/* The one that was put back is at hand again. */
static void
on_deleted_or_back (GtkWidget *widget, const char *id)
{
  LpGallery *self = LP_GALLERY (widget);
  int place = find_own (self, id);

  if (place < 0)
    self->wanted = id;
  else
    self->wanted = place + 1 < (int) self->order->len ? ((LpScenario *) self->order->pdata[place + 1])->id : NULL;
  lp_gallery_refresh (self);
}

static void
own_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpGallery *self = LP_GALLERY (widget);
  int place = self->order != NULL ? find_own (self, g_variant_get_string (parameter, NULL)) : -1;

  if (place < 0)
    return;
  if (g_str_equal (name, "gallery.copy-own"))
    lp_own_card_copy (widget, self->order->pdata[place]);
  else
    lp_own_card_delete (widget, self->order->pdata[place], on_deleted_or_back);
}

/* --- the widget -------------------------------------------------------------------------------------- */

static void
keep_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (g_str_equal (name, "gallery.export"))
    lp_keeping_export (widget);
  else if (g_str_equal (name, "gallery.import"))
    lp_keeping_import (widget);
  else
    lp_keeping_reset (widget);
}

static void
lp_gallery_dispose (GObject *object)
{
  LpGallery *self = LP_GALLERY (object);

  self->gone = TRUE;
  g_clear_handle_id (&self->load_idle, g_source_remove);
  g_clear_handle_id (&self->fill_idle, g_source_remove);
  g_clear_handle_id (&self->look_idle, g_source_remove);
  G_OBJECT_CLASS (lp_gallery_parent_class)->dispose (object);
}

static void
lp_gallery_finalize (GObject *object)
{
  LpGallery *self = LP_GALLERY (object);

  lp_gallery_filter_clear (&self->filter);
  g_clear_pointer (&self->order, g_ptr_array_unref);
  g_array_unref (self->entries);
  g_ptr_array_unref (self->above);
  G_OBJECT_CLASS (lp_gallery_parent_class)->finalize (object);
}

static void
lp_gallery_class_init (LpGalleryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lp_gallery_dispose;
  object_class->finalize = lp_gallery_finalize;
  g_type_ensure (LP_TYPE_CARD_BOX);
  g_type_ensure (LP_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/loadpath/Loadpath/ui/gallery/gallery.ui");
  gtk_widget_class_bind_template_child (widget_class, LpGallery, count);
  gtk_widget_class_bind_template_child (widget_class, LpGallery, exam_button);
  gtk_widget_class_bind_template_child (widget_class, LpGallery, schedule_button);
  gtk_widget_class_bind_template_child (widget_class, LpGallery, search);
  gtk_widget_class_bind_template_child (widget_class, LpGallery, kinds);
  gtk_widget_class_bind_template_child (widget_class, LpGallery, states);
  gtk_widget_class_bind_template_child (widget_class, LpGallery, cards);
  gtk_widget_class_bind_template_child (widget_class, LpGallery, nothing);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_install_action (widget_class, "gallery.show-all", NULL, show_all);
  gtk_widget_class_install_action (widget_class, "gallery.export", NULL, keep_action);
  gtk_widget_class_install_action (widget_class, "gallery.import", NULL, keep_action);
  gtk_widget_class_install_action (widget_class, "gallery.reset", NULL, keep_action);
  gtk_widget_class_install_action (widget_class, "gallery.copy-own", "s", own_action);
  gtk_widget_class_install_action (widget_class, "gallery.delete-own", "s", own_action);
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

static void
lp_gallery_init (LpGallery *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->above = g_ptr_array_new ();
  self->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_filters (self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_search_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->search), keys);
  g_signal_connect_object (lp_progress_get_default (), "changed", G_CALLBACK (update_progress), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);
  g_signal_connect (self, "unmap", G_CALLBACK (on_unmap), NULL);
}

void
lp_gallery_refresh (LpGallery *self)
{
  g_return_if_fail (LP_IS_GALLERY (self));

  if (self->order == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return; /* it looks when it is seen */
  refill (self);
  fill_above (self);
}

gboolean
lp_gallery_is_filled (LpGallery *self)
{
  g_return_val_if_fail (LP_IS_GALLERY (self), FALSE);

  return self->order != NULL && self->entries->len == self->order->len;
}

guint
lp_gallery_get_n_shown (LpGallery *self)
{
  g_return_val_if_fail (LP_IS_GALLERY (self), 0);

  return self->n_shown;
}

void
lp_gallery_search (LpGallery *self, const char *text)
{
  g_return_if_fail (LP_IS_GALLERY (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search), text != NULL ? text : "");
  on_search_changed (self);
}

GtkWidget *
lp_gallery_find_card (LpGallery *self, const char *id)
{
  g_return_val_if_fail (LP_IS_GALLERY (self), NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->cards)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (LP_IS_CARD (child) && gtk_widget_get_visible (child)
        && g_str_equal (lp_card_get_scenario (LP_CARD (child))->id, id))
      return child;
  return NULL;
}
