#include "ui/review/review-page.h"

#include <glib/gi18n.h>

#include "model/edit.h"
#include "session/mend-preview.h"
#include "session/session-rules.h"
#include "ui/review/comments-view.h"
#include "ui/review/finding-row.h"
#include "ui/review/fold-button.h"
#include "ui/review/score-button.h"
#include "ui/review/waive-dialog.h"

struct _LpReviewPage
{
  AdwBin parent_instance;
  GtkStack *stack;
  GtkListView *list;
  LpScoreButton *score;
  LpCommentsView *comments;
  GtkToggleButton *fold;         /* shows the waived ones, which come last */
  GListStore *store;             /* of LpFindingItem */
  GtkSingleSelection *selection;
  LpSession *session;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (LpReviewPage, lp_review_page, ADW_TYPE_BIN)

enum
{
  FINDING_SELECTED,
  ASKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- rows -------------------------------------------------------------------------------------------- */

static void
on_answered (LpFindingRow *row, const char *element, const char *property, JsonNode *value, LpReviewPage *self)
{
  LpDocument *document = lp_session_get_document (self->session);
  g_autoptr (GError) error = NULL;

  lp_document_begin (document, _("Answer"));
  if (element == NULL)
    lp_edit_set_requirement (document, property, json_node_ref (value));
  else
    lp_edit_set_property (document, element, property, json_node_ref (value), &error);
  if (error == NULL)
    lp_document_commit (document);
  else
    lp_document_rollback (document);
}

static void
on_asked (LpFindingRow *row, const char *element, const char *property, LpReviewPage *self)
{
  g_signal_emit (self, signals[ASKED], 0, element, property);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, LpReviewPage *self)
{
  GtkWidget *row = lp_finding_row_new ();

  g_signal_connect_object (row, "answered", G_CALLBACK (on_answered), self, 0);
  g_signal_connect_object (row, "asked", G_CALLBACK (on_asked), self, 0);
  gtk_list_item_set_child (item, row);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, LpReviewPage *self)
{
  LpFindingRow *row = LP_FINDING_ROW (gtk_list_item_get_child (item));
  LpFindingItem *finding = LP_FINDING_ITEM (gtk_list_item_get_item (item));

  lp_finding_row_set (row, finding, lp_session_get_document (self->session));
  const LpPack *pack = lp_session_get_pack (self->session);
  lp_finding_row_offer_explanation (row, lp_pack_find (pack, lp_finding_item_get_finding (finding)->rule) != NULL);
  gboolean mendable = lp_mend_may_be (self->session, lp_finding_item_get_finding (finding));
  lp_finding_row_offer_fix (row, mendable ? lp_finding_item_get_number (finding) : 0);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, LpReviewPage *self)
{
  lp_finding_row_set (LP_FINDING_ROW (gtk_list_item_get_child (item)), NULL, NULL);
}

/* --- the list ---------------------------------------------------------------------------------------- */

static guint
find_again (LpReviewPage *self, const LpFinding *finding)
{
  LpReview *review = lp_session_get_review (self->session);

  for (guint i = 0; finding != NULL && i < review->findings->len; i++)
    {
      const LpFinding *other = g_ptr_array_index (review->findings, i);
      if (g_strcmp0 (other->fingerprint, finding->fingerprint) == 0 && g_str_equal (other->rule, finding->rule)
          && g_strcmp0 (other->component, finding->component) == 0)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/* One answer decides all that ask for it: only the first of them offers it. `asked` holds the numbers of the
 * findings by what they ask for. */
static LpFindingItem *
new_item (LpFinding *finding, guint number, GHashTable *asked)
{
  LpFindingItem *item = lp_finding_item_new (finding, number);

  if (finding->outcome != LP_OUTCOME_QUESTION || finding->unknowns->len == 0)
    return item;
  const LpUnknownProperty *unknown = g_ptr_array_index (finding->unknowns, 0);
  g_autofree char *key
      = g_strdup_printf ("%s\n%s", unknown->element != NULL ? unknown->element : "", unknown->property);
  guint first = GPOINTER_TO_UINT (g_hash_table_lookup (asked, key));
  if (first > 0)
    lp_finding_item_set_same (item, first);
  else
    g_hash_table_insert (asked, g_steal_pointer (&key), GUINT_TO_POINTER (number));
  return item;
}

static void
update_page (LpReviewPage *self)
{
  LpReview *review = lp_session_get_review (self->session);
  const char *page = "findings";

  if (review == NULL)
    page = "waiting";
  else if (review->findings->len == 0)
    {
      g_autoptr (LpDesign) design = lp_document_snapshot (lp_session_get_document (self->session));
      page = lp_design_get_n_components (design) == 0 ? "empty" : "nothing";
    }
  gtk_stack_set_visible_child_name (self->stack, page);
}

/* How many of the findings are shown: all, or those before the waived ones. */
static guint
count_shown (LpReviewPage *self, const LpReview *review)
{
  gboolean folded = !gtk_toggle_button_get_active (self->fold);
  return review->findings->len - (folded ? review->summary.waived : 0);
}

static void
update_fold (LpReviewPage *self, const LpReview *review)
{
  guint n = review->summary.waived;
  g_autofree char *label = g_strdup_printf (ngettext ("%u waived finding", "%u waived findings", n), n);

  lp_fold_button_set_text (LP_FOLD_BUTTON (self->fold), label);
  gtk_widget_set_visible (GTK_WIDGET (self->fold), n > 0);
}

static void
on_reviewed (LpReviewPage *self)
{
  LpReview *review = self->session != NULL ? lp_session_get_review (self->session) : NULL;
  LpFindingItem *selected = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (LpFindingItem) kept = selected != NULL ? g_object_ref (selected) : NULL;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (review == NULL)
    return;
  update_fold (self, review);
  for (guint i = 0; i < count_shown (self, review); i++)
    g_ptr_array_add (items, new_item (g_ptr_array_index (review->findings, i), i + 1, asked));
  self->updating = TRUE;
  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)), items->pdata,
                       items->len);
  gtk_single_selection_set_selected (self->selection,
                                     find_again (self, kept != NULL ? lp_finding_item_get_finding (kept) : NULL));
  self->updating = FALSE;
  lp_score_button_set_review (self->score, review);
  update_page (self);
}

static void
on_selected (LpReviewPage *self)
{
  LpFindingItem *item = gtk_single_selection_get_selected_item (self->selection);
  const LpFinding *finding = item != NULL ? lp_finding_item_get_finding (item) : NULL;

  if (!self->updating && finding != NULL && finding->component != NULL)
    g_signal_emit (self, signals[FINDING_SELECTED], 0, finding->component);
}

/* Again, also where it is the selected one already: the drawing may have been moved away from it. */
static void
on_activated (LpReviewPage *self, guint position)
{
  if (gtk_single_selection_get_selected (self->selection) == position)
    on_selected (self);
}

void
lp_review_page_set_session (LpReviewPage *self, LpSession *session)
{
  g_return_if_fail (LP_IS_REVIEW_PAGE (self));

  if (self->session == session)
    return;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  self->updating = TRUE;
  g_list_store_remove_all (self->store);
  self->updating = FALSE;
  g_set_object (&self->session, session);
  lp_comments_view_set_session (self->comments, session);
  if (session == NULL)
    return;
  g_signal_connect_swapped (session, "reviewed", G_CALLBACK (on_reviewed), self);
  update_page (self);
  on_reviewed (self);
}

void
lp_review_page_select (LpReviewPage *self, guint finding)
{
  g_return_if_fail (LP_IS_REVIEW_PAGE (self));

  LpReview *review = lp_session_get_review (self->session);
  if (review != NULL && finding < review->findings->len && finding >= count_shown (self, review))
    gtk_toggle_button_set_active (self->fold, TRUE);
  if (finding >= g_list_model_get_n_items (G_LIST_MODEL (self->store)))
    return;
  gboolean again = gtk_single_selection_get_selected (self->selection) == finding;
  gtk_single_selection_set_selected (self->selection, finding);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", finding);
  if (again)
    on_selected (self);
}

void
lp_review_page_show_comment (LpReviewPage *self, const char *id)
{
  g_return_if_fail (LP_IS_REVIEW_PAGE (self));

  lp_comments_view_show (self->comments, id);
}

gboolean
lp_review_page_step (LpReviewPage *self, int by)
{
  g_return_val_if_fail (LP_IS_REVIEW_PAGE (self), FALSE);

  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->store));
  guint selected = gtk_single_selection_get_selected (self->selection);
  if (n == 0)
    return FALSE;
  if (selected == GTK_INVALID_LIST_POSITION)
    selected = by > 0 ? 0 : n - 1;
  else
    selected = (selected + n + by) % n;
  lp_review_page_select (self, selected);
  return TRUE;
}

void
lp_review_page_follow (LpReviewPage *self, const char *id)
{
  g_return_if_fail (LP_IS_REVIEW_PAGE (self));

  LpFindingItem *item = gtk_single_selection_get_selected_item (self->selection);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->store)), found = GTK_INVALID_LIST_POSITION;
  if (item != NULL && g_strcmp0 (lp_finding_item_get_finding (item)->component, id) == 0)
    return;
  for (guint i = 0; id != NULL && i < n && found == GTK_INVALID_LIST_POSITION; i++)
    {
      g_autoptr (LpFindingItem) other = g_list_model_get_item (G_LIST_MODEL (self->store), i);
      if (g_strcmp0 (lp_finding_item_get_finding (other)->component, id) == 0)
        found = i;
    }
  self->updating = TRUE;
  gtk_single_selection_set_selected (self->selection, found);
  self->updating = FALSE;
}

guint
lp_review_page_get_selected (LpReviewPage *self)
{
  return gtk_single_selection_get_selected (self->selection);
}

/* --- waivers ----------------------------------------------------------------------------------------- */

static LpFinding *
finding_of (LpReviewPage *self, GVariant *number)
{
  LpReview *review = self->session != NULL ? lp_session_get_review (self->session) : NULL;
  guint i = g_variant_get_uint32 (number);

  return review != NULL && i < review->findings->len ? review->findings->pdata[i] : NULL;
}

static void
waive_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpReviewPage *self = LP_REVIEW_PAGE (widget);
  LpFinding *finding = finding_of (self, parameter);

  if (finding != NULL && finding->waived_by == NULL)
    lp_waive_dialog_show (GTK_WINDOW (gtk_widget_get_root (widget)), self->session, finding);
}

static void
end_waiver_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpReviewPage *self = LP_REVIEW_PAGE (widget);
  LpFinding *finding = finding_of (self, parameter);

  if (finding != NULL)
    lp_waiver_end (self->session, finding);
}

static void
lp_review_page_dispose (GObject *object)
{
  LpReviewPage *self = LP_REVIEW_PAGE (object);

  if (self->list != NULL)
    lp_review_page_set_session (self, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (lp_review_page_parent_class)->dispose (object);
}

/* What unfolds stands below all others: it is led to. */
static void
on_fold_toggled (LpReviewPage *self)
{
  guint first = g_list_model_get_n_items (G_LIST_MODEL (self->store));

  on_reviewed (self);
  if (gtk_toggle_button_get_active (self->fold) && first < g_list_model_get_n_items (G_LIST_MODEL (self->store)))
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", first);
}

static void
lp_review_page_class_init (LpReviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LP_TYPE_SCORE_BUTTON);
  g_type_ensure (LP_TYPE_COMMENTS_VIEW);
  g_type_ensure (LP_TYPE_FOLD_BUTTON);
  G_OBJECT_CLASS (klass)->dispose = lp_review_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/loadpath/Loadpath/ui/review/review-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LpReviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LpReviewPage, list);
  gtk_widget_class_bind_template_child (widget_class, LpReviewPage, score);
  gtk_widget_class_bind_template_child (widget_class, LpReviewPage, fold);
  gtk_widget_class_bind_template_child (widget_class, LpReviewPage, comments);
  gtk_widget_class_install_action (widget_class, "review.waive", "u", waive_action);
  gtk_widget_class_install_action (widget_class, "review.end-waiver", "u", end_waiver_action);
  signals[FINDING_SELECTED] = g_signal_new ("finding-selected", LP_TYPE_REVIEW_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ASKED] = g_signal_new ("asked", LP_TYPE_REVIEW_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                 G_TYPE_STRING, G_TYPE_STRING);
}

static void
on_comment_chosen (LpReviewPage *self, const char *component)
{
  g_signal_emit (self, signals[FINDING_SELECTED], 0, component);
}

static void
lp_review_page_init (LpReviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->store = g_list_store_new (LP_TYPE_FINDING_ITEM);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->store)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);

  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), self);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (on_activated), self);
  g_signal_connect_swapped (self->comments, "chosen", G_CALLBACK (on_comment_chosen), self);
  g_signal_connect_swapped (self->fold, "toggled", G_CALLBACK (on_fold_toggled), self);
}
