#include "ui/application/settings.h"

#include "config.h"

enum
{
  PROP_STYLE = 1,
  PROP_SNAP_TO_GRID,
  PROP_RESTORE_OPEN,
  PROP_AUTHOR,
  PROP_RULE_FOLDERS,
  PROP_PALETTE_SHOWN,
  PROP_PANEL_SHOWN,
  PROP_WINDOW_WIDTH,
  PROP_WINDOW_HEIGHT,
  PROP_WINDOW_MAXIMIZED,
  N_PROPS
};

/* A GValue for each property, by its number. */
struct _LpSettings
{
  GObject parent_instance;
  GValue values[N_PROPS];
  GSettings *store; /* NULL where the schema is not installed */
};

G_DEFINE_FINAL_TYPE (LpSettings, lp_settings, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

gboolean
lp_settings_get_snap_to_grid (LpSettings *self)
{
  return g_value_get_boolean (&self->values[PROP_SNAP_TO_GRID]);
}

gboolean
lp_settings_get_restore_open (LpSettings *self)
{
  return g_value_get_boolean (&self->values[PROP_RESTORE_OPEN]);
}

const char *
lp_settings_get_author (LpSettings *self)
{
  const char *author = g_value_get_string (&self->values[PROP_AUTHOR]);

  return author != NULL ? author : "";
}

const char *const *
lp_settings_get_rule_folders (LpSettings *self)
{
  static const char *const none[] = { NULL };
  const char *const *folders = g_value_get_boxed (&self->values[PROP_RULE_FOLDERS]);

  return folders != NULL ? folders : none;
}

static void
lp_settings_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_copy (&LP_SETTINGS (object)->values[id], value);
}

static void
lp_settings_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LpSettings *self = LP_SETTINGS (object);

  if (g_param_values_cmp (pspec, &self->values[id], value) == 0)
    return;
  g_value_copy (value, &self->values[id]);
  g_object_notify_by_pspec (object, pspec);
}

static void
lp_settings_finalize (GObject *object)
{
  LpSettings *self = LP_SETTINGS (object);

  for (guint i = 1; i < N_PROPS; i++)
    g_value_unset (&self->values[i]);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (lp_settings_parent_class)->finalize (object);
}

static void
lp_settings_class_init (LpSettingsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = lp_settings_get_property;
  object_class->set_property = lp_settings_set_property;
  object_class->finalize = lp_settings_finalize;
  properties[PROP_STYLE] = g_param_spec_string ("style", NULL, NULL, "system", flags);
  properties[PROP_SNAP_TO_GRID] = g_param_spec_boolean ("snap-to-grid", NULL, NULL, TRUE, flags);
  properties[PROP_RESTORE_OPEN] = g_param_spec_boolean ("restore-open", NULL, NULL, TRUE, flags);
  properties[PROP_AUTHOR] = g_param_spec_string ("author", NULL, NULL, "", flags);
  properties[PROP_RULE_FOLDERS] = g_param_spec_boxed ("rule-folders", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_PALETTE_SHOWN] = g_param_spec_boolean ("palette-shown", NULL, NULL, TRUE, flags);
  properties[PROP_PANEL_SHOWN] = g_param_spec_boolean ("panel-shown", NULL, NULL, TRUE, flags);
  properties[PROP_WINDOW_WIDTH] = g_param_spec_int ("window-width", NULL, NULL, 0, G_MAXINT, 1280, flags);
  properties[PROP_WINDOW_HEIGHT] = g_param_spec_int ("window-height", NULL, NULL, 0, G_MAXINT, 860, flags);
  properties[PROP_WINDOW_MAXIMIZED] = g_param_spec_boolean ("window-maximized", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

/* NULL where the schema is not installed, or is an older one: GSettings would end the program. */
static GSettings *
open_store (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema
      = source != NULL ? g_settings_schema_source_lookup (source, LP_APP_ID, TRUE) : NULL;

  for (guint i = 1; schema != NULL && i < N_PROPS; i++)
    if (!g_settings_schema_has_key (schema, properties[i]->name))
      return NULL;
  return schema != NULL ? g_settings_new (LP_APP_ID) : NULL;
}

static void
lp_settings_init (LpSettings *self)
{
  for (guint i = 1; i < N_PROPS; i++)
    {
      g_value_init (&self->values[i], properties[i]->value_type);
      g_param_value_set_default (properties[i], &self->values[i]);
    }
  self->store = open_store ();
  for (guint i = 1; self->store != NULL && i < N_PROPS; i++)
    g_settings_bind (self->store, properties[i]->name, self, properties[i]->name, G_SETTINGS_BIND_DEFAULT);
}

LpSettings *
lp_settings_get_default (void)
{
  static LpSettings *settings;

  if (settings == NULL)
    settings = g_object_new (LP_TYPE_SETTINGS, NULL);
  return settings;
}
