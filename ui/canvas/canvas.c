#include "ui/canvas/canvas.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/application/theme.h"
#include "ui/canvas/arrange.h"
#include "ui/canvas/canvas-private.h"
#include "ui/canvas/element-proxy.h"

/* Painting of missing tiles in one frame, in microseconds. */
#define PAINT_BUDGET 4500
#define FIT_MARGIN 2.0

G_DEFINE_FINAL_TYPE (LpCanvas, lp_canvas, GTK_TYPE_WIDGET)

enum
{
  MESSAGE,
  MARK_ACTIVATED,
  COMMENT_ACTIVATED,
  FIX_WANTED,
  SCENE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

LpStage *
lp_canvas_get_stage (LpCanvas *self)
{
  return self->stage;
}

gboolean
lp_canvas_is_complete (LpCanvas *self)
{
  return self->complete;
}

/* --- scenes ------------------------------------------------------------------------------------------ */

static void
on_viewport_changed (LpCanvas *self)
{
  self->fitted = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
show_place (LpCanvas *self)
{
  LpRect middle = { self->place.centre.x - 0.5, self->place.centre.y - 0.5, 1, 1 };

  lp_viewport_fit (self->stage->viewport, middle, 0, self->place.zoom);
  self->place.zoom = 0;
}

static void
fit_if_wanted (LpCanvas *self)
{
  if (!self->fit_wanted || self->stage == NULL || self->stage->scene == NULL
      || lp_viewport_get_width (self->stage->viewport) < 1)
    return;
  self->fit_wanted = FALSE;
  if (self->place.zoom > 0)
    show_place (self);
  else
    lp_canvas_fit (self);
}

static void
show_scene (LpCanvas *self, LpScene *scene)
{
  g_autoptr (LpScene) kept = lp_scene_ref (scene);

  g_clear_pointer (&self->pending, lp_scene_unref);
  lp_tile_cache_set_scene (self->tiles, kept);
  lp_stage_set_scene (self->stage, kept);
  fit_if_wanted (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  lp_mirror_update (self->mirror);
  g_signal_emit (self, signals[SCENE_CHANGED], 0);
}

static void
on_scene_ready (LpScene *scene, gpointer data)
{
  LpCanvas *self = data;

  if (self->stage->gesture == NULL)
    {
      show_scene (self, scene);
      return;
    }
  g_clear_pointer (&self->pending, lp_scene_unref);
  self->pending = lp_scene_ref (scene);
}

static void
on_change_ready (LpSceneChange *change, gpointer data)
{
  LpCanvas *self = data;

  lp_stage_set_change (self->stage, change);
}

static void
on_preview (LpCanvas *self, LpDesign *design)
{
  if (design != NULL)
    lp_scene_loader_preview (self->loader, self->stage->scene, design, lp_session_get_review (self->session));
  else
    lp_scene_loader_forget_previews (self->loader);
}

void
lp_canvas_request_scene (LpCanvas *self)
{
  if (self->waiting)
    return;
  const LpMendPreview *mend = self->stage->mend;
  g_autoptr (LpDesign) design = mend != NULL ? lp_design_ref (mend->shown)
                                             : lp_document_snapshot (lp_session_get_document (self->session));

  lp_scene_loader_request (self->loader, design, mend == NULL ? lp_session_get_review (self->session) : NULL);
}

/* What waits is older than the edit. */
static void
on_document_changed (LpCanvas *self)
{
  g_clear_pointer (&self->pending, lp_scene_unref);
  lp_canvas_request_scene (self);
}

static void
on_overlay_changed (LpCanvas *self)
{
  if (self->stage->gesture == NULL && self->pending != NULL)
    {
      g_autoptr (LpScene) scene = g_steal_pointer (&self->pending);
      show_scene (self, scene);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_message (LpCanvas *self, const char *message)
{
  g_signal_emit (self, signals[MESSAGE], 0, message);
}

static void
on_mark_activated (LpCanvas *self, guint finding)
{
  g_signal_emit (self, signals[MARK_ACTIVATED], 0, finding);
  lp_canvas_ask (self, finding);
}

static void
on_comment_activated (LpCanvas *self, const char *comment)
{
  g_signal_emit (self, signals[COMMENT_ACTIVATED], 0, comment);
}

static void
on_next_wanted (LpCanvas *self, guint component, double x, double y)
{
  LpPoint at = { x, y };

  lp_canvas_pick_next (self, lp_design_get_component (lp_stage_get_design (self->stage), component)->id, &at);
}

static char *
describe_selection (LpCanvas *self)
{
  guint n = lp_selection_get_size (self->stage->selection);
  const char *id = lp_selection_get_single (self->stage->selection);
  const LpComponent *component
      = id != NULL ? lp_document_get_component (lp_session_get_document (self->session), id) : NULL;

  if (component == NULL)
    return n == 0 ? g_strdup (_("Drawing, nothing selected"))
                  : g_strdup_printf (ngettext ("Drawing, %u selected", "Drawing, %u selected", n), n);
  const LpKind *kind = lp_catalogue_find (self->stage->catalogue, component->kind);
  return g_strdup_printf ("%s, %s", lp_component_get_name (component),
                          kind != NULL ? lp_text (&kind->name) : component->kind);
}

static void
on_selection_changed (LpCanvas *self)
{
  g_autofree char *label = describe_selection (self);

  g_clear_pointer (&self->stage->lit, g_strfreev);
  self->stage->segment = LP_NONE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
close_session (LpCanvas *self)
{
  if (self->session == NULL)
    return;
  lp_canvas_end_rename (self, TRUE);
  lp_mirror_set_session (self->mirror, NULL, NULL);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_signal_handlers_disconnect_by_data (lp_session_get_document (self->session), self);
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_signal_handlers_disconnect_by_data (self->stage, self);
  g_signal_handlers_disconnect_by_data (self->stage->viewport, self);
  g_signal_handlers_disconnect_by_data (self->stage->selection, self);
  g_clear_pointer (&self->loader, lp_scene_loader_free);
  lp_canvas_stop_motion (self);
  g_clear_pointer (&self->pending, lp_scene_unref);
  lp_tile_cache_set_scene (self->tiles, NULL);
  self->hidden_layers = 0;
  g_clear_pointer (&self->left_open, lp_left_open_free);
  g_clear_pointer (&self->asked, g_free);
  g_clear_object (&self->stage);
  g_clear_object (&self->session);
}

static void
open_session (LpCanvas *self, LpSession *session)
{
  const LpCatalogue *catalogue = lp_catalogue_get_default ();
  LpDocument *document = lp_session_get_document (session);

  self->session = g_object_ref (session);
  self->left_open = lp_left_open_new ();
  self->stage = lp_stage_new (document, catalogue);
  self->loader = lp_scene_loader_new (catalogue, on_scene_ready, self);
  lp_scene_loader_set_change_ready (self->loader, on_change_ready);
  lp_viewport_set_size (self->stage->viewport, gtk_widget_get_width (GTK_WIDGET (self)),
                        gtk_widget_get_height (GTK_WIDGET (self)));
  g_signal_connect_swapped (document, "changed", G_CALLBACK (on_document_changed), self);
  g_signal_connect_swapped (session, "reviewed", G_CALLBACK (lp_canvas_request_scene), self);
  g_signal_connect_swapped (self->stage, "overlay-changed", G_CALLBACK (on_overlay_changed), self);
  g_signal_connect_swapped (self->stage, "preview", G_CALLBACK (on_preview), self);
  g_signal_connect_swapped (self->stage, "message", G_CALLBACK (on_message), self);
  g_signal_connect_swapped (self->stage, "mark-activated", G_CALLBACK (on_mark_activated), self);
  g_signal_connect_swapped (self->stage, "comment-activated", G_CALLBACK (on_comment_activated), self);
  g_signal_connect_swapped (self->stage, "next-wanted", G_CALLBACK (on_next_wanted), self);
  g_signal_connect_swapped (self->stage->viewport, "changed", G_CALLBACK (on_viewport_changed), self);
  g_signal_connect_swapped (self->stage->selection, "changed", G_CALLBACK (on_selection_changed), self);
  lp_mirror_set_session (self->mirror, session, self->stage);
  self->fit_wanted = TRUE;
  on_selection_changed (self);
  lp_canvas_request_scene (self);
}

void
lp_canvas_wait (LpCanvas *self)
{
  g_return_if_fail (LP_IS_CANVAS (self));

  self->waiting = !gtk_widget_get_mapped (GTK_WIDGET (self));
}

void
lp_canvas_set_session (LpCanvas *self, LpSession *session)
{
  g_return_if_fail (LP_IS_CANVAS (self));

  if (session == self->session)
    return;
  close_session (self);
  if (session != NULL)
    open_session (self, session);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- showing ----------------------------------------------------------------------------------------- */

void
lp_canvas_fit (LpCanvas *self)
{
  g_return_if_fail (LP_IS_CANVAS (self));

  if (self->stage == NULL || self->stage->scene == NULL)
    return;
  lp_viewport_fit (self->stage->viewport, lp_scene_get_bounds (self->stage->scene), FIT_MARGIN, 1);
  self->fitted = TRUE;
}

void
lp_canvas_set_place (LpCanvas *self, const LpCanvasPlace *place)
{
  g_return_if_fail (LP_IS_CANVAS (self));

  self->place = *place;
  self->fit_wanted = TRUE;
  fit_if_wanted (self);
}

gboolean
lp_canvas_get_place (LpCanvas *self, LpCanvasPlace *place)
{
  g_return_val_if_fail (LP_IS_CANVAS (self), FALSE);

  if (self->stage == NULL || self->fitted || (self->fit_wanted && self->place.zoom <= 0))
    return FALSE;
  if (self->fit_wanted)
    *place = self->place;
  else
    *place = (LpCanvasPlace){ lp_viewport_get_zoom (self->stage->viewport),
                              lp_rect_centre (lp_viewport_get_visible (self->stage->viewport)) };
  return TRUE;
}

gboolean
lp_canvas_has_scene (LpCanvas *self)
{
  return self->stage != NULL && self->stage->scene != NULL;
}

gboolean
lp_canvas_find_area (LpCanvas *self, const char *id, LpRect *area)
{
  if (self->stage == NULL || self->stage->scene == NULL)
    return FALSE;
  const LpDesign *design = lp_stage_get_design (self->stage);
  guint component = lp_design_find (design, id);
  if (component != LP_NONE)
    {
      *area = lp_scene_get_placement (self->stage->scene)->extent[component];
      return TRUE;
    }
  guint connection = lp_design_find_connection (design, id);
  if (connection == LP_NONE)
    return FALSE;
  guint n;
  const LpPoint *route = lp_scene_get_route (self->stage->scene, connection, &n);
  *area = (LpRect){ 0, 0, 0, 0 };
  for (guint i = 0; i < n; i++)
    *area = lp_rect_union (*area, (LpRect){ route[i].x - 1, route[i].y - 1, 2, 2 });
  return n > 0;
}

/* Itself, or the box that it is folded into. */
static const char *
find_shown (LpCanvas *self, const char *id)
{
  if (self->stage == NULL || self->stage->scene == NULL)
    return NULL;
  const LpFold *fold = lp_scene_get_fold (self->stage->scene);
  guint component = lp_fold_find (fold, id);
  guint connection = lp_fold_find_connection (fold, id);
  if (component != LP_NONE)
    return lp_design_get_component (fold->shown, component)->id;
  return connection != LP_NONE ? lp_design_get_connection (fold->shown, connection)->id : NULL;
}

void
lp_canvas_show_element (LpCanvas *self, const char *id)
{
  g_return_if_fail (LP_IS_CANVAS (self));

  LpRect area;
  const char *shown = find_shown (self, id);
  if (shown == NULL || !lp_canvas_find_area (self, shown, &area))
    return;
  lp_selection_set (self->stage->selection, shown);
  lp_viewport_reveal (self->stage->viewport, area, 48);
}

void
lp_canvas_light_up (LpCanvas *self, const char *const *ids)
{
  g_return_if_fail (LP_IS_CANVAS (self));

  if (self->stage == NULL)
    return;
  g_strfreev (self->stage->lit);
  self->stage->lit = g_strdupv ((GStrv) ids);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
lp_canvas_place (LpCanvas *self, const char *kind)
{
  g_return_if_fail (LP_IS_CANVAS (self));

  if (self->stage == NULL || self->stage->scene == NULL)
    return;
  g_autofree char *id = lp_arrange_place (self->stage, kind, NULL);
  LpRect area;
  if (id != NULL && lp_canvas_find_area (self, id, &area))
    lp_viewport_reveal (self->stage->viewport, area, 48);
}

static void
take_away (gpointer child)
{
  gtk_widget_unparent (child);
  g_object_unref (child);
}

void
lp_canvas_take_away (GtkWidget *child)
{
  g_idle_add_once (take_away, g_object_ref (child));
}

static void
on_popover_closed (GtkWidget *popover, LpCanvas *self)
{
  GtkWidget *focus = g_object_get_data (G_OBJECT (popover), "focus");

  if (self->popover != popover)
    return;
  self->popover = NULL;
  lp_canvas_take_away (popover);
  if (gtk_widget_is_sensitive (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  else if (focus != NULL && gtk_widget_get_mapped (focus))
    gtk_widget_grab_focus (focus);
}

/* What is pressed in a popover is not for the drawing below it. A menu sees to that itself. */
static gboolean
on_popover_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, GtkWidget *popover)
{
  switch (key)
    {
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
    case GDK_KEY_ISO_Left_Tab:
      {
        GtkDirectionType direction = (state & GDK_SHIFT_MASK) != 0 ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD;
        /* At the end it begins again. */
        if (!gtk_widget_child_focus (popover, direction))
          gtk_widget_child_focus (popover, direction);
        return GDK_EVENT_STOP;
      }
    case GDK_KEY_Up:
      gtk_widget_child_focus (popover, GTK_DIR_UP);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
      gtk_widget_child_focus (popover, GTK_DIR_DOWN);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
      gtk_widget_child_focus (popover, GTK_DIR_LEFT);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
      gtk_widget_child_focus (popover, GTK_DIR_RIGHT);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      return GDK_EVENT_PROPAGATE;
    default:
      return (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0;
    }
}

/* Where nothing can be drawn, to what is around the canvas, which is not insensitive; the focus is elsewhere then. */
static void
attach_popover (LpCanvas *self, GtkWidget *popover)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (focus != NULL)
    g_object_set_data_full (G_OBJECT (popover), "focus", g_object_ref (focus), g_object_unref);
  gtk_widget_set_parent (popover, gtk_widget_is_sensitive (GTK_WIDGET (self))
                                      ? GTK_WIDGET (self)
                                      : gtk_widget_get_parent (GTK_WIDGET (self)));
}

void
lp_canvas_show_popover (LpCanvas *self, GtkWidget *popover, LpRect area)
{
  LpRect view = lp_viewport_rect_to_view (self->stage->viewport, area);
  GdkRectangle at = { (int) view.x, (int) view.y, MAX ((int) view.w, 1), MAX ((int) view.h, 1) };
  GdkRectangle seen = { 0, 0, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)) };

  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  attach_popover (self, popover);
  self->popover = popover;
  if (!GTK_IS_POPOVER_MENU (popover))
    {
      GtkEventController *keys = gtk_event_controller_key_new ();
      g_signal_connect (keys, "key-pressed", G_CALLBACK (on_popover_key), popover);
      gtk_widget_add_controller (popover, keys);
    }
  /* GTK has no monitor to ask for a place that is off all of them. */
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), gdk_rectangle_intersect (&at, &seen, &at) ? &at : &seen);
  g_signal_connect (popover, "closed", G_CALLBACK (on_popover_closed), self);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/* --- the widget -------------------------------------------------------------------------------------- */

static void
look_up_colours (LpCanvas *self)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));

  if (!gtk_style_context_lookup_color (style, "accent_bg_color", &self->view.accent))
    gdk_rgba_parse (&self->view.accent, "#3584e4");
  if (!gtk_style_context_lookup_color (style, "destructive_bg_color", &self->view.refusal))
    gdk_rgba_parse (&self->view.refusal, "#c01c28");
}

static void
prepare_output (LpCanvas *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));

  self->view.theme = lp_theme_current ();
  self->view.scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  self->view.textures = !GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native));
  self->view.pango = gtk_widget_get_pango_context (GTK_WIDGET (self));
  look_up_colours (self);
  lp_tile_cache_set_output (self->tiles, self->view.theme, self->view.scale, self->view.textures);
}

static gboolean
draw_again (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  gtk_widget_queue_draw (widget);
  return G_SOURCE_REMOVE;
}

static void
lp_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LpCanvas *self = LP_CANVAS (widget);

  if (self->stage == NULL)
    return;
  prepare_output (self);
  if (lp_canvas_snapshot_motion (self, snapshot))
    return;
  lp_tile_cache_set_change (self->tiles, self->stage->change);
  self->complete = lp_tile_cache_snapshot (self->tiles, snapshot, self->stage->viewport, PAINT_BUDGET);
  if (!self->complete)
    gtk_widget_add_tick_callback (widget, draw_again, NULL, NULL);
  lp_overlay_view_snapshot (&self->view, snapshot, self->stage);
  if (self->editor != NULL)
    gtk_widget_snapshot_child (widget, self->editor, snapshot);
}

static void
lp_canvas_map (GtkWidget *widget)
{
  LpCanvas *self = LP_CANVAS (widget);
  gboolean waited = self->waiting;

  GTK_WIDGET_CLASS (lp_canvas_parent_class)->map (widget);
  self->waiting = FALSE;
  if (waited && self->session != NULL)
    lp_canvas_request_scene (self);
}

static void
lp_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LpCanvas *self = LP_CANVAS (widget);

  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
  if (self->stage == NULL)
    return;
  /* Only with another size: an edit must not move what is seen. */
  gboolean fitted = self->fitted
                    && (width != lp_viewport_get_width (self->stage->viewport)
                        || height != lp_viewport_get_height (self->stage->viewport));
  lp_viewport_set_size (self->stage->viewport, width, height);
  self->fit_wanted = self->fit_wanted || fitted;
  fit_if_wanted (self);
  lp_canvas_allocate_editor (self);
  lp_mirror_allocate (self->mirror);
}

/* --- the keyboard ------------------------------------------------------------------------------------ */

gboolean
lp_canvas_has_keyboard (LpCanvas *self)
{
  g_return_val_if_fail (LP_IS_CANVAS (self), FALSE);

  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  return focus == GTK_WIDGET (self)
         || (focus != NULL && LP_IS_ELEMENT_PROXY (focus) && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)));
}

static gboolean
lp_canvas_grab_focus (GtkWidget *widget)
{
  LpCanvas *self = LP_CANVAS (widget);
  GtkWidget *proxy = self->mirror != NULL ? lp_mirror_get_focus (self->mirror) : NULL;

  return (proxy != NULL && gtk_widget_grab_focus (proxy)) || GTK_WIDGET_CLASS (lp_canvas_parent_class)->grab_focus (widget);
}

/* Into the drawing and out of it: what goes over its elements are keys of its own. */
static gboolean
lp_canvas_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_get_focus_child (widget) == NULL && !gtk_widget_is_focus (widget) && gtk_widget_grab_focus (widget);
}

static void
lp_canvas_dispose (GObject *object)
{
  LpCanvas *self = LP_CANVAS (object);

  close_session (self);
  self->popover = NULL;
  g_clear_pointer (&self->mirror, lp_mirror_free);
  /* Also those that are on their way out. */
  while (gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_unparent (gtk_widget_get_first_child (GTK_WIDGET (self)));
  G_OBJECT_CLASS (lp_canvas_parent_class)->dispose (object);
}

static void
lp_canvas_finalize (GObject *object)
{
  LpCanvas *self = LP_CANVAS (object);

  g_strfreev (self->nudged);
  g_free (self->walked_from);
  lp_overlay_view_clear (&self->view);
  lp_tile_cache_free (self->tiles);
  G_OBJECT_CLASS (lp_canvas_parent_class)->finalize (object);
}

static void
lp_canvas_class_init (LpCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lp_canvas_dispose;
  object_class->finalize = lp_canvas_finalize;
  widget_class->snapshot = lp_canvas_snapshot;
  widget_class->map = lp_canvas_map;
  widget_class->size_allocate = lp_canvas_size_allocate;
  widget_class->grab_focus = lp_canvas_grab_focus;
  widget_class->focus = lp_canvas_focus;
  gtk_widget_class_set_css_name (widget_class, "lpcanvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_WIDGET);
  lp_canvas_class_add_actions (widget_class);
  signals[MESSAGE] = g_signal_new ("message", LP_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   G_TYPE_STRING);
  signals[MARK_ACTIVATED] = g_signal_new ("mark-activated", LP_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[COMMENT_ACTIVATED] = g_signal_new ("comment-activated", LP_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                             NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FIX_WANTED] = g_signal_new ("fix-wanted", LP_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                      1, G_TYPE_UINT);
  signals[SCENE_CHANGED]
      = g_signal_new ("scene-changed", LP_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lp_canvas_init (LpCanvas *self)
{
  self->tiles = lp_tile_cache_new ();
  self->mirror = lp_mirror_new (GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  lp_canvas_add_controllers (self);
  lp_canvas_add_findings (self);
  lp_canvas_add_menu_controllers (self);
  lp_canvas_add_rename_controllers (self);
}
