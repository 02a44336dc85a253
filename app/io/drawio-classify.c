/* The kind of each component: by the name of its shape, else by its label, else by colour. */
#include <string.h>

#include "io/drawio-name.h"
#include "io/drawio-words.h"

/* The colours of draw.io's palette entries. */
static gboolean
is_stroke (const LpDrawioCell *cell, const char *const *colours)
{
  const char *stroke = lp_drawio_style_get (cell->style, "strokeColor");
  for (; stroke != NULL && *colours != NULL; colours++)
    if (g_ascii_strcasecmp (stroke, *colours) == 0)
      return TRUE;
  return FALSE;
}

static const LpKind *
kind_by_colour (const LpDrawioPage *page, const LpDrawioCell *frame)
{
  static const char *const red[] = { "#DD3522", "#DF3312", "#DD344C", NULL };
  gboolean empty = frame->label == NULL && frame->foreign == NULL;

  return empty && is_stroke (frame, red) ? lp_catalogue_find (page->catalogue, "security-group") : NULL;
}

static gboolean
is_kind (const LpKind *kind, const char *id)
{
  return kind != NULL && g_str_equal (kind->id, id);
}

/* An instance with its contents is drawn as a frame; one that holds subnets is none, whatever frame was
 * taken. */
static gboolean
is_around_places (const LpDrawioPage *page, const LpDrawioCell *frame)
{
  for (guint i = 0; i < page->cells->len; i++)
    {
      const LpDrawioCell *place = lp_drawio_cell (page, i);
      if (place != frame && place->role == LP_DRAWIO_FRAME && place->kind != NULL && place->kind->is_container
          && lp_rect_contains (frame->rect, lp_rect_centre (place->rect))
          && lp_rect_area (place->rect) < lp_rect_area (frame->rect))
        return TRUE;
    }
  return FALSE;
}

/* A label that names a place further inside, and nothing of what the shape stands for, tells of a shape that
 * was taken for its looks: people draw subnets with the frame of a VPC. */
static gboolean
is_relabelled (const LpDrawioPage *page, const LpDrawioCell *frame)
{
  const LpKind *named = frame->kind, *said = lp_drawio_words_find_named_frame (page->catalogue, frame->label);

  gboolean is_wide = is_kind (named, "region") || is_kind (named, "account") || is_kind (named, "aws-cloud")
                     || is_kind (named, "corporate-data-center");

  return ((is_wide && is_kind (said, "vpc"))
          || ((is_wide || is_kind (named, "vpc"))
              && (is_kind (said, "subnet") || is_kind (said, "availability-zone"))))
         && !lp_drawio_words_say_frame (frame->label, named->id);
}

static gboolean
is_in_vpc (const LpDrawioPage *page, const LpDrawioCell *frame)
{
  for (guint i = 0; i < page->cells->len; i++)
    {
      const LpDrawioCell *vpc = lp_drawio_cell (page, i);
      if (vpc != frame && vpc->role == LP_DRAWIO_FRAME && is_kind (vpc->kind, "vpc")
          && lp_rect_encloses (vpc->rect, frame->rect))
        return TRUE;
    }
  return FALSE;
}

/* draw.io sells its subnet under the name group_security_group; only a label tells when it is something
 * else. */
static const LpKind *
kind_of_frame (const LpDrawioPage *page, const LpDrawioCell *frame)
{
  const LpKind *said = lp_drawio_words_find_frame (page->catalogue, frame->label);
  const LpKind *named = frame->kind;

  if (g_strcmp0 (frame->foreign, "aws4:group_security_group") == 0)
    named = lp_catalogue_find (page->catalogue, "subnet");
  if (is_kind (named, "subnet"))
    {
      const LpKind *other = lp_drawio_words_find_named_frame (page->catalogue, frame->label);
      /* "shop-vpc-app" inside the VPC is named after it. */
      if (is_kind (other, "vpc") && is_in_vpc (page, frame))
        return named;
      return other != NULL ? other : named;
    }
  if (is_relabelled (page, frame))
    return said;
  if (named != NULL && (named->is_container || !is_around_places (page, frame)))
    return named;
  return said != NULL ? said : kind_by_colour (page, frame);
}

static gboolean
is_actor (const LpDrawioCell *cell)
{
  static const char *const shapes[] = { "umlActor", "actor", "mxgraph.networks.users", NULL };
  const char *shape = lp_drawio_style_get (cell->style, "shape");

  if (shape == NULL)
    return FALSE;
  return g_strv_contains (shapes, shape) || g_str_has_prefix (shape, "mxgraph.office.users")
         || strstr (shape, "people.user") != NULL;
}

static const LpKind *
kind_of_tile (const LpDrawioPage *page, const LpDrawioCell *cell)
{
  const LpKind *kind = cell->kind;

  /* The icons that stand for any service leave it to the label to say which. */
  if (kind == NULL || is_kind (kind, "aws-service"))
    {
      const LpKind *said = lp_drawio_words_find_tile (page->catalogue, cell->label);
      kind = said != NULL ? said : kind;
    }
  /* Names that draw.io does not have, as tools write them, are words all the same: "aws4:vpc_endpoints". */
  if (kind == NULL && cell->foreign != NULL
      && (g_str_has_prefix (cell->foreign, "image:") || lp_drawio_name_is_aws (cell->foreign)))
    {
      g_autofree char *words = lp_drawio_name_for_people (cell->foreign);
      kind = lp_drawio_words_find_in_name (page->catalogue, words);
    }
  if (kind == NULL && is_actor (cell))
    kind = lp_catalogue_find (page->catalogue, "users");
  return kind != NULL ? lp_drawio_words_refine (page->catalogue, kind, cell->label) : NULL;
}

/* <UserObject kind="alb">: what the file says itself stands above all guesses. */
static const LpKind *
kind_by_attribute (const LpDrawioPage *page, const LpDrawioCell *cell)
{
  const char *kind = cell->attributes != NULL ? g_hash_table_lookup (cell->attributes, "kind") : NULL;
  return kind != NULL ? lp_catalogue_find (page->catalogue, kind) : NULL;
}

void
lp_drawio_page_classify (LpDrawioPage *page)
{
  for (guint i = 0; i < page->cells->len; i++)
    {
      LpDrawioCell *cell = lp_drawio_cell (page, i);
      if (!lp_drawio_cell_is_component (cell))
        continue;
      cell->stands_for = i;
      const LpKind *kind = kind_by_attribute (page, cell);
      if (kind == NULL)
        kind = cell->role == LP_DRAWIO_FRAME ? kind_of_frame (page, cell) : kind_of_tile (page, cell);
      /* A shape whose own kind was ruled out is a plain frame from here on. */
      if (kind == NULL && cell->kind != NULL)
        g_clear_pointer (&cell->foreign, g_free);
      cell->kind = kind;
    }
}
