#include "session/session-private.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (LpSession, lp_session, G_TYPE_OBJECT)

enum
{
  PROP_FILE = 1,
  PROP_TITLE,
  PROP_MODIFIED,
  PROP_RESTORED,
  PROP_JOURNAL_PROBLEM,
  N_PROPS
};

enum
{
  REVIEWED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
on_changed (LpSession *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  lp_session_start_review (self);
  lp_session_wake_keeper (self);
}

static void
on_modified (LpSession *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
  lp_session_wake_keeper (self);
}

LpSession *
lp_session_new (LpDocument *document, GFile *file)
{
  g_return_val_if_fail (LP_IS_DOCUMENT (document), NULL);

  LpSession *self = g_object_new (LP_TYPE_SESSION, NULL);
  self->document = g_object_ref (document);
  g_set_object (&self->file, file);
  lp_session_watch_configuration (self);
  g_signal_connect_object (document, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::modified", G_CALLBACK (on_modified), self, G_CONNECT_SWAPPED);
  lp_session_start_review (self);
  lp_session_start_journal (self);
  lp_session_update_keeper (self);
  return self;
}

LpDocument *
lp_session_get_document (LpSession *self)
{
  return self->document;
}

GFile *
lp_session_get_file (LpSession *self)
{
  return self->file;
}

void
lp_session_set_file (LpSession *self, GFile *file, const char *etag)
{
  g_free (self->etag);
  self->etag = g_strdup (etag);
  if (!g_set_object (&self->file, file))
    return;
  lp_session_watch_configuration (self);
  lp_session_start_review (self);
  lp_session_update_keeper (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

char *
lp_session_name_of_file (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  char *name = g_filename_display_name (base);
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';
  return name;
}

char *
lp_session_dup_title (LpSession *self)
{
  const LpHeader *header = lp_document_get_header (self->document);

  if (header->title != NULL && *header->title != '\0')
    return g_strdup (header->title);
  if (self->file != NULL)
    return lp_session_name_of_file (self->file);
  return g_strdup (self->name != NULL ? self->name : _("Untitled"));
}

char *
lp_session_dup_wanted_name (LpSession *self)
{
  g_autofree char *title = NULL;

  if (self->file != NULL)
    title = lp_session_name_of_file (self->file);
  else if (self->wanted_name != NULL)
    title = g_strdup (self->wanted_name);
  else
    title = lp_session_dup_title (self);
  return g_strdelimit (g_steal_pointer (&title), "/\\:*?\"<>|", '-');
}

const char *const *
lp_session_get_notes (LpSession *self)
{
  return (const char *const *) self->notes;
}

const char *const *
lp_session_get_part_names (LpSession *self)
{
  return (const char *const *) self->part_names;
}

guint64
lp_session_get_reviewed_revision (LpSession *self)
{
  return self->reviewed_revision;
}

static void
lp_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LpSession *self = LP_SESSION (object);

  switch (id)
    {
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_TITLE:
      g_value_take_string (value, lp_session_dup_title (self));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, lp_document_is_modified (self->document));
      break;
    case PROP_RESTORED:
      g_value_set_boolean (value, self->restored != NULL);
      break;
    case PROP_JOURNAL_PROBLEM:
      g_value_take_string (value, lp_session_dup_journal_problem (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lp_session_dispose (GObject *object)
{
  LpSession *self = LP_SESSION (object);

  lp_session_stop_review (self);
  lp_session_end_configuration (self);
  lp_session_end_keeper (self, TRUE);
  lp_session_end_journal (self);
  G_OBJECT_CLASS (lp_session_parent_class)->dispose (object);
}

static void
lp_session_finalize (GObject *object)
{
  LpSession *self = LP_SESSION (object);

  g_clear_object (&self->document);
  g_clear_object (&self->file);
  g_clear_object (&self->source);
  g_clear_pointer (&self->review, lp_review_unref);
  lp_session_forget_shown (self);
  g_clear_pointer (&self->import, lp_import_free);
  g_clear_pointer (&self->restored, lp_recovered_free);
  g_clear_error (&self->journal_error);
  g_clear_pointer (&self->setup, lp_review_setup_unref);
  g_clear_pointer (&self->review_state, lp_review_state_free);
  g_ptr_array_unref (self->configuration_monitors);
  g_strfreev (self->notes);
  g_strfreev (self->part_names);
  g_free (self->etag);
  g_free (self->checksum);
  g_free (self->name);
  g_free (self->wanted_name);
  G_OBJECT_CLASS (lp_session_parent_class)->finalize (object);
}

static void
lp_session_class_init (LpSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = lp_session_get_property;
  object_class->dispose = lp_session_dispose;
  object_class->finalize = lp_session_finalize;
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  properties[PROP_RESTORED] = g_param_spec_boolean ("restored", NULL, NULL, FALSE, flags);
  properties[PROP_JOURNAL_PROBLEM] = g_param_spec_string ("journal-problem", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[REVIEWED]
      = g_signal_new ("reviewed", LP_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lp_session_init (LpSession *self)
{
  self->notes = g_new0 (char *, 1);
  self->configuration_monitors = g_ptr_array_new_with_free_func (g_object_unref);
  self->part_names = g_new0 (char *, 1);
}
