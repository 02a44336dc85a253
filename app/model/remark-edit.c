#include "model/remark-edit.h"

#include <glib/gi18n.h>

static gboolean
check_pin (LpDocument *document, const LpPin *pin, GError **error)
{
  if (pin->component != NULL && lp_document_get_component (document, pin->component) == NULL)
    g_set_error (error, LP_EDIT_ERROR, LP_EDIT_ERROR_NO_SUCH, _("there is no component “%s”"), pin->component);
  else if (pin->connection != NULL && lp_document_get_connection (document, pin->connection) == NULL)
    g_set_error (error, LP_EDIT_ERROR, LP_EDIT_ERROR_NO_SUCH, _("there is no connection “%s”"), pin->connection);
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_text (const char *text, GError **error)
{
  g_autofree char *words = g_strstrip (g_strdup (text != NULL ? text : ""));
  if (*words != '\0')
    return TRUE;
  g_set_error (error, LP_EDIT_ERROR, LP_EDIT_ERROR_INVALID, _("it has no words; write what is to be said"));
  return FALSE;
}

static const char *
or_null (const char *text)
{
  return text != NULL && *text != '\0' ? text : NULL;
}

/* --- comments ---------------------------------------------------------------------------------------- */

char *
lp_edit_add_comment (LpDocument *document, const LpPin *pin, const char *author, const char *text, GError **error)
{
  if (!check_text (text, error) || (pin != NULL && !check_pin (document, pin, error)))
    return NULL;
  LpHeader *header = lp_header_copy (lp_document_get_header (document));
  char *id = lp_header_free_comment_id (header);
  LpComment *comment = lp_comment_new (id, text);
  lp_remark_set (&comment->author, or_null (author));
  if (pin != NULL)
    {
      lp_remark_set (&comment->pin.component, pin->component);
      lp_remark_set (&comment->pin.connection, pin->connection);
    }
  lp_header_add_comment (header, comment);
  lp_document_put_header (document, header);
  return id;
}

/* Where it is among the comments of a header, or -1 with NO_SUCH. */
static int
find_comment (const LpHeader *header, const char *id, GError **error)
{
  for (guint i = 0; i < header->comments->len; i++)
    if (g_strcmp0 (((LpComment *) header->comments->pdata[i])->id, id) == 0)
      return i;
  g_set_error (error, LP_EDIT_ERROR, LP_EDIT_ERROR_NO_SUCH, _("there is no comment “%s”"), id);
  return -1;
}

/* A copy to be changed, which stands in a copy of the header; NULL with NO_SUCH. From now on the file says its id. */
static LpComment *
change_comment (LpDocument *document, const char *id, LpHeader **header, GError **error)
{
  const LpHeader *present = lp_document_get_header (document);
  int index = find_comment (present, id, error);
  if (index < 0)
    return NULL;
  *header = lp_header_copy (present);
  LpComment *copy = lp_comment_copy (present->comments->pdata[index]);
  copy->numbered = FALSE;
  lp_comment_unref ((*header)->comments->pdata[index]);
  (*header)->comments->pdata[index] = copy;
  return copy;
}

gboolean
lp_edit_reply_to_comment (LpDocument *document, const char *id, const char *author, const char *text, GError **error)
{
  LpHeader *header;
  LpComment *comment = check_text (text, error) ? change_comment (document, id, &header, error) : NULL;
  if (comment == NULL)
    return FALSE;
  lp_comment_add_reply (comment, or_null (author), text, NULL);
  lp_document_put_header (document, header);
  return TRUE;
}

gboolean
lp_edit_set_comment_text (LpDocument *document, const char *id, const char *text, GError **error)
{
  LpHeader *header;
  LpComment *comment = check_text (text, error) ? change_comment (document, id, &header, error) : NULL;
  if (comment == NULL)
    return FALSE;
  lp_remark_set (&comment->text, text);
  lp_document_put_header (document, header);
  return TRUE;
}

gboolean
lp_edit_resolve_comment (LpDocument *document, const char *id, gboolean resolved, GError **error)
{
  LpHeader *header;
  LpComment *comment = change_comment (document, id, &header, error);
  if (comment == NULL)
    return FALSE;
  comment->resolved = resolved;
  lp_document_put_header (document, header);
  return TRUE;
}

gboolean
lp_edit_remove_comment (LpDocument *document, const char *id, GError **error)
{
  const LpHeader *present = lp_document_get_header (document);
  int index = find_comment (present, id, error);
  if (index < 0)
    return FALSE;
  LpHeader *header = lp_header_copy (present);
  g_ptr_array_remove_index (header->comments, index);
  lp_document_put_header (document, header);
  return TRUE;
}

/* --- waivers ----------------------------------------------------------------------------------------- */

static int
find_waiver (const LpHeader *header, const LpWaiver *waiver, GError **error)
{
  for (guint i = 0; i < header->waivers->len; i++)
    if (lp_waiver_equal (header->waivers->pdata[i], waiver))
      return i;
  g_set_error (error, LP_EDIT_ERROR, LP_EDIT_ERROR_NO_SUCH, _("this waiver of %s is no longer there"), waiver->rule);
  return -1;
}

static gboolean
check_waiver (LpDocument *document, const LpWaiver *waiver, GError **error)
{
  return check_text (waiver->reason, error) && check_pin (document, &waiver->pin, error);
}

gboolean
lp_edit_add_waiver (LpDocument *document, LpWaiver *waiver, GError **error)
{
  if (!check_waiver (document, waiver, error))
    {
      lp_waiver_unref (waiver);
      return FALSE;
    }
  LpHeader *header = lp_header_copy (lp_document_get_header (document));
  lp_header_add_waiver (header, waiver);
  lp_document_put_header (document, header);
  return TRUE;
}

gboolean
lp_edit_replace_waiver (LpDocument *document, const LpWaiver *old, LpWaiver *waiver, GError **error)
{
  const LpHeader *present = lp_document_get_header (document);
  int index = check_waiver (document, waiver, error) ? find_waiver (present, old, error) : -1;
  if (index < 0)
    {
      lp_waiver_unref (waiver);
      return FALSE;
    }
  LpHeader *header = lp_header_copy (present);
  lp_waiver_unref (header->waivers->pdata[index]);
  header->waivers->pdata[index] = waiver;
  lp_document_put_header (document, header);
  return TRUE;
}

gboolean
lp_edit_remove_waiver (LpDocument *document, const LpWaiver *waiver, GError **error)
{
  const LpHeader *present = lp_document_get_header (document);
  int index = find_waiver (present, waiver, error);
  if (index < 0)
    return FALSE;
  LpHeader *header = lp_header_copy (present);
  g_ptr_array_remove_index (header->waivers, index);
  lp_document_put_header (document, header);
  return TRUE;
}
