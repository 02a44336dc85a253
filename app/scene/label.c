#include "scene/label.h"

#include "scene/metrics.h"
#include "scene/placement.h"

#include <string.h>

#define NAME_LINE 15.0
#define KIND_LINE 13.0
#define FIRST_LINE 16.0
#define DESCENT 4.0
#define MAX_NAME_LINES 2
#define MAX_KIND_LINES 2

const LpKind *
lp_kind_of (const LpCatalogue *catalogue, const LpComponent *component)
{
  const LpKind *kind = lp_catalogue_find (catalogue, component->kind);
  return kind != NULL ? kind : lp_catalogue_find (catalogue, LP_KIND_GENERIC);
}

gboolean
lp_kind_is_generic (const LpKind *kind)
{
  return g_str_equal (kind->id, LP_KIND_GENERIC);
}

static double
widest (GStrv lines, double size, guint weight)
{
  double width = 0;
  for (char **line = lines; *line != NULL; line++)
    width = MAX (width, lp_text_width (*line, size, weight));
  return width;
}

/* What an EC2 instance, an RDS instance is of: worth more than a bare kind name. */
static char *
kind_line (const LpComponent *component, const LpKind *kind)
{
  const char *name = lp_text (&kind->short_name);
  const char *detail = lp_properties_lookup_string (component->set, "instance_type");
  if (detail == NULL)
    detail = lp_properties_lookup_string (component->set, "engine");
  if (detail == NULL || lp_kind_find_property (kind, "instance_type") == NULL)
    return g_strdup (name);
  return g_strdup_printf ("%s · %s", name, detail);
}

void
lp_tile_label_init (LpTileLabel *label, const LpComponent *component, const LpKind *kind)
{
  label->name = lp_text_wrap (lp_component_get_name (component), LP_NAME_SIZE, LP_WEIGHT_SEMIBOLD, LP_LABEL_WIDTH,
                              MAX_NAME_LINES);
  if (lp_kind_is_generic (kind) || component->label == NULL || component->label[0] == '\0'
      || strcmp (component->label, lp_text (&kind->short_name)) != 0)
    {
      g_autofree char *line = lp_kind_is_generic (kind) ? g_strdup ("") : kind_line (component, kind);
      label->kind = lp_text_wrap (line, LP_KIND_SIZE, LP_WEIGHT_REGULAR, LP_LABEL_WIDTH, MAX_KIND_LINES);
    }
  else
    label->kind = g_new0 (char *, 1);
  label->width = MAX (widest (label->name, LP_NAME_SIZE, LP_WEIGHT_SEMIBOLD),
                      widest (label->kind, LP_KIND_SIZE, LP_WEIGHT_REGULAR));
  guint n_kind = g_strv_length (label->kind);
  double last = n_kind > 0 ? lp_tile_label_kind_line (label, n_kind - 1)
                           : lp_tile_label_name_line (g_strv_length (label->name) - 1);
  label->height = last + DESCENT;
}

void
lp_tile_label_clear (LpTileLabel *label)
{
  g_clear_pointer (&label->name, g_strfreev);
  g_clear_pointer (&label->kind, g_strfreev);
}

double
lp_tile_label_name_line (guint line)
{
  return FIRST_LINE + line * NAME_LINE;
}

double
lp_tile_label_kind_line (const LpTileLabel *label, guint line)
{
  return lp_tile_label_name_line (g_strv_length (label->name)) - 1 + line * KIND_LINE;
}

const char *
lp_frame_note (const LpComponent *component)
{
  return lp_properties_lookup_string (component->set, "cidr");
}

double
lp_frame_name_width (const LpComponent *component, const LpKind *kind)
{
  double width = LP_FRAME_TAG + 8 + lp_text_width (lp_component_get_name (component), LP_NAME_SIZE, LP_WEIGHT_SEMIBOLD);
  const char *note = lp_frame_note (component);
  if (!kind->frame.centred && !lp_kind_is_generic (kind))
    width += 8 + lp_text_width (lp_text (&kind->short_name), LP_KIND_SIZE, LP_WEIGHT_REGULAR);
  if (note != NULL)
    width += 16 + lp_text_width (note, LP_KIND_SIZE, LP_WEIGHT_REGULAR);
  return width + 12;
}
