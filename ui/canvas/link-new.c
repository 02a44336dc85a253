#include "ui/canvas/link-new.h"

#include <glib/gi18n.h>

#include "catalogue/kind-search.h"
#include "model/edit.h"
#include "ui/canvas/arrange.h"
#include "ui/canvas/line.h"
#include "ui/canvas/recent-kinds.h"

static const char *
name_of_kind (LpStage *stage, const char *kind)
{
  const LpKind *known = lp_catalogue_find (stage->catalogue, kind);

  return known != NULL ? lp_text (&known->name) : kind;
}

static char *
refuse (LpStage *stage, char *message)
{
  lp_stage_message (stage, message);
  g_free (message);
  return NULL;
}

static char *
finish (LpStage *stage, const char *kind, char *id, const GError *error)
{
  if (!lp_stage_finish (stage, error))
    {
      g_free (id);
      return NULL;
    }
  lp_recent_kinds_note (kind);
  lp_selection_set (stage->selection, id);
  return id;
}

static LpPoint
corner_about (LpStage *stage, const char *kind, LpPoint middle)
{
  LpPoint size = lp_arrange_new_size (stage, kind);

  return (LpPoint){ lp_snap (middle.x - size.x / 2), lp_snap (middle.y - size.y / 2) };
}

/* --- what follows ------------------------------------------------------------------------------------ */

guint
lp_link_find_container (LpStage *stage, guint from, const char *kind, const LpPoint *at)
{
  const LpDesign *design = lp_stage_get_design (stage);
  guint container = at != NULL ? lp_scene_container_at (stage->scene, *at, LP_NONE) : lp_design_get_parent (design, from);

  while (container != LP_NONE
         && !lp_catalogue_may_contain (stage->catalogue, lp_stage_get_component (stage, container)->kind, kind))
    container = lp_design_get_parent (design, container);
  return container;
}

static LpPoint
corner_for (LpStage *stage, guint from, guint container, const char *kind, const LpPoint *at)
{
  if (at != NULL && lp_scene_container_at (stage->scene, *at, LP_NONE) == container)
    return corner_about (stage, kind, *at);
  return lp_arrange_find_room_beside (stage, from, container, kind);
}

char *
lp_link_place_next (LpStage *stage, guint from, const char *kind, const LpPoint *at)
{
  g_return_val_if_fail (LP_IS_STAGE (stage) && stage->scene != NULL, NULL);

  const LpComponent *source = lp_stage_get_component (stage, from);
  const LpConnectionKind *line = lp_catalogue_find_line (stage->catalogue, source->kind, kind);
  if (line == NULL)
    return refuse (stage, g_strdup_printf (_("No kind of connection goes from “%s” to: %s"),
                                           lp_component_get_name (source), name_of_kind (stage, kind)));
  guint container = lp_link_find_container (stage, from, kind, at);
  LpPoint corner = corner_for (stage, from, container, kind, at);
  g_autoptr (GError) error = NULL;
  lp_document_begin (stage->document, _("Place and connect"));
  char *id = lp_arrange_add (stage, kind, container, corner, &error);
  if (id != NULL)
    {
      g_autofree char *connection = lp_edit_connect (stage->document, line->id, source->id, id, &error);
    }
  return finish (stage, kind, id, error);
}

/* --- what is put into a line ------------------------------------------------------------------------- */

typedef struct
{
  const LpConnection *connection;
  const LpConnectionKind *before, *after; /* of the two halves; NULL: none may go there */
} Halves;

static const LpConnectionKind *
half (LpStage *stage, const char *wanted, const char *from, const char *to)
{
  return lp_catalogue_find_connection (stage->catalogue, wanted) != NULL
                 && lp_catalogue_may_connect (stage->catalogue, wanted, from, to)
             ? lp_catalogue_find_connection (stage->catalogue, wanted)
             : lp_catalogue_find_line (stage->catalogue, from, to);
}

static Halves
divide (LpStage *stage, guint connection, const char *kind)
{
  const LpDesign *design = lp_stage_get_design (stage);
  Halves halves = { lp_design_get_connection (design, connection), NULL, NULL };
  const char *from = lp_stage_get_component (stage, lp_design_get_source (design, connection))->kind;
  const char *to = lp_stage_get_component (stage, lp_design_get_target (design, connection))->kind;

  halves.before = half (stage, halves.connection->kind, from, kind);
  halves.after = half (stage, halves.connection->kind, kind, to);
  return halves;
}

char *
lp_link_insert_refusal (LpStage *stage, guint connection, const char *kind, LpPoint at)
{
  if (lp_scene_is_bundle (stage->scene, connection))
    return g_strdup (lp_line_get_bundle_refusal ());
  Halves halves = divide (stage, connection, kind);
  if (halves.before == NULL || halves.after == NULL)
    return g_strdup_printf (_("No connection goes through: %s"), name_of_kind (stage, kind));
  return lp_arrange_refusal (stage, kind, lp_scene_container_at (stage->scene, at, LP_NONE));
}

static gboolean
reconnect (LpStage *stage, const Halves *halves, const char *id, GError **error)
{
  /* Kept until all is done: the edits put another record in its place. */
  g_autoptr (LpConnection) old = lp_connection_ref ((LpConnection *) halves->connection);
  LpDocument *document = stage->document;

  if (!lp_edit_set_ends (document, old->id, old->from, id, error)
      || (!g_str_equal (old->kind, halves->before->id)
          && !lp_edit_set_kind (document, old->id, halves->before->id, error)))
    return FALSE;
  g_autofree char *rest = lp_edit_connect (document, halves->after->id, id, old->to, error);
  return rest != NULL;
}

char *
lp_link_insert (LpStage *stage, guint connection, const char *kind, LpPoint at)
{
  g_return_val_if_fail (LP_IS_STAGE (stage) && stage->scene != NULL, NULL);

  char *refusal = lp_link_insert_refusal (stage, connection, kind, at);
  if (refusal != NULL)
    return refuse (stage, refusal);
  Halves halves = divide (stage, connection, kind);
  g_autoptr (GError) error = NULL;
  lp_document_begin (stage->document, _("Insert into the connection"));
  char *id = lp_arrange_add (stage, kind, lp_scene_container_at (stage->scene, at, LP_NONE),
                             corner_about (stage, kind, at), &error);
  if (id != NULL)
    reconnect (stage, &halves, id, &error);
  return finish (stage, kind, id, error);
}
