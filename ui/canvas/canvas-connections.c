#include <glib/gi18n.h>

#include "model/edit.h"
#include "ui/canvas/canvas-private.h"

/* For every selected connection, in one undo step. */
static void
edit_connections (LpCanvas *self, const char *label,
                  gboolean (*edit) (LpDocument *document, const LpConnection *connection, const char *kind,
                                    GError **error),
                  const char *kind)
{
  g_auto (GStrv) ids = lp_selection_dup_ids (self->stage->selection);
  LpDocument *document = self->stage->document;
  g_autoptr (GError) error = NULL;
  gboolean ok = TRUE;

  lp_document_begin (document, label);
  for (guint i = 0; ok && ids[i] != NULL; i++)
    {
      const LpConnection *connection = lp_document_get_connection (document, ids[i]);
      ok = connection == NULL || edit (document, connection, kind, &error);
    }
  lp_stage_finish (self->stage, error);
}

static gboolean
reverse (LpDocument *document, const LpConnection *connection, const char *kind, GError **error)
{
  g_autofree char *id = g_strdup (connection->id), *from = g_strdup (connection->from), *to = g_strdup (connection->to);

  return lp_edit_set_ends (document, id, to, from, error);
}

static gboolean
set_kind (LpDocument *document, const LpConnection *connection, const char *kind, GError **error)
{
  g_autofree char *id = g_strdup (connection->id);

  return lp_edit_set_kind (document, id, kind, error);
}

static void
connections_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpCanvas *self = LP_CANVAS (widget);

  if (self->stage == NULL)
    return;
  if (parameter == NULL)
    edit_connections (self, _("Reverse"), reverse, NULL);
  else
    edit_connections (self, _("Change kind"), set_kind, g_variant_get_string (parameter, NULL));
}

void
lp_canvas_class_add_connection_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "canvas.reverse", NULL, connections_action);
  gtk_widget_class_install_action (klass, "canvas.set-connection-kind", "s", connections_action);
}
