#include "ui/document/document-view.h"

#include <glib/gi18n.h>

#include "ui/document/parts.h"

struct _LpDocumentView
{
  AdwBin parent_instance;
  GtkBox *banners;
  GtkOverlay *overlay;
  LpCanvas *canvas;
  LpSession *session;
  char *panel_page;
  AdwFlap *flap;   /* of the window that it is in, which folds where it is narrow; or NULL */
  guint fold_source;
};

G_DEFINE_FINAL_TYPE (LpDocumentView, lp_document_view, ADW_TYPE_BIN)

enum
{
  PROP_TITLE = 1,
  PROP_TOOLTIP,
  N_PROPS
};

enum
{
  OPEN_SESSION,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

LpSession *
lp_document_view_get_session (LpDocumentView *self)
{
  return self->session;
}

LpDocument *
lp_document_view_get_document (LpDocumentView *self)
{
  return lp_session_get_document (self->session);
}

LpCanvas *
lp_document_view_get_canvas (LpDocumentView *self)
{
  return self->canvas;
}

gboolean
lp_document_view_is_modified (LpDocumentView *self)
{
  return lp_document_is_modified (lp_session_get_document (self->session));
}

gboolean
lp_document_view_needs_saving (LpDocumentView *self)
{
  g_return_val_if_fail (LP_IS_DOCUMENT_VIEW (self), FALSE);

  lp_canvas_keep_writing (self->canvas);
  if (lp_session_saves_itself (self->session))
    lp_session_save_itself (self->session, NULL);
  return lp_document_view_is_modified (self);
}

gboolean
lp_document_view_is_pristine (LpDocumentView *self)
{
  LpDocument *document = lp_session_get_document (self->session);

  if (lp_session_get_file (self->session) != NULL || lp_document_is_modified (document)
      || lp_document_can_undo (document) || lp_document_can_redo (document))
    return FALSE;
  g_autoptr (LpDesign) design = lp_document_snapshot (document);
  return lp_design_get_n_components (design) == 0;
}

void
lp_document_view_add_overlay (LpDocumentView *self, GtkWidget *widget)
{
  g_return_if_fail (LP_IS_DOCUMENT_VIEW (self));

  gtk_overlay_add_overlay (self->overlay, widget);
}

void
lp_document_view_set_bare (LpDocumentView *self, gboolean bare)
{
  g_return_if_fail (LP_IS_DOCUMENT_VIEW (self));

  if (lp_canvas_get_stage (self->canvas) != NULL)
    lp_canvas_get_stage (self->canvas)->bare = bare;
  if (bare)
    gtk_widget_add_css_class (GTK_WIDGET (self->canvas), "bare");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->canvas), "bare");
  /* Whether they are visible is their own affair. */
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->overlay)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (child != GTK_WIDGET (self->canvas))
      {
        gtk_widget_set_opacity (child, bare ? 0 : 1);
        gtk_widget_set_sensitive (child, !bare);
      }
}

const char *
lp_document_view_get_panel_page (LpDocumentView *self)
{
  return self->panel_page;
}

void
lp_document_view_set_panel_page (LpDocumentView *self, const char *name)
{
  g_autofree char *copy = g_strdup (name);

  g_free (self->panel_page);
  self->panel_page = g_steal_pointer (&copy);
}

/* --- banners ----------------------------------------------------------------------------------------- */

static GtkWidget *
find_strip (GtkWidget *widget)
{
  if (GTK_IS_BOX (widget) && gtk_widget_has_css_class (widget, "strip"))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_strip (child);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
fold_banners (gpointer data)
{
  LpDocumentView *self = data;
  gboolean narrow = self->flap != NULL && adw_flap_get_folded (self->flap);

  self->fold_source = 0;
  for (GtkWidget *banner = gtk_widget_get_first_child (GTK_WIDGET (self->banners)); banner != NULL;
       banner = gtk_widget_get_next_sibling (banner))
    {
      GtkWidget *strip = find_strip (banner);
      if (strip != NULL)
        gtk_orientable_set_orientation (GTK_ORIENTABLE (strip),
                                        narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
    }
  return G_SOURCE_REMOVE;
}

/* The flap folds while sizes are being given out, when nothing may ask for another one. */
static void
fold_soon (LpDocumentView *self)
{
  if (self->fold_source == 0)
    self->fold_source = g_idle_add (fold_banners, self);
}

static void
leave_flap (LpDocumentView *self)
{
  if (self->flap != NULL)
    g_signal_handlers_disconnect_by_data (self->flap, self);
  g_clear_object (&self->flap);
  g_clear_handle_id (&self->fold_source, g_source_remove);
}

static void
lp_document_view_root (GtkWidget *widget)
{
  LpDocumentView *self = LP_DOCUMENT_VIEW (widget);

  GTK_WIDGET_CLASS (lp_document_view_parent_class)->root (widget);
  GtkWidget *flap = gtk_widget_get_ancestor (widget, ADW_TYPE_FLAP);
  if (flap == NULL)
    return;
  self->flap = ADW_FLAP (g_object_ref (flap));
  g_signal_connect_swapped (flap, "notify::folded", G_CALLBACK (fold_soon), self);
  fold_soon (self);
}

static void
lp_document_view_unroot (GtkWidget *widget)
{
  leave_flap (LP_DOCUMENT_VIEW (widget));
  GTK_WIDGET_CLASS (lp_document_view_parent_class)->unroot (widget);
}

static GtkWidget *
find_revealer (GtkWidget *banner)
{
  return GTK_IS_REVEALER (banner) ? banner : gtk_widget_get_first_child (banner);
}

void
lp_document_view_add_banner (LpDocumentView *self, GtkWidget *widget)
{
  g_return_if_fail (LP_IS_DOCUMENT_VIEW (self));

  GtkWidget *revealer = find_revealer (widget);
  /* What is not seen asks for no room: the window may be narrower than its words are long. */
  if (GTK_IS_REVEALER (revealer))
    g_object_bind_property (revealer, "reveal-child", widget, "visible", G_BINDING_SYNC_CREATE);
  gtk_box_append (self->banners, widget);
  fold_soon (self);
}

/* --- what the tab says ------------------------------------------------------------------------------- */

static char *
dup_title (LpDocumentView *self)
{
  g_autofree char *title = lp_session_dup_title (self->session);

  gboolean marked = lp_document_view_is_modified (self) && !lp_session_saves_itself (self->session);

  return g_strconcat (marked ? "• " : "", title, NULL);
}

static char *
dup_tooltip (LpDocumentView *self)
{
  GFile *file = lp_session_get_file (self->session);
  g_autofree char *place = file != NULL ? g_file_get_parse_name (file) : NULL;
  g_autofree char *text = NULL;

  if (place == NULL)
    text = g_strdup (_("Not saved in a file yet"));
  else if (lp_session_saves_itself (self->session))
    text = g_strdup (_("An attempt at a scenario, which saves itself"));
  else if (lp_document_view_is_modified (self))
    text = g_strdup_printf (_("%s, with changes that are not saved"), place);
  else
    text = g_steal_pointer (&place);
  return g_markup_escape_text (text, -1);
}

static void
on_title_changed (LpDocumentView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOOLTIP]);
}

/* --- the widget -------------------------------------------------------------------------------------- */

static void
lp_document_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LpDocumentView *self = LP_DOCUMENT_VIEW (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_take_string (value, dup_title (self));
      break;
    case PROP_TOOLTIP:
      g_value_take_string (value, dup_tooltip (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lp_document_view_dispose (GObject *object)
{
  LpDocumentView *self = LP_DOCUMENT_VIEW (object);

  leave_flap (self);
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      lp_canvas_set_session (self->canvas, NULL);
    }
  G_OBJECT_CLASS (lp_document_view_parent_class)->dispose (object);
  g_clear_object (&self->session);
}

static void
lp_document_view_finalize (GObject *object)
{
  g_free (LP_DOCUMENT_VIEW (object)->panel_page);
  G_OBJECT_CLASS (lp_document_view_parent_class)->finalize (object);
}

static void
lp_document_view_class_init (LpDocumentViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = lp_document_view_get_property;
  object_class->dispose = lp_document_view_dispose;
  object_class->finalize = lp_document_view_finalize;
  widget_class->root = lp_document_view_root;
  widget_class->unroot = lp_document_view_unroot;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_TOOLTIP] = g_param_spec_string ("tooltip", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[OPEN_SESSION] = g_signal_new ("open-session", LP_TYPE_DOCUMENT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, LP_TYPE_SESSION);
  g_type_ensure (LP_TYPE_CANVAS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/loadpath/Loadpath/ui/document/document-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LpDocumentView, banners);
  gtk_widget_class_bind_template_child (widget_class, LpDocumentView, overlay);
  gtk_widget_class_bind_template_child (widget_class, LpDocumentView, canvas);
}

static void
lp_document_view_init (LpDocumentView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static LpDocumentView *
make (LpSession *session, gboolean behind)
{
  LpDocumentView *self = g_object_new (LP_TYPE_DOCUMENT_VIEW, NULL);

  if (behind)
    lp_canvas_wait (self->canvas);
  self->session = g_object_ref (session);
  lp_canvas_set_session (self->canvas, session);
  g_signal_connect_swapped (session, "notify", G_CALLBACK (on_title_changed), self);
  for (guint i = 0; lp_document_parts[i] != NULL; i++)
    lp_document_parts[i](self);
  return self;
}

LpDocumentView *
lp_document_view_new (LpSession *session)
{
  g_return_val_if_fail (LP_IS_SESSION (session), NULL);

  return make (session, FALSE);
}

LpDocumentView *
lp_document_view_new_behind (LpSession *session)
{
  g_return_val_if_fail (LP_IS_SESSION (session), NULL);

  return make (session, TRUE);
}
