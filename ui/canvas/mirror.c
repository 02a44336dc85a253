#include "ui/canvas/mirror.h"

#include <glib/gi18n.h>

#include "ui/canvas/assistive.h"
#include "ui/canvas/element-proxy.h"
#include "ui/canvas/element-words.h"
#include "ui/canvas/walk.h"

/* Elements that are mirrored though nobody may listen: what it costs is not felt. */
#define FEW 400
/* Components in one go: about a millisecond. */
#define SLICE 50

struct _LpMirror
{
  GtkWidget *canvas;
  LpSession *session;   /* or NULL */
  LpStage *stage;
  GtkWidget *world;     /* the proxy that holds the others, or NULL */
  GHashTable *proxies;  /* id -> LpElementProxy */

  guint pass;
  guint idle;
  LpScene *scene;       /* of the pass under way, or NULL */
  LpElementWords *words;
  GArray *order;        /* numbers of components, containers before what they hold */
  guint done;
  GHashTable *last;     /* LpElementProxy -> the last child that was put into it */
};

static gboolean
is_listening (void)
{
  return lp_assistive_is_listening (lp_assistive_get_default ());
}

/* --- what is mirrored -------------------------------------------------------------------------------- */

static void
add_within (LpMirror *self, guint container)
{
  g_autoptr (GArray) children = lp_walk_children (self->stage, container);

  for (guint i = 0; i < children->len; i++)
    {
      guint child = g_array_index (children, guint, i);
      g_array_append_val (self->order, child);
      add_within (self, child);
    }
}

static guint
find_selected (LpMirror *self)
{
  const LpDesign *design = lp_stage_get_design (self->stage);
  const char *id = lp_selection_get_single (self->stage->selection);
  guint component = id != NULL ? lp_design_find (design, id) : LP_NONE;
  guint connection = id != NULL && component == LP_NONE ? lp_design_find_connection (design, id) : LP_NONE;

  return connection != LP_NONE ? lp_design_get_source (design, connection) : component;
}

static void
add_way_to_selected (LpMirror *self)
{
  const LpDesign *design = lp_stage_get_design (self->stage);

  for (guint at = find_selected (self); at != LP_NONE; at = lp_design_get_parent (design, at))
    g_array_prepend_val (self->order, at);
}

static gboolean
mirrors_all (LpMirror *self)
{
  const LpDesign *design = lp_stage_get_design (self->stage);

  return is_listening ()
         || lp_design_get_n_components (design) + lp_design_get_n_connections (design) <= FEW;
}

/* --- one element ------------------------------------------------------------------------------------- */

/* A new one where there is none, or where that has become something else: a role is for life. */
static LpElementProxy *
demand_proxy (LpMirror *self, GtkAccessibleRole role, const char *id)
{
  LpElementProxy *proxy = g_hash_table_lookup (self->proxies, id);

  if (proxy != NULL && lp_element_proxy_get_role (proxy) == role)
    return proxy;
  proxy = LP_ELEMENT_PROXY (g_object_ref_sink (lp_element_proxy_new (role, id)));
  GtkWidget *old = g_hash_table_lookup (self->proxies, id);
  if (old != NULL)
    {
      g_hash_table_remove (self->last, old);
      gtk_widget_unparent (old);
    }
  g_hash_table_replace (self->proxies, (gpointer) lp_element_proxy_get_id (proxy), proxy);
  return proxy;
}

static void
put (LpMirror *self, LpElementProxy *proxy, GtkWidget *parent, LpRect area)
{
  lp_element_proxy_set_pass (proxy, self->pass);
  lp_element_proxy_set_area (proxy, area);
  lp_element_proxy_put (proxy, parent, g_hash_table_lookup (self->last, parent));
  g_hash_table_insert (self->last, parent, proxy);
  lp_element_proxy_set_selected (proxy,
                                 lp_selection_contains (self->stage->selection, lp_element_proxy_get_id (proxy)));
}

static LpRect
area_of_route (LpScene *scene, guint connection)
{
  LpRect area = { 0, 0, 0, 0 };
  guint n;
  const LpPoint *route = lp_scene_get_route (scene, connection, &n);

  for (guint i = 0; i < n; i++)
    area = lp_rect_union (area, (LpRect){ route[i].x - 1, route[i].y - 1, 2, 2 });
  return area;
}

static void
mirror_connection (LpMirror *self, GtkWidget *parent, guint connection)
{
  const LpConnection *record = lp_design_get_connection (lp_scene_get_design (self->scene), connection);
  LpElementProxy *proxy = demand_proxy (self, GTK_ACCESSIBLE_ROLE_LINK, record->id);

  lp_element_proxy_take_words (proxy, lp_element_words_name_connection (self->words, connection),
                               lp_element_words_describe_connection (self->words, connection));
  put (self, proxy, parent, area_of_route (self->scene, connection));
}

static void
mirror_component (LpMirror *self, guint component)
{
  const LpDesign *design = lp_scene_get_design (self->scene);
  const LpPlacement *placement = lp_scene_get_placement (self->scene);
  const LpComponent *record = lp_design_get_component (design, component);
  GtkAccessibleRole role = placement->is_frame[component] ? GTK_ACCESSIBLE_ROLE_GROUP : GTK_ACCESSIBLE_ROLE_IMG;
  LpElementProxy *proxy = demand_proxy (self, role, record->id);
  GtkWidget *parent = record->in != NULL ? g_hash_table_lookup (self->proxies, record->in) : self->world;
  LpIndices out = lp_design_get_outgoing (design, component);

  lp_element_proxy_take_words (proxy, lp_element_words_name_component (self->words, component),
                               lp_element_words_describe_component (self->words, component));
  put (self, proxy, parent != NULL ? parent : self->world, placement->extent[component]);
  for (guint i = 0; i < out.n; i++)
    mirror_connection (self, GTK_WIDGET (proxy), out.items[i]);
}

/* --- a pass over the drawing ------------------------------------------------------------------------- */

static void
end_pass (LpMirror *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->words, lp_element_words_free);
  g_clear_pointer (&self->scene, lp_scene_unref);
  g_clear_pointer (&self->order, g_array_unref);
  g_hash_table_remove_all (self->last);
}

static void
remove_gone (LpMirror *self)
{
  GHashTableIter iter;
  gpointer proxy;

  g_hash_table_iter_init (&iter, self->proxies);
  while (g_hash_table_iter_next (&iter, NULL, &proxy))
    if (lp_element_proxy_get_pass (proxy) != self->pass)
      {
        /* Else the window would be left without a focus. */
        if (gtk_widget_is_focus (proxy))
          gtk_widget_grab_focus (self->canvas);
        gtk_widget_unparent (proxy);
        g_hash_table_iter_remove (&iter);
      }
}

static void
follow_focus (LpMirror *self)
{
  GtkRoot *root = gtk_widget_get_root (self->canvas);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (is_listening () && focus != NULL
      && (focus == self->canvas || (LP_IS_ELEMENT_PROXY (focus) && gtk_widget_is_ancestor (focus, self->canvas))))
    gtk_widget_grab_focus (self->canvas);
}

static gboolean
on_idle (gpointer data)
{
  LpMirror *self = data;

  for (guint i = 0; i < SLICE && self->done < self->order->len; i++)
    mirror_component (self, g_array_index (self->order, guint, self->done++));
  if (self->done < self->order->len)
    return G_SOURCE_CONTINUE;
  remove_gone (self);
  self->idle = 0;
  end_pass (self);
  follow_focus (self);
  return G_SOURCE_REMOVE;
}

static void
demand_world (LpMirror *self)
{
  if (self->world != NULL)
    return;
  self->world = lp_element_proxy_new (GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  lp_element_proxy_take_words (LP_ELEMENT_PROXY (self->world), g_strdup (_("Drawing")), g_strdup (""));
  gtk_widget_insert_after (self->world, self->canvas, NULL);
}

void
lp_mirror_update (LpMirror *self)
{
  end_pass (self);
  if (self->session == NULL || self->stage->scene == NULL || lp_assistive_is_off ())
    return;
  demand_world (self);
  lp_element_proxy_set_area (LP_ELEMENT_PROXY (self->world), lp_scene_get_bounds (self->stage->scene));
  gtk_widget_queue_allocate (self->canvas);
  self->pass++;
  self->done = 0;
  self->scene = lp_scene_ref (self->stage->scene);
  self->words = lp_element_words_new (lp_scene_get_design (self->scene), self->stage->catalogue,
                                      lp_session_get_review (self->session));
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  if (mirrors_all (self))
    add_within (self, LP_NONE);
  else
    add_way_to_selected (self);
  self->idle = g_idle_add_full (G_PRIORITY_LOW, on_idle, self, NULL);
}

/* --- selection and focus ----------------------------------------------------------------------------- */

static void
mark_selected (LpMirror *self)
{
  GHashTableIter iter;
  gpointer id, proxy;

  g_hash_table_iter_init (&iter, self->proxies);
  while (g_hash_table_iter_next (&iter, &id, &proxy))
    lp_element_proxy_set_selected (proxy, lp_selection_contains (self->stage->selection, id));
}

static void
on_selection_changed (LpMirror *self)
{
  const char *id = lp_selection_get_single (self->stage->selection);

  if (self->world == NULL || self->stage->scene == NULL)
    return;
  mark_selected (self);
  if (id != NULL && g_hash_table_lookup (self->proxies, id) == NULL)
    lp_mirror_update (self);
  else
    follow_focus (self);
}

GtkWidget *
lp_mirror_get_focus (LpMirror *self)
{
  const char *id = self->session != NULL && is_listening () ? lp_selection_get_single (self->stage->selection) : NULL;

  return id != NULL ? g_hash_table_lookup (self->proxies, id) : NULL;
}

/* --- the mirror -------------------------------------------------------------------------------------- */

void
lp_mirror_allocate (LpMirror *self)
{
  if (self->world == NULL || self->stage == NULL || self->stage->scene == NULL)
    return;
  LpRect bounds = lp_scene_get_bounds (self->stage->scene);
  LpPoint corner = lp_viewport_to_view (self->stage->viewport, (LpPoint){ bounds.x, bounds.y });

  lp_element_proxy_allocate_at (LP_ELEMENT_PROXY (self->world), corner, lp_viewport_get_zoom (self->stage->viewport));
}

static void
on_viewport_changed (LpMirror *self)
{
  if (self->world != NULL)
    gtk_widget_queue_allocate (self->canvas);
}

static void
clear (LpMirror *self)
{
  end_pass (self);
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->stage->selection, self);
      g_signal_handlers_disconnect_by_data (self->stage->viewport, self);
    }
  g_hash_table_remove_all (self->proxies);
  g_clear_pointer (&self->world, gtk_widget_unparent);
  g_clear_object (&self->stage);
  g_clear_object (&self->session);
}

void
lp_mirror_set_session (LpMirror *self, LpSession *session, LpStage *stage)
{
  clear (self);
  if (session == NULL || lp_assistive_is_off ())
    return;
  self->session = g_object_ref (session);
  self->stage = g_object_ref (stage);
  g_signal_connect_swapped (stage->selection, "changed", G_CALLBACK (on_selection_changed), self);
  g_signal_connect_swapped (stage->viewport, "changed", G_CALLBACK (on_viewport_changed), self);
}

LpMirror *
lp_mirror_new (GtkWidget *canvas)
{
  LpMirror *self = g_new0 (LpMirror, 1);

  self->canvas = canvas;
  self->proxies = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->last = g_hash_table_new (NULL, NULL);
  g_signal_connect_swapped (lp_assistive_get_default (), "notify::listening", G_CALLBACK (lp_mirror_update), self);
  return self;
}

void
lp_mirror_free (LpMirror *self)
{
  g_signal_handlers_disconnect_by_data (lp_assistive_get_default (), self);
  clear (self);
  g_hash_table_unref (self->proxies);
  g_hash_table_unref (self->last);
  g_free (self);
}
