#include "ui/canvas/element-proxy.h"

struct _LpElementProxy
{
  GtkWidget parent_instance;
  char *id;
  char *name;
  char *description;
  LpRect area;
  double scale;     /* pixels per unit */
  guint pass;
  gboolean selected;
};

G_DEFINE_FINAL_TYPE (LpElementProxy, lp_element_proxy, GTK_TYPE_WIDGET)

GtkWidget *
lp_element_proxy_new (GtkAccessibleRole role, const char *id)
{
  LpElementProxy *self = g_object_new (LP_TYPE_ELEMENT_PROXY, "accessible-role", role, "can-target", FALSE,
                                       "focusable", id != NULL, NULL);

  self->id = g_strdup (id);
  return GTK_WIDGET (self);
}

const char *
lp_element_proxy_get_id (LpElementProxy *self)
{
  return self->id;
}

GtkAccessibleRole
lp_element_proxy_get_role (LpElementProxy *self)
{
  return gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (self));
}

guint
lp_element_proxy_get_pass (LpElementProxy *self)
{
  return self->pass;
}

void
lp_element_proxy_set_pass (LpElementProxy *self, guint pass)
{
  self->pass = pass;
}

static void
take (LpElementProxy *self, char **field, char *text, GtkAccessibleProperty property)
{
  if (g_strcmp0 (*field, text) == 0)
    {
      g_free (text);
      return;
    }
  g_free (*field);
  *field = text;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), property, text, -1);
}

void
lp_element_proxy_take_words (LpElementProxy *self, char *name, char *description)
{
  take (self, &self->name, name, GTK_ACCESSIBLE_PROPERTY_LABEL);
  take (self, &self->description, description, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

void
lp_element_proxy_set_area (LpElementProxy *self, LpRect area)
{
  if (self->area.x == area.x && self->area.y == area.y && self->area.w == area.w && self->area.h == area.h)
    return;
  self->area = area;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (LP_IS_ELEMENT_PROXY (gtk_widget_get_parent (GTK_WIDGET (self))))
    gtk_widget_queue_allocate (gtk_widget_get_parent (GTK_WIDGET (self)));
}

void
lp_element_proxy_set_selected (LpElementProxy *self, gboolean selected)
{
  if (self->selected == selected)
    return;
  self->selected = selected;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

void
lp_element_proxy_put (LpElementProxy *self, GtkWidget *parent, GtkWidget *previous)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (gtk_widget_get_parent (widget) == parent && gtk_widget_get_prev_sibling (widget) == previous)
    return;
  g_object_ref (self);
  if (gtk_widget_get_parent (widget) != NULL && gtk_widget_get_parent (widget) != parent)
    gtk_widget_unparent (widget);
  gtk_widget_insert_after (widget, parent, previous);
  g_object_unref (self);
}

static void
lp_element_proxy_allocate (LpElementProxy *self, graphene_point_t corner)
{
  gtk_widget_allocate (GTK_WIDGET (self), MAX ((int) round (self->area.w * self->scale), 1),
                       MAX ((int) round (self->area.h * self->scale), 1), -1, gsk_transform_translate (NULL, &corner));
}

void
lp_element_proxy_allocate_at (LpElementProxy *self, LpPoint corner, double scale)
{
  self->scale = scale;
  lp_element_proxy_allocate (self, GRAPHENE_POINT_INIT ((float) corner.x, (float) corner.y));
}

/* --- the widget -------------------------------------------------------------------------------------- */

/* In pixels, because what is told of a widget's size knows no scaling. */
static void
lp_element_proxy_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LpElementProxy *self = LP_ELEMENT_PROXY (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      LpElementProxy *proxy = LP_ELEMENT_PROXY (child);
      graphene_point_t corner = GRAPHENE_POINT_INIT ((float) ((proxy->area.x - self->area.x) * self->scale),
                                                     (float) ((proxy->area.y - self->area.y) * self->scale));
      proxy->scale = self->scale;
      lp_element_proxy_allocate (proxy, corner);
    }
}

static void
select_element (GtkWidget *widget)
{
  LpElementProxy *self = LP_ELEMENT_PROXY (widget);

  if (self->id != NULL)
    gtk_widget_activate_action (widget, "canvas.select-element", "s", self->id);
}

static void
select_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  select_element (widget);
}

static gboolean
lp_element_proxy_grab_focus (GtkWidget *widget)
{
  LpElementProxy *self = LP_ELEMENT_PROXY (widget);

  if (!GTK_WIDGET_CLASS (lp_element_proxy_parent_class)->grab_focus (widget))
    return FALSE;
  if (!self->selected)
    select_element (widget);
  return TRUE;
}

static void
lp_element_proxy_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (lp_element_proxy_parent_class)->dispose (object);
}

static void
lp_element_proxy_finalize (GObject *object)
{
  LpElementProxy *self = LP_ELEMENT_PROXY (object);

  g_free (self->id);
  g_free (self->name);
  g_free (self->description);
  G_OBJECT_CLASS (lp_element_proxy_parent_class)->finalize (object);
}

static void
lp_element_proxy_class_init (LpElementProxyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_element_proxy_dispose;
  G_OBJECT_CLASS (klass)->finalize = lp_element_proxy_finalize;
  widget_class->size_allocate = lp_element_proxy_size_allocate;
  widget_class->grab_focus = lp_element_proxy_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "element");
  gtk_widget_class_install_action (widget_class, "element.select", NULL, select_action);
}

static void
lp_element_proxy_init (LpElementProxy *self)
{
  self->scale = 1;
}
