#include "ui/gallery/gallery-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "learning/own-scenarios.h"
#include "rules/topic.h"
#include "ui/gallery/own-card.h"
#include "ui/text/wrapping.h"

/* Cards made at a time, so that the window stays quick meanwhile. */
#define BATCH 4
/* Of what is to be continued, and of what is due. */
#define MOST_ABOVE 4

void
lp_gallery_entry_clear (gpointer entry)
{
  g_free (((LpGalleryEntry *) entry)->folded);
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

int
lp_gallery_find_own (LpGallery *self, const char *id)
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

  if (lp_gallery_find_own (self, scenario->id) >= 0)
    lp_own_card_equip (card, scenario);
  lp_card_set_progress (LP_CARD (card), lp_progress_get (lp_progress_get_default (), scenario->id));
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

void
lp_gallery_look_soon (LpGallery *self)
{
  if (self->look_idle == 0)
    self->look_idle = g_idle_add_full (G_PRIORITY_LOW, look, self, NULL);
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

void
lp_gallery_fill_above (LpGallery *self)
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
  LpGalleryEntry entry = { .folded = lp_gallery_fold (self->order->pdata[number]) };

  entry.heading = same ? g_array_index (self->entries, LpGalleryEntry, number - 1).heading
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
  lp_gallery_apply_filter (self);
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
      const LpGalleryEntry *entry = &g_array_index (self->entries, LpGalleryEntry, i);
      gtk_widget_unparent (entry->card);
      if (i + 1 == self->entries->len || g_array_index (self->entries, LpGalleryEntry, i + 1).heading != entry->heading)
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
void
lp_gallery_refill (LpGallery *self)
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
  lp_gallery_refill (self);
  lp_gallery_fill_above (self);
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

void
lp_gallery_load (LpGallery *self)
{
  /* Not before the window is painted. */
  if (self->load_idle == 0)
    self->load_idle = g_idle_add_full (G_PRIORITY_LOW, load, self, NULL);
}

void
lp_gallery_update_progress (LpGallery *self)
{
  if (self->order == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  lp_gallery_fill_above (self);
  for (guint i = 0; i < self->entries->len; i++)
    {
      LpCard *card = LP_CARD (g_array_index (self->entries, LpGalleryEntry, i).card);
      lp_card_set_progress (card, lp_progress_get (lp_progress_get_default (), lp_card_get_scenario (card)->id));
    }
  lp_gallery_apply_filter (self);
}

gboolean
lp_gallery_is_filled (LpGallery *self)
{
  g_return_val_if_fail (LP_IS_GALLERY (self), FALSE);

  return self->order != NULL && self->entries->len == self->order->len;
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
