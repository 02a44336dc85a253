#include "model/edit.h"

#include <glib/gi18n.h>

/* A copy of the component to be changed, or NULL with NO_SUCH. */
static LpComponent *
copy_component (LpDocument *document, const char *id, GError **error)
{
  const LpComponent *component = lp_document_get_component (document, id);
  if (component != NULL)
    return lp_component_copy (component);
  g_set_error (error, LP_EDIT_ERROR, LP_EDIT_ERROR_NO_SUCH, _("there is no component “%s”"), id);
  return NULL;
}

/* A copy of the connection to be changed; NULL where it is a component that has the id, or nothing has it. */
static LpConnection *
copy_connection (LpDocument *document, const char *id)
{
  const LpConnection *connection = lp_document_get_connection (document, id);
  return connection != NULL && lp_document_get_component (document, id) == NULL ? lp_connection_copy (connection)
                                                                                 : NULL;
}

char *
lp_edit_add_component (LpDocument *document, const char *kind, const char *container, const LpPoint *at,
                       GError **error)
{
  g_autofree char *id = lp_document_unique_id (document, kind);
  LpComponent *component = lp_component_new (id, kind);
  lp_component_set_in (component, container);
  if (at != NULL)
    lp_component_set_at (component, *at);
  return lp_document_put_component (document, component, error) ? g_steal_pointer (&id) : NULL;
}

char *
lp_edit_connect (LpDocument *document, const char *kind, const char *from, const char *to, GError **error)
{
  g_autofree char *wish = g_strdup_printf ("%s-%s", from, to);
  g_autofree char *id = lp_document_unique_id (document, lp_id_is_valid (wish) ? wish : kind);
  return lp_document_put_connection (document, lp_connection_new (id, kind, from, to), error) ? g_steal_pointer (&id)
                                                                                               : NULL;
}

gboolean
lp_edit_set_at (LpDocument *document, const char *id, LpPoint at, GError **error)
{
  LpComponent *copy = copy_component (document, id, error);
  if (copy == NULL)
    return FALSE;
  lp_component_set_at (copy, at);
  return lp_document_put_component (document, copy, error);
}

gboolean
lp_edit_set_size (LpDocument *document, const char *id, double width, double height, GError **error)
{
  LpComponent *copy = copy_component (document, id, error);
  if (copy == NULL)
    return FALSE;
  lp_component_set_size (copy, width, height);
  return lp_document_put_component (document, copy, error);
}

gboolean
lp_edit_unset_size (LpDocument *document, const char *id, GError **error)
{
  LpComponent *copy = copy_component (document, id, error);
  if (copy == NULL)
    return FALSE;
  copy->has_size = FALSE;
  copy->width = copy->height = 0;
  return lp_document_put_component (document, copy, error);
}

gboolean
lp_edit_move_into (LpDocument *document, const char *id, const char *container, LpPoint at, GError **error)
{
  LpComponent *copy = copy_component (document, id, error);
  if (copy == NULL)
    return FALSE;
  lp_component_set_in (copy, container);
  lp_component_set_at (copy, at);
  return lp_document_put_component (document, copy, error);
}

gboolean
lp_edit_set_collapsed (LpDocument *document, const char *id, gboolean collapsed, GError **error)
{
  LpComponent *copy = copy_component (document, id, error);
  if (copy == NULL)
    return FALSE;
  lp_component_set_collapsed (copy, collapsed);
  return lp_document_put_component (document, copy, error);
}

gboolean
lp_edit_set_locked (LpDocument *document, const char *id, gboolean locked, GError **error)
{
  LpComponent *copy = copy_component (document, id, error);
  if (copy == NULL)
    return FALSE;
  lp_component_set_locked (copy, locked);
  return lp_document_put_component (document, copy, error);
}

static LpConnection *
need_connection (LpDocument *document, const char *id, GError **error)
{
  LpConnection *copy = copy_connection (document, id);
  if (copy == NULL)
    g_set_error (error, LP_EDIT_ERROR, LP_EDIT_ERROR_NO_SUCH, _("there is no connection “%s”"), id);
  return copy;
}

gboolean
lp_edit_set_ends (LpDocument *document, const char *id, const char *from, const char *to, GError **error)
{
  LpConnection *copy = need_connection (document, id, error);
  if (copy == NULL)
    return FALSE;
  if (!g_str_equal (copy->from, from) || !g_str_equal (copy->to, to))
    lp_connection_set_via (copy, NULL, 0);
  lp_connection_set_ends (copy, from, to);
  return lp_document_put_connection (document, copy, error);
}

gboolean
lp_edit_set_via (LpDocument *document, const char *id, const LpPoint *points, guint n, GError **error)
{
  LpConnection *copy = need_connection (document, id, error);
  if (copy == NULL)
    return FALSE;
  lp_connection_set_via (copy, points, n);
  return lp_document_put_connection (document, copy, error);
}

static gboolean
check_spans (LpDocument *document, const char *id, const char *const *containers, GError **error)
{
  for (const char *const *container = containers; *container != NULL; container++)
    if (lp_document_get_component (document, *container) == NULL)
      {
        g_set_error (error, LP_EDIT_ERROR, LP_EDIT_ERROR_NO_SUCH, _("there is no component “%s”"), *container);
        return FALSE;
      }
    else if (g_str_equal (*container, id))
      {
        g_set_error (error, LP_EDIT_ERROR, LP_EDIT_ERROR_INVALID, _("“%s” cannot reach into itself"), id);
        return FALSE;
      }
  return TRUE;
}

gboolean
lp_edit_set_spans (LpDocument *document, const char *id, const char *const *containers, GError **error)
{
  if (!check_spans (document, id, containers, error))
    return FALSE;
  LpComponent *copy = copy_component (document, id, error);
  if (copy == NULL)
    return FALSE;
  g_ptr_array_set_size (copy->spans, 0);
  for (const char *const *container = containers; *container != NULL; container++)
    lp_component_add_span (copy, *container);
  return lp_document_put_component (document, copy, error);
}

gboolean
lp_edit_set_label (LpDocument *document, const char *id, const char *label, GError **error)
{
  const char *text = label != NULL && *label != '\0' ? label : NULL;
  LpConnection *connection = copy_connection (document, id);
  if (connection != NULL)
    {
      lp_connection_set_label (connection, text);
      return lp_document_put_connection (document, connection, error);
    }
  LpComponent *copy = copy_component (document, id, error);
  if (copy == NULL)
    return FALSE;
  lp_component_set_label (copy, text);
  return lp_document_put_component (document, copy, error);
}

gboolean
lp_edit_set_kind (LpDocument *document, const char *id, const char *kind, GError **error)
{
  LpConnection *connection = copy_connection (document, id);
  if (connection != NULL)
    {
      lp_connection_set_kind (connection, kind);
      return lp_document_put_connection (document, connection, error);
    }
  LpComponent *copy = copy_component (document, id, error);
  if (copy == NULL)
    return FALSE;
  lp_component_set_kind (copy, kind);
  return lp_document_put_component (document, copy, error);
}

gboolean
lp_edit_set_property (LpDocument *document, const char *id, const char *name, JsonNode *value, GError **error)
{
  LpConnection *connection = copy_connection (document, id);
  if (connection != NULL)
    {
      lp_connection_set_property (connection, name, value);
      return lp_document_put_connection (document, connection, error);
    }
  LpComponent *copy = copy_component (document, id, error);
  if (copy == NULL)
    {
      g_clear_pointer (&value, json_node_unref);
      return FALSE;
    }
  lp_component_set_property (copy, name, value);
  return lp_document_put_component (document, copy, error);
}

void
lp_edit_set_requirement (LpDocument *document, const char *name, JsonNode *value)
{
  LpHeader *copy = lp_header_copy (lp_document_get_header (document));
  lp_header_set_requirement (copy, name, value);
  lp_document_put_header (document, copy);
}

void
lp_edit_set_title (LpDocument *document, const char *title)
{
  LpHeader *copy = lp_header_copy (lp_document_get_header (document));
  lp_header_set_title (copy, title != NULL && *title != '\0' ? title : NULL);
  lp_document_put_header (document, copy);
}

static gboolean
is_there (LpDocument *document, const char *id)
{
  return lp_document_get_component (document, id) != NULL || lp_document_get_connection (document, id) != NULL;
}

gboolean
lp_edit_delete (LpDocument *document, const char *const *ids, GError **error)
{
  for (const char *const *id = ids; *id != NULL; id++)
    if (!is_there (document, *id))
      {
        g_set_error (error, LP_EDIT_ERROR, LP_EDIT_ERROR_NO_SUCH, _("there is nothing with the id “%s”"), *id);
        return FALSE;
      }
  for (const char *const *id = ids; *id != NULL; id++)
    if (lp_document_get_component (document, *id) != NULL)
      lp_document_remove_component (document, *id, NULL);
    else if (lp_document_get_connection (document, *id) != NULL)
      lp_document_remove_connection (document, *id, NULL);
  return TRUE;
}
