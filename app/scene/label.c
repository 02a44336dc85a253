#include "scene/label.h"

#include "scene/annotation-shape.h"
#include "scene/metrics.h"
#include "scene/placement.h"

#include <string.h>

#define NAME_LINE 15.0
#define KIND_LINE 13.0
#define FIRST_LINE 16.0
#define DESCENT 4.0
#define NAME_GAP 8.0  /* behind a frame's tag */
#define WORD_GAP 6.0  /* behind its name */
#define NAME_END 12.0 /* kept free at a frame's edge */
#define MAX_NAME_LINES 3
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
  return lp_kind_has_role (kind, "open");
}

const char *
lp_label_text (const LpComponent *component, const LpKind *kind)
{
  if (lp_kind_is_annotation (kind))
    return component->label != NULL && component->label[0] != '\0' ? component->label : lp_text (&kind->name);
  if (component->origin == NULL || (component->label != NULL && component->label[0] != '\0'))
    return lp_component_get_name (component);
  return lp_kind_is_generic (kind) ? "" : lp_text (&kind->short_name);
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
lp_tile_label_init (LpTileLabel *label, const LpComponent *component, const LpKind *kind, gboolean squeezed)
{
  const char *text = lp_label_text (component, kind);
  label->name = lp_text_wrap (text, LP_NAME_SIZE, LP_WEIGHT_SEMIBOLD, LP_LABEL_WIDTH, MAX_NAME_LINES);
  if (squeezed || lp_kind_is_generic (kind) || g_str_equal (text, lp_text (&kind->short_name)))
    label->kind = g_new0 (char *, 1);
  else
    {
      g_autofree char *line = kind_line (component, kind);
      label->kind = lp_text_wrap (line, LP_KIND_SIZE, LP_WEIGHT_REGULAR, LP_LABEL_WIDTH, MAX_KIND_LINES);
    }
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

/* --- frames ------------------------------------------------------------------------------------------ */

static gboolean
mentions (const char *text, const char *word)
{
  g_autofree char *folded_text = g_utf8_casefold (text, -1);
  g_autofree char *folded_word = g_utf8_casefold (word, -1);
  return strstr (folded_text, folded_word) != NULL;
}

/* In any language: a document keeps the words of whoever drew it. */
static gboolean
mentions_kind (const char *text, const LpKind *kind)
{
  for (guint i = 0; i < LP_N_LANGUAGES; i++)
    if (mentions (text, kind->short_name.in[i]))
      return TRUE;
  return FALSE;
}

/* Puts the text behind what is there, where it fits. */
static const char *
append (LpFrameName *name, const char *text, double room, double *x)
{
  double width = text != NULL ? lp_text_width (text, LP_KIND_SIZE, LP_WEIGHT_REGULAR) : 0;
  if (text == NULL || name->width + WORD_GAP + width > room)
    return NULL;
  *x = name->width + WORD_GAP;
  name->width = *x + width;
  return text;
}

void
lp_frame_name_init (
    LpFrameName *name, const LpDesign *design, guint index, const LpKind *kind, double frame_width)
{
  const LpComponent *component = lp_design_get_component (design, index);
  double chips = LP_FRAME_CHIP * lp_design_get_spanned_by (design, index).n;
  gboolean centred = kind->frame.centred, has_tag = !centred && !lp_kind_is_generic (kind);
  *name = (LpFrameName){ .x = has_tag ? LP_FRAME_TAG + NAME_GAP : NAME_END };
  double room = MAX (frame_width - name->x - MAX (chips, NAME_END), 16);
  const char *text = lp_label_text (component, kind);
  name->size = lp_text_width (text, LP_NAME_SIZE, LP_WEIGHT_SEMIBOLD) <= room ? LP_NAME_SIZE : LP_KIND_SIZE;
  g_auto (GStrv) lines = lp_text_wrap (text, name->size, LP_WEIGHT_SEMIBOLD, room, 1);
  name->name = g_steal_pointer (&lines[0]);
  name->width = lp_text_width (name->name, name->size, LP_WEIGHT_SEMIBOLD);

  if (!lp_kind_is_generic (kind) && !mentions_kind (name->name, kind))
    name->kind = append (name, lp_text (&kind->short_name), room, &name->kind_x);
  const char *note = lp_properties_lookup_string (component->set, "cidr");
  if (note != NULL && !mentions (name->name, note))
    name->note = append (name, note, room, &name->note_x);
  if (centred)
    name->x = MAX ((frame_width - MAX (chips - NAME_END, 0) - name->width) / 2, NAME_END);
}

void
lp_frame_name_clear (LpFrameName *name)
{
  g_free (name->name);
}
