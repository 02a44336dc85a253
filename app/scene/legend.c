#include "scene/annotation-shape.h"
#include "scene/label.h"
#include "scene/metrics.h"
#include "scene/requirements.h"
#include "scene/scene-parts.h"

#include <glib/gi18n.h>

#define LEAST_WIDTH 760.0
#define ABOVE 28.0 /* from the title block to the drawing */
#define BELOW 32.0 /* from the drawing to the rule under it */
#define TITLE_SIZE 20.0
#define TEXT_SIZE 12.0
#define LINE 17.0
#define ROW_GAP 13.0
#define MARK_X 18.0
#define RULE_X 44.0
#define NAME_X 112.0
#define NAME_WIDTH 160.0
#define SENTENCE_X 288.0
#define SENTENCE_WIDTH 760.0
#define SAMPLE_WIDTH 34.0
#define KEY_GAP 28.0

static const LpTextStyle title_style = { TITLE_SIZE, LP_WEIGHT_BOLD, LP_ALIGN_START, LP_COLOUR_TEXT };
static const LpTextStyle strong_style = { TEXT_SIZE, LP_WEIGHT_SEMIBOLD, LP_ALIGN_START, LP_COLOUR_TEXT };
static const LpTextStyle text_style = { TEXT_SIZE, LP_WEIGHT_REGULAR, LP_ALIGN_START, LP_COLOUR_TEXT };
static const LpTextStyle dim_style = { TEXT_SIZE, LP_WEIGHT_REGULAR, LP_ALIGN_START, LP_COLOUR_TEXT_DIM };
static const LpTextStyle key_style = { 10.5, LP_WEIGHT_REGULAR, LP_ALIGN_START, LP_COLOUR_TEXT_DIM };

/* Draws the lines below each other, the first on the baseline `at`; gives the height that they take. */
static double
draw_lines (LpDrawBuilder *out, LpPoint at, GStrv lines, const LpTextStyle *style)
{
  guint n = 0;
  for (; lines[n] != NULL; n++)
    lp_draw_text (out, (LpPoint){ at.x, at.y + n * LINE }, lines[n], style);
  return n * LINE;
}

static double
draw_wrapped (
    LpDrawBuilder *out, LpPoint at, const char *text, const LpTextStyle *style, double width, guint max_lines)
{
  g_auto (GStrv) lines = lp_text_wrap (text, style->size, style->weight, width, max_lines);
  return draw_lines (out, at, lines, style);
}

void
lp_scene_draw_title (LpSceneBuilder *scene)
{
  const LpHeader *header = lp_design_get_header (scene->fold->whole);
  g_autofree char *line = lp_requirements_line (header, scene->catalogue);
  gboolean has_title = header->title != NULL && header->title[0] != '\0';
  if (!has_title && line[0] == '\0')
    return;
  double width = MAX (scene->bounds.w, LEAST_WIDTH), x = scene->bounds.x;
  g_auto (GStrv) title = lp_text_wrap (has_title ? header->title : "", TITLE_SIZE, LP_WEIGHT_BOLD, width, 2);
  g_auto (GStrv) requirements = lp_text_wrap (line, TEXT_SIZE, LP_WEIGHT_REGULAR, width, 2);
  double requirements_height = line[0] != '\0' ? LINE * g_strv_length (requirements) + 3 : 0;
  double title_height = has_title ? 26 * g_strv_length (title) : 0;
  double top = scene->bounds.y - ABOVE - requirements_height - title_height;

  lp_draw_begin (scene->out, &(LpDrawGroup){ .type = "title" });
  for (guint i = 0; has_title && title[i] != NULL; i++)
    lp_draw_text (scene->out, (LpPoint){ x, top + 20 + 26 * i }, title[i], &title_style);
  if (line[0] != '\0')
    draw_lines (scene->out, (LpPoint){ x, top + title_height + 14 }, requirements, &dim_style);
  lp_draw_end (scene->out);
  scene->bounds.h += scene->bounds.y - top;
  scene->bounds.y = top;
}

static void
draw_rule (LpSceneBuilder *scene, double x, double y, double width)
{
  LpPoint rule[] = { { x, y }, { x + width, y } };
  lp_draw_line (scene->out, rule, 2, NULL, 0, 0, FALSE, FALSE, LP_LINE (LP_COLOUR_GRID, 1));
}

/* --- findings ---------------------------------------------------------------------------------------- */

static char *
element_name (const LpSceneBuilder *scene, const char *id)
{
  guint component = lp_design_find (scene->fold->whole, id);
  if (component != LP_NONE)
    {
      const LpComponent *named = lp_design_get_component (scene->fold->whole, component);
      const char *text = lp_label_text (named, lp_kind_of (scene->catalogue, named));
      return g_strdup (*text != '\0' ? text : id);
    }
  guint connection = lp_design_find_connection (scene->fold->whole, id);
  if (connection == LP_NONE)
    return g_strdup (id);
  const LpConnection *link = lp_design_get_connection (scene->fold->whole, connection);
  return link->label != NULL && link->label[0] != '\0' ? g_strdup (link->label) : g_strdup (id);
}

/* "web-1, web-2": what carries the mark. */
static char *
names_of (const LpSceneBuilder *scene, const LpFinding *finding)
{
  if (finding->component == NULL)
    return g_strdup (_("The whole design"));
  GString *names = g_string_new (NULL);
  g_autofree char *own = element_name (scene, finding->component);
  g_string_append (names, own);
  for (char **related = finding->related; *related != NULL; related++)
    if (!g_str_equal (*related, finding->component) && lp_scene_is_marked (scene->fold->whole, finding, *related))
      {
        g_autofree char *name = element_name (scene, *related);
        g_string_append_printf (names, ", %s", name);
      }
  return g_string_free (names, FALSE);
}

static char *
sentence_of (const LpFinding *finding)
{
  if (finding->waiver != NULL)
    return g_strdup_printf (_("%s Waived: %s"), finding->message, finding->waiver);
  return g_strdup_printf ("%s %s", finding->message, finding->remedy);
}

static double
draw_finding (LpSceneBuilder *scene, guint number, double x, double y, double width)
{
  const LpFinding *finding = g_ptr_array_index (scene->review->findings, number);
  g_autofree char *mark = lp_scene_mark_text (number);
  g_autofree char *name = names_of (scene, finding);
  g_autofree char *sentence = sentence_of (finding);
  lp_draw_begin (
      scene->out,
      &(LpDrawGroup){ .part = LP_PART_MARK, .index = number, .type = "legend", .of = finding->rule });
  lp_scene_draw_mark (scene->out, (LpPoint){ x + MARK_X, y - 4.5 }, finding, mark);
  lp_draw_text (scene->out, (LpPoint){ x + RULE_X, y }, finding->rule, &strong_style);
  double left = draw_wrapped (scene->out, (LpPoint){ x + NAME_X, y }, name, &strong_style, NAME_WIDTH, 3);
  double right = draw_wrapped (scene->out, (LpPoint){ x + SENTENCE_X, y }, sentence,
                               finding->waiver != NULL ? &dim_style : &text_style,
                               MIN (width - SENTENCE_X, SENTENCE_WIDTH), 8);
  lp_draw_end (scene->out);
  return MAX (left, right);
}

static double
draw_findings (LpSceneBuilder *scene, double x, double y, double width)
{
  for (guint i = 0; i < scene->review->findings->len; i++)
    y += draw_finding (scene, i, x, y, width) + ROW_GAP;
  return y;
}

/* "3 errors · 1 question" */
static char *
summary_line (const LpSummary *summary)
{
  const guint counts[] = { summary->by_severity[LP_SEVERITY_ERROR], summary->by_severity[LP_SEVERITY_WARNING],
                           summary->by_severity[LP_SEVERITY_INFO], summary->questions, summary->waived };
  const char *const words[] = {
    ngettext ("%u error", "%u errors", counts[0]),  ngettext ("%u warning", "%u warnings", counts[1]),
    ngettext ("%u note", "%u notes", counts[2]),    ngettext ("%u question", "%u questions", counts[3]),
    ngettext ("%u waived", "%u waived", counts[4]),
  };
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > 0)
      {
        char count[16];
        g_snprintf (count, sizeof count, "%u", counts[i]);
        g_auto (GStrv) parts = g_strsplit (words[i], "%u", 2);
        g_autofree char *text = g_strjoinv (count, parts);
        g_string_append_printf (out, "%s%s", out->len > 0 ? " · " : "", text);
      }
  if (out->len == 0)
    g_string_append (out, _("Nothing found"));
  return g_string_free (out, FALSE);
}

/* --- the kinds of connection that are drawn ---------------------------------------------------------- */

static gboolean
is_used (const LpDesign *design, const LpConnectionKind *kind)
{
  for (guint i = 0; i < lp_design_get_n_connections (design); i++)
    if (g_str_equal (lp_design_get_connection (design, i)->kind, kind->id))
      return TRUE;
  return FALSE;
}

static void
draw_sample (LpDrawBuilder *out, double x, double y, const LpConnectionKind *kind)
{
  LpPoint line[] = { { x, y }, { x + SAMPLE_WIDTH, y } };
  LpHead head = lp_scene_connection_head (kind);
  lp_draw_line (out, line, 2, NULL, 0, 0, kind->arrow == LP_ARROW_BOTH ? head : LP_HEAD_NONE, head,
                lp_scene_connection_style (kind));
}

static double
draw_key (LpSceneBuilder *scene, double left, double y, double width)
{
  double x = left;
  lp_draw_begin (scene->out, &(LpDrawGroup){ .type = "key" });
  for (guint i = 0; i < lp_catalogue_get_n_connection_kinds (scene->catalogue); i++)
    {
      const LpConnectionKind *kind = lp_catalogue_get_connection_kind (scene->catalogue, i);
      if (g_str_equal (kind->id, LP_CONNECTION_ANNOTATES) || !is_used (scene->design, kind))
        continue;
      const char *name = lp_text (&kind->name);
      double entry = SAMPLE_WIDTH + 8 + lp_text_width (name, key_style.size, key_style.weight);
      if (x > left && x + entry > left + width)
        {
          x = left;
          y += LINE;
        }
      draw_sample (scene->out, x, y - 3.5, kind);
      lp_draw_text (scene->out, (LpPoint){ x + SAMPLE_WIDTH + 8, y }, name, &key_style);
      x += entry + KEY_GAP;
    }
  lp_draw_end (scene->out);
  return y;
}

/* --- comments ---------------------------------------------------------------------------------------- */

char *
lp_scene_comments_title (guint n)
{
  return g_strdup_printf (ngettext ("%u open comment", "%u open comments", n), n);
}

char *
lp_scene_comment_words (const LpComment *comment)
{
  return g_strdup_printf ("%s: %s", comment->author != NULL ? comment->author : _("Somebody"), comment->text);
}

static double
draw_pin (LpSceneBuilder *scene, const LpScenePin *pin, double x, double y, double width)
{
  const char *id = lp_scene_pin_id (scene, pin);
  g_autofree char *count = lp_scene_pin_text (pin);
  g_autofree char *name = id != NULL ? element_name (scene, id) : g_strdup (_("The whole design"));
  double right = 0;
  lp_scene_begin_pin (scene, pin, "legend", (LpPoint){ 0, 0 });
  lp_scene_draw_bubble (scene->out, (LpPoint){ x + MARK_X, y - 4.5 }, count);
  double left = draw_wrapped (scene->out, (LpPoint){ x + RULE_X, y }, name, &strong_style,
                              NAME_X + NAME_WIDTH - RULE_X, 3);
  for (guint i = 0; i < pin->comments->len; i++)
    {
      g_autofree char *words = lp_scene_comment_words (g_ptr_array_index (pin->comments, i));
      right += draw_wrapped (scene->out, (LpPoint){ x + SENTENCE_X, y + right }, g_strdelimit (words, "\r\n\t", ' '),
                             &text_style, MIN (width - SENTENCE_X, SENTENCE_WIDTH), 8);
    }
  lp_draw_end (scene->out);
  return MAX (left, right);
}

static void
draw_pins (LpSceneBuilder *scene, double x, double y, double width)
{
  g_autoptr (GPtrArray) pins = lp_scene_find_pins (scene);
  if (pins->len == 0)
    return;
  draw_rule (scene, x, y, width);
  y += 30;
  for (guint i = 0; i < pins->len; i++)
    y += draw_pin (scene, g_ptr_array_index (pins, i), x, y, width) + ROW_GAP;
}

void
lp_scene_draw_legend (LpSceneBuilder *scene)
{
  double x = scene->bounds.x, width = MAX (scene->bounds.w, LEAST_WIDTH);
  double y = scene->bounds.y + scene->bounds.h + BELOW;
  if (lp_design_get_n_connections (scene->design) > 0)
    y = draw_key (scene, x, y, width) + 16;
  if (scene->review != NULL)
    {
      draw_rule (scene, x, y, width);
      y = draw_findings (scene, x, y + 30, width);
      g_autofree char *summary = summary_line (&scene->review->summary);
      LpTextStyle style = dim_style;
      style.align = LP_ALIGN_END;
      lp_draw_text (scene->out, (LpPoint){ x + width, y + 6 }, summary, &style);
      y += 6 + LINE;
    }
  if (scene->options.annotate)
    draw_pins (scene, x, y, width);
}
