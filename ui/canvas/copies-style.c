#include "ui/canvas/copies.h"

#include <glib/gi18n.h>

/* What two things cannot share. */
static gboolean
is_own (const char *property)
{
  static const char *const own[] = { "cidr", "address", "private_ip", "public_ip", "data", NULL };

  return g_strv_contains (own, property);
}

/* Those of `from`, and of what the component had only its own. */
static LpProperties *
given (const LpComponent *component, const LpComponent *from)
{
  LpProperties *set = lp_properties_ref (component->set);

  for (guint i = lp_properties_get_size (component->set); i > 0; i--)
    {
      const char *name = lp_properties_get (component->set, i - 1)->name;
      LpProperties *less = is_own (name) ? NULL : lp_properties_with (set, name, NULL);
      if (less == NULL)
        continue;
      lp_properties_unref (set);
      set = less;
    }
  for (guint i = 0; i < lp_properties_get_size (from->set); i++)
    {
      const LpProperty *property = lp_properties_get (from->set, i);
      if (is_own (property->name))
        continue;
      LpProperties *more = lp_properties_with (set, property->name, json_node_ref (property->value));
      lp_properties_unref (set);
      set = more;
    }
  return set;
}

static gboolean
give (LpStage *stage, const LpComponent *to, const LpComponent *from, GError **error)
{
  LpComponent *copy = lp_component_copy (to);

  lp_properties_unref (copy->set);
  copy->set = given (to, from);
  return lp_document_put_component (stage->document, copy, error);
}

gboolean
lp_copies_give_properties (LpStage *stage, const LpComponent *from)
{
  g_return_val_if_fail (LP_IS_STAGE (stage), FALSE);

  g_autoptr (GError) error = NULL;
  guint n = 0;
  lp_document_begin (stage->document, _("Paste Properties"));
  for (guint i = 0; i < lp_selection_get_size (stage->selection) && error == NULL; i++)
    {
      const LpComponent *to = lp_document_get_component (stage->document, lp_selection_get (stage->selection, i));
      if (to == NULL || !g_str_equal (to->kind, from->kind))
        continue;
      n++;
      give (stage, to, from, &error);
    }
  if (n == 0)
    {
      const LpKind *kind = lp_catalogue_find (stage->catalogue, from->kind);
      /* Translators: %s is a kind of component, as in "EC2 instance". */
      g_autofree char *message = g_strdup_printf (_("The copied properties are for: %s; nothing of that kind is selected"),
                                                  kind != NULL ? lp_text (&kind->name) : from->kind);
      lp_stage_message (stage, message);
    }
  return lp_stage_finish (stage, error);
}
