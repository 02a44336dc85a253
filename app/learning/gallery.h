/* The scenarios as a person is shown them: topic by topic in the order in which they are best learnt, and which of them
 * are asked for by words, kind and progress. */
#pragma once

#include "learning/progress.h"
#include "learning/scenario.h"

G_BEGIN_DECLS

/* The built-in ones in order: an array of const LpScenario; thread-safe; never freed. Aborts where data/topics/order.json
 * is broken (a test reads it). */
const GPtrArray *lp_gallery_get_order (void);
/* The same with the person's own ones, each at the end of its topic. Free with g_ptr_array_unref(). */
GPtrArray *lp_gallery_list (void);
/* Puts scenarios (const LpScenario) in the order of `ids`, with those of a topic together where its first one stands;
 * what is not among them comes at the end of its topic, by id. */
void lp_gallery_sort (GPtrArray *scenarios, const char *const *ids);

/* All zero: everything. */
typedef struct
{
  GStrv words;  /* folded: all of them must be there; may be NULL */
  guint kinds;  /* bits 1 << LpScenarioKind; 0: each */
  guint states; /* bits 1 << LpProgressState; 0: each */
} LpGalleryFilter;

void lp_gallery_filter_clear (LpGalleryFilter *filter);
/* What a person typed, in any language, case and form of the letters. */
void lp_gallery_filter_set_text (LpGalleryFilter *filter, const char *text);
gboolean lp_gallery_filter_is_empty (const LpGalleryFilter *filter);
/* What words are looked for in: the id, and topic, kind, title, situation and question in both languages. Free with
 * g_free(). */
char *lp_gallery_fold (const LpScenario *scenario);
/* `folded`: lp_gallery_fold() of the scenario, so that it is done once. */
gboolean lp_gallery_filter_accepts (const LpGalleryFilter *filter, const LpScenario *scenario, const char *folded,
                                    const LpScenarioProgress *progress);
/* Whether the title itself has all the words: a better answer than one that has them in its text. */
gboolean lp_gallery_filter_is_in_title (const LpGalleryFilter *filter, const LpScenario *scenario);

/* Those of which an attempt is under way, the one that was worked on last first; a GPtrArray as below. */
GPtrArray *lp_gallery_list_running (LpProgress *progress);
/* Those that come back today or should have, and are not under way, the longest due first: an array of const LpScenario. Free with
 * g_ptr_array_unref(). */
GPtrArray *lp_gallery_list_due (LpProgress *progress, LpDay today);

/* "Not begun", "Begun", "Tried", "Passed": translated, static. */
const char *lp_gallery_state_name (LpProgressState state);
/* "new", as reports have it. */
const char *lp_gallery_state_code (LpProgressState state);
/* "Tried: 2 of 4", of the best attempt. Free with g_free(). */
char *lp_gallery_describe_progress (const LpScenarioProgress *progress);

G_END_DECLS
