/* Who belongs to a group that is not a place: an Auto Scaling group, a security group. */
#include <glib/gi18n.h>

#include "ui/canvas/arrange.h"

typedef struct
{
  LpStage *stage;
  const char *group; /* id */
  const char *line;  /* kind of the connection that says it */
  GPtrArray *others; /* ids */
} Membership;

static gboolean
is_group (LpStage *stage, const LpComponent *component, const char **line)
{
  const LpKind *kind = lp_catalogue_find (stage->catalogue, component->kind);

  if (kind == NULL || !kind->is_container || !(lp_kind_has_role (kind, "group") || lp_kind_has_role (kind, "guard")))
    return FALSE;
  *line = lp_kind_has_role (kind, "group") ? "manages" : "protects";
  return TRUE;
}

/* One group and other things, in whatever order. */
static gboolean
read_selection (Membership *self)
{
  const LpDesign *design = lp_stage_get_design (self->stage);
  g_autoptr (GArray) selected = lp_arrange_get_selected (self->stage);
  const char *line;

  for (guint i = 0; i < selected->len; i++)
    {
      const LpComponent *component = lp_design_get_component (design, g_array_index (selected, guint, i));
      if (self->group == NULL && is_group (self->stage, component, &line))
        {
          self->group = component->id;
          self->line = line;
        }
      else
        g_ptr_array_add (self->others, component->id);
    }
  return self->group != NULL && self->others->len > 0;
}

static gboolean
has_span (LpDocument *document, const char *id, const char *container)
{
  const LpComponent *component = lp_document_get_component (document, id);

  for (guint i = 0; i < component->spans->len; i++)
    if (g_str_equal (component->spans->pdata[i], container))
      return TRUE;
  return FALSE;
}

static char *
find_line (const Membership *self, const char *other)
{
  g_autoptr (LpDesign) design = lp_document_snapshot (self->stage->document);
  LpIndices lines = lp_design_get_outgoing (design, lp_design_find (design, self->group));

  for (guint i = 0; i < lines.n; i++)
    {
      const LpConnection *line = lp_design_get_connection (design, lines.items[i]);
      if (g_str_equal (line->to, other) && g_str_equal (line->kind, self->line))
        return g_strdup (line->id);
    }
  return NULL;
}

static gboolean
is_member (const Membership *self, const char *other)
{
  g_autofree char *line = find_line (self, other);

  return line != NULL || has_span (self->stage->document, other, self->group)
         || has_span (self->stage->document, self->group, other);
}

static gboolean
set_span (LpDocument *document, const char *id, const char *container, gboolean spans, GError **error)
{
  const LpComponent *component = lp_document_get_component (document, id);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  if (has_span (document, id, container) == spans)
    return TRUE;
  for (guint i = 0; i < component->spans->len; i++)
    if (!g_str_equal (component->spans->pdata[i], container))
      g_ptr_array_add (ids, component->spans->pdata[i]);
  if (spans)
    g_ptr_array_add (ids, (gpointer) container);
  g_ptr_array_add (ids, NULL);
  g_autofree char **copy = g_memdup2 (ids->pdata, ids->len * sizeof (char *));
  return lp_edit_set_spans (document, id, (const char *const *) copy, error);
}

static gboolean
leave (const Membership *self, const char *other, GError **error)
{
  LpDocument *document = self->stage->document;
  char *line;

  while ((line = find_line (self, other)) != NULL)
    {
      g_autofree char *id = line;
      if (!lp_document_remove_connection (document, id, error))
        return FALSE;
    }
  return set_span (document, other, self->group, FALSE, error) && set_span (document, self->group, other, FALSE, error);
}

/* A group reaches into a subnet; it manages, or protects, what is not a container. */
static gboolean
join (const Membership *self, const char *other, GError **error)
{
  const LpPlacement *placement = lp_scene_get_placement (self->stage->scene);
  guint component = lp_design_find (lp_stage_get_design (self->stage), other);

  if (is_member (self, other))
    return TRUE;
  if (placement->is_frame[component])
    return set_span (self->stage->document, self->group, other, TRUE, error);
  g_autofree char *id = lp_edit_connect (self->stage->document, self->line, self->group, other, error);
  return id != NULL;
}

void
lp_arrange_toggle_members (LpStage *stage)
{
  g_return_if_fail (LP_IS_STAGE (stage));

  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  Membership self = { .stage = stage, .others = others };
  gboolean add = FALSE, ok = TRUE;

  if (!read_selection (&self))
    {
      lp_stage_message (stage, _("Select an Auto Scaling group or a security group, and what belongs to it"));
      return;
    }
  for (guint i = 0; i < others->len; i++)
    add |= !is_member (&self, others->pdata[i]);
  lp_document_begin (stage->document, add ? _("Add to Group") : _("Remove from Group"));
  for (guint i = 0; ok && i < others->len; i++)
    ok = add ? join (&self, others->pdata[i], &error) : leave (&self, others->pdata[i], &error);
  lp_stage_finish (stage, error);
}
