#include "scene/metrics.h"
#include "scene/scene-parts.h"

#include <math.h>

/* Distance of neighbouring marks, and how many stand side by side before the next row above. */
#define STEP 20.0
#define MARKS_PER_ROW 3
#define MAX_POINTS 11
#define CIRCLE_RADIUS 10.0

typedef struct
{
  guint n; /* 0: a circle */
  LpPoint points[MAX_POINTS];
  double text_size;
  double drop; /* of the baseline below the centre */
} LpMarkShape;

static const LpMarkShape octagon
    = { 8,
        { { -4, -10 }, { 4, -10 }, { 10, -4 }, { 10, 4 }, { 4, 10 }, { -4, 10 }, { -10, 4 }, { -10, -4 } },
        10.5,
        3.8 };
static const LpMarkShape triangle = { 3, { { 0, -11 }, { 11.5, 9 }, { -11.5, 9 } }, 10, 6.2 };
static const LpMarkShape circle = { 0, { { 0 } }, 10.5, 3.8 };
static const LpMarkShape diamond = { 4, { { 0, -12 }, { 12, 0 }, { 0, 12 }, { -12, 0 } }, 10, 3.6 };
static const LpMarkShape bubble = { 11,
                                    { { -7, -10 },
                                      { 7, -10 },
                                      { 10, -7 },
                                      { 10, 3 },
                                      { 7, 6 },
                                      { 0, 6 },
                                      { -6, 11 },
                                      { -6, 6 },
                                      { -7, 6 },
                                      { -10, 3 },
                                      { -10, -7 } },
                                    10.5,
                                    1.8 };

typedef struct
{
  const LpMarkShape *shape;
  LpColour fill, edge, ink;
} LpMarkStyle;

static LpMarkStyle
style_of (const LpFinding *finding)
{
  if (finding->outcome == LP_OUTCOME_QUESTION)
    return (LpMarkStyle){ &diamond, LP_COLOUR_QUESTION, LP_COLOUR_PAPER, LP_COLOUR_QUESTION_INK };
  switch (finding->severity)
    {
    case LP_SEVERITY_ERROR:
      return (LpMarkStyle){ &octagon, LP_COLOUR_ERROR, LP_COLOUR_PAPER, LP_COLOUR_ERROR_INK };
    case LP_SEVERITY_WARNING:
      return (LpMarkStyle){ &triangle, LP_COLOUR_WARNING, LP_COLOUR_WARNING_EDGE, LP_COLOUR_WARNING_INK };
    case LP_SEVERITY_INFO:
    default:
      return (LpMarkStyle){ &circle, LP_COLOUR_INFO, LP_COLOUR_PAPER, LP_COLOUR_INFO_INK };
    }
}

char *
lp_scene_mark_text (guint number)
{
  return g_strdup_printf ("%u", number + 1);
}

static void
draw_outline (LpDrawBuilder *out, LpPoint centre, const LpMarkShape *shape, LpStroke stroke)
{
  if (shape->n == 0)
    {
      LpRect box
          = { centre.x - CIRCLE_RADIUS, centre.y - CIRCLE_RADIUS, 2 * CIRCLE_RADIUS, 2 * CIRCLE_RADIUS };
      lp_draw_rect (out, box, CIRCLE_RADIUS, stroke);
      return;
    }
  LpPoint points[MAX_POINTS];
  for (guint i = 0; i < shape->n; i++)
    points[i] = (LpPoint){ centre.x + shape->points[i].x, centre.y + shape->points[i].y };
  lp_draw_polygon (out, points, shape->n, stroke);
}

/* Hollow: what was waived. */
static void
draw_styled (LpDrawBuilder *out, LpPoint centre, LpMarkStyle style, gboolean waived, const char *text)
{
  LpColour line = style.edge == LP_COLOUR_PAPER ? style.fill : style.edge;
  LpStroke stroke = LP_LINE (waived ? line : style.edge, 1.5f);
  stroke.fill = waived ? LP_COLOUR_PAPER : style.fill;
  draw_outline (out, centre, style.shape, stroke);
  if (text == NULL)
    return;
  double size = style.shape->text_size;
  if (lp_text_width (text, size, LP_WEIGHT_BOLD) > 15)
    size = 8.5;
  LpTextStyle ink = { size, LP_WEIGHT_BOLD, LP_ALIGN_MIDDLE, waived ? LP_COLOUR_TEXT : style.ink };
  lp_draw_text (out,
                (LpPoint){ centre.x, centre.y + style.shape->drop - (style.shape->text_size - size) / 3 },
                text, &ink);
}

void
lp_scene_draw_mark (LpDrawBuilder *out, LpPoint centre, const LpFinding *finding, const char *text)
{
  draw_styled (out, centre, style_of (finding), finding->waiver != NULL, text);
}

void
lp_scene_draw_bubble (LpDrawBuilder *out, LpPoint centre, const char *text)
{
  LpMarkStyle style = { &bubble, LP_COLOUR_TEXT, LP_COLOUR_PAPER, LP_COLOUR_PAPER };
  draw_styled (out, centre, style, FALSE, text);
}

/* --- at the components ------------------------------------------------------------------------------- */

/* Where the next mark of a component goes: from its top right corner to the right, then in rows upwards. */
static LpPoint
next_place (LpRect rect, guint n)
{
  return (LpPoint){ rect.x + rect.w + STEP * (n % MARKS_PER_ROW), rect.y - STEP * (n / MARKS_PER_ROW) };
}

/* `anchor`: what stays in its place where the mark is painted larger than it is. */
static void
draw_numbered (LpSceneBuilder *scene, LpPoint centre, LpPoint anchor, guint number, guint host, gboolean on_line)
{
  const LpFinding *finding = g_ptr_array_index (scene->review->findings, number);
  g_autofree char *text = scene->options.numbers ? lp_scene_mark_text (number) : NULL;
  lp_draw_begin (scene->out, &(LpDrawGroup){
                                 .part = LP_PART_MARK,
                                 .index = number,
                                 .host = host,
                                 .on_line = on_line,
                                 .type = "finding",
                                 .of = finding->rule,
                                 .title = finding->title,
                                 .desc = finding->message,
                                 .anchor = anchor,
                             });
  lp_scene_draw_mark (scene->out, centre, finding, text);
  lp_draw_end (scene->out);
}

gboolean
lp_scene_is_marked (const LpDesign *design, const LpFinding *finding, const char *related)
{
  if (finding->component == NULL || g_strcmp0 (finding->component, related) == 0)
    return finding->component != NULL;
  guint own = lp_design_find (design, finding->component), other = lp_design_find (design, related);
  if (own == LP_NONE || other == LP_NONE)
    return FALSE;
  return lp_design_get_component (design, own)->kind == lp_design_get_component (design, other)->kind
         || g_str_equal (lp_design_get_component (design, own)->kind,
                         lp_design_get_component (design, other)->kind);
}

/* The next mark of a connection: in the middle of its line, but not on its label, and in a row. */
static LpPoint
next_place_on_line (const LpRoute *route, guint n)
{
  guint middle = (route->n_points - 1) / 2;
  LpPoint a = route->points[middle], b = route->points[middle + 1];
  LpPoint centre = { (a.x + b.x) / 2, (a.y + b.y) / 2 };
  LpRect label = lp_rect_grow (route->label, STEP / 2 + 2);
  gboolean is_level = fabs (b.x - a.x) >= fabs (b.y - a.y);

  if (route->label.w > 0 && lp_rect_contains (label, centre))
    centre = is_level ? (LpPoint){ label.x + label.w, centre.y } : (LpPoint){ centre.x, label.y };
  return is_level ? (LpPoint){ centre.x + STEP * n, centre.y } : (LpPoint){ centre.x, centre.y - STEP * n };
}

static void
mark_connection (LpSceneBuilder *scene, guint connection, guint number, guint place)
{
  LpPoint centre = next_place_on_line (&scene->routes[connection], place);
  draw_numbered (scene, centre, centre, number, connection, TRUE);
}

/* What is folded away has its marks at the box that it is folded into: each finding once. */
static void
mark (LpSceneBuilder *scene, const char *id, guint number, guint *counts, guint *last)
{
  LpSceneHost host = lp_scene_find_host (scene->fold, id);
  guint component = host.component, connection = host.connection;
  if (component != LP_NONE && last[component] != number + 1)
    {
      LpRect rect = scene->placement->rect[component];
      last[component] = number + 1;
      guint place = counts[component]++;
      if (lp_scene_draws_component (scene, component))
        draw_numbered (scene, next_place (rect, place), next_place (rect, 0), number, component, FALSE);
    }
  else if (connection != LP_NONE)
    {
      guint place = counts[scene->placement->n + connection]++;
      if (lp_scene_draws_connection (scene, connection))
        mark_connection (scene, connection, number, place);
    }
}

static void
draw_pin (LpSceneBuilder *scene, const LpScenePin *pin, LpPoint centre, LpPoint anchor)
{
  g_autofree char *text = scene->options.numbers ? lp_scene_pin_text (pin) : NULL;
  lp_scene_begin_pin (scene, pin, "comment", anchor);
  lp_scene_draw_bubble (scene->out, centre, text);
  lp_draw_end (scene->out);
}

/* Each ends the row of the marks that are there. */
static void
draw_pins (LpSceneBuilder *scene, const guint *counts)
{
  g_autoptr (GPtrArray) pins = lp_scene_find_pins (scene);
  for (guint i = 0; i < pins->len; i++)
    {
      const LpScenePin *pin = g_ptr_array_index (pins, i);
      guint component = pin->host.component, connection = pin->host.connection;
      if (component != LP_NONE && lp_scene_draws_component (scene, component))
        {
          LpRect rect = scene->placement->rect[component];
          draw_pin (scene, pin, next_place (rect, counts[component]), next_place (rect, 0));
        }
      else if (connection != LP_NONE && lp_scene_draws_connection (scene, connection))
        {
          guint place = counts[scene->placement->n + connection];
          LpPoint centre = next_place_on_line (&scene->routes[connection], place);
          draw_pin (scene, pin, centre, centre);
        }
    }
}

static void
draw_findings (LpSceneBuilder *scene, guint *counts)
{
  g_autofree guint *last = g_new0 (guint, scene->placement->n + 1);
  for (guint i = 0; i < scene->review->findings->len; i++)
    {
      const LpFinding *finding = g_ptr_array_index (scene->review->findings, i);
      if (finding->component != NULL
          && !g_strv_contains ((const char *const *) finding->related, finding->component))
        mark (scene, finding->component, i, counts, last);
      for (char **related = finding->related; *related != NULL; related++)
        if (lp_scene_is_marked (scene->fold->whole, finding, *related))
          mark (scene, *related, i, counts, last);
    }
}

void
lp_scene_draw_marks (LpSceneBuilder *scene)
{
  /* Of components, then of connections. */
  g_autofree guint *counts
      = g_new0 (guint, scene->placement->n + lp_design_get_n_connections (scene->design) + 1);
  if (scene->review != NULL)
    draw_findings (scene, counts);
  draw_pins (scene, counts);
}
