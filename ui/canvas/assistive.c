#include "ui/canvas/assistive.h"

#include <gio/gio.h>

struct _LpAssistive
{
  GObject parent_instance;
  GDBusProxy *status; /* org.a11y.Status, or NULL */
  gboolean listening;
};

G_DEFINE_FINAL_TYPE (LpAssistive, lp_assistive, G_TYPE_OBJECT)

enum
{
  PROP_LISTENING = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static gboolean
says_yes (GDBusProxy *status, const char *property)
{
  g_autoptr (GVariant) value = g_dbus_proxy_get_cached_property (status, property);

  return value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN) && g_variant_get_boolean (value);
}

static void
update (LpAssistive *self)
{
  gboolean listening = says_yes (self->status, "IsEnabled") || says_yes (self->status, "ScreenReaderEnabled");

  if (listening == self->listening)
    return;
  self->listening = listening;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LISTENING]);
}

static void
on_status (GObject *source, GAsyncResult *result, gpointer data)
{
  LpAssistive *self = data;

  /* No session bus, or nothing on it: then nobody listens. */
  self->status = g_dbus_proxy_new_for_bus_finish (result, NULL);
  if (self->status == NULL)
    return;
  g_signal_connect_object (self->status, "g-properties-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

LpAssistive *
lp_assistive_get_default (void)
{
  static LpAssistive *assistive;

  if (assistive == NULL)
    {
      assistive = g_object_new (LP_TYPE_ASSISTIVE, NULL);
      if (!lp_assistive_is_off ())
        g_dbus_proxy_new_for_bus (G_BUS_TYPE_SESSION, G_DBUS_PROXY_FLAGS_DO_NOT_AUTO_START, NULL, "org.a11y.Bus",
                                  "/org/a11y/bus", "org.a11y.Status", NULL, on_status, assistive);
    }
  return assistive;
}

gboolean
lp_assistive_is_listening (LpAssistive *self)
{
  return self->listening;
}

gboolean
lp_assistive_is_off (void)
{
  return g_strcmp0 (g_getenv ("GTK_A11Y"), "none") == 0;
}

static void
lp_assistive_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, LP_ASSISTIVE (object)->listening);
}

static void
lp_assistive_class_init (LpAssistiveClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = lp_assistive_get_property;
  properties[PROP_LISTENING]
      = g_param_spec_boolean ("listening", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);
}

static void
lp_assistive_init (LpAssistive *self)
{
}
