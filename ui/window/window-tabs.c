#include "ui/application/open-state.h"
#include "ui/window/window-private.h"

/* --- views ------------------------------------------------------------------------------------------- */

static LpDocumentView *
view_of (AdwTabPage *page)
{
  return page != NULL ? LP_DOCUMENT_VIEW (adw_tab_page_get_child (page)) : NULL;
}

guint
lp_window_get_n_views (LpWindow *self)
{
  return (guint) adw_tab_view_get_n_pages (self->tab_view);
}

LpDocumentView *
lp_window_get_view_at (LpWindow *self, guint position)
{
  return view_of (adw_tab_view_get_nth_page (self->tab_view, (int) position));
}

LpDocumentView *
lp_window_get_view (LpWindow *self)
{
  return self->view;
}

void
lp_window_select_view (LpWindow *self, LpDocumentView *view)
{
  adw_tab_view_set_selected_page (self->tab_view, adw_tab_view_get_page (self->tab_view, GTK_WIDGET (view)));
  /* It may have been selected, behind the gallery. */
  lp_window_follow (self, view);
}

static AdwTabPage *
append_page (LpWindow *self, LpDocumentView *view)
{
  AdwTabPage *page = adw_tab_view_append (self->tab_view, GTK_WIDGET (view));

  g_object_bind_property (view, "title", page, "title", G_BINDING_SYNC_CREATE);
  g_object_bind_property (view, "tooltip", page, "tooltip", G_BINDING_SYNC_CREATE);
  return page;
}

LpDocumentView *
lp_window_add_session_behind (LpWindow *self, LpSession *session)
{
  g_return_val_if_fail (LP_IS_WINDOW (self), NULL);

  LpDocumentView *view = lp_document_view_new_behind (session);
  append_page (self, view);
  return view;
}

LpDocumentView *
lp_window_add_session (LpWindow *self, LpSession *session)
{
  g_return_val_if_fail (LP_IS_WINDOW (self), NULL);

  LpDocumentView *view = lp_document_view_new (session);
  adw_tab_view_set_selected_page (self->tab_view, append_page (self, view));
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  return view;
}

LpDocumentView *
lp_window_present_session (LpWindow *self, LpSession *session)
{
  g_return_val_if_fail (LP_IS_WINDOW (self), NULL);

  AdwTabPage *replaced = self->view != NULL && lp_document_view_is_pristine (self->view)
                             ? adw_tab_view_get_selected_page (self->tab_view)
                             : NULL;
  LpDocumentView *view = lp_window_add_session (self, session);
  if (replaced != NULL)
    adw_tab_view_close_page (self->tab_view, replaced);
  return view;
}

static LpDocumentView *
find_in_window (LpWindow *self, GFile *file)
{
  for (guint i = 0; i < lp_window_get_n_views (self); i++)
    {
      LpDocumentView *view = lp_window_get_view_at (self, i);
      GFile *open = lp_session_get_file (lp_document_view_get_session (view));
      if (open != NULL && g_file_equal (open, file))
        return view;
    }
  return NULL;
}

LpDocumentView *
lp_window_find_file (LpWindow *self, GFile *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  LpDocumentView *view = NULL;

  for (GList *l = application != NULL ? gtk_application_get_windows (application) : NULL; l != NULL && view == NULL;
       l = l->next)
    if (LP_IS_WINDOW (l->data))
      view = find_in_window (l->data, file);
  return view;
}

/* --- closing ----------------------------------------------------------------------------------------- */

typedef struct
{
  AdwTabView *tab_view;
  GPtrArray *pages; /* of AdwTabPage */
} Closing;

static void
on_may_close (gboolean may, gpointer data)
{
  Closing *closing = data;

  for (guint i = 0; i < closing->pages->len; i++)
    {
      AdwTabPage *page = closing->pages->pdata[i];
      /* The window may be gone meanwhile. */
      if (gtk_widget_is_ancestor (adw_tab_page_get_child (page), GTK_WIDGET (closing->tab_view)))
        adw_tab_view_close_page_finish (closing->tab_view, page, may);
    }
  g_ptr_array_unref (closing->pages);
  g_object_unref (closing->tab_view);
  g_free (closing);
}

static void
ask_about_pages (LpWindow *self, GPtrArray *pages)
{
  g_autoptr (GPtrArray) views = g_ptr_array_new_with_free_func (g_object_unref);
  Closing *closing = g_new0 (Closing, 1);

  for (guint i = 0; i < pages->len; i++)
    g_ptr_array_add (views, g_object_ref (view_of (pages->pdata[i])));
  closing->tab_view = g_object_ref (self->tab_view);
  closing->pages = g_ptr_array_ref (pages);
  lp_ask_for_changes (self, views, on_may_close, closing);
}

/* What is not modified closes at once. */
static gboolean
on_close_page (LpWindow *self, AdwTabPage *page)
{
  if (!lp_document_view_needs_saving (view_of (page)))
    return GDK_EVENT_PROPAGATE;
  if (self->collecting != NULL)
    {
      g_ptr_array_add (self->collecting, g_object_ref (page));
      return GDK_EVENT_STOP;
    }
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (pages, g_object_ref (page));
  ask_about_pages (self, pages);
  return GDK_EVENT_STOP;
}

void
lp_window_close_tab (LpWindow *self)
{
  AdwTabPage *page = adw_tab_view_get_selected_page (self->tab_view);

  if (lp_window_leave_gallery (self))
    return;
  if (page != NULL && !lp_window_is_exam (self))
    adw_tab_view_close_page (self->tab_view, page);
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* --- the menu of a tab ------------------------------------------------------------------------------- */

static AdwTabPage *
menu_page (LpWindow *self)
{
  return self->menu_page != NULL ? self->menu_page : adw_tab_view_get_selected_page (self->tab_view);
}

static void
do_close (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  adw_tab_view_close_page (LP_WINDOW (data)->tab_view, menu_page (data));
}

/* Asks once about all of them that are not saved. */
static void
do_close_others (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LpWindow *self = data;
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func (g_object_unref);

  self->collecting = pages;
  adw_tab_view_close_other_pages (self->tab_view, menu_page (self));
  self->collecting = NULL;
  if (pages->len > 0)
    ask_about_pages (self, pages);
}

static LpWindow *
new_window_beside (LpWindow *self)
{
  LpWindow *window = lp_window_new (ADW_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  return window;
}

static void
do_move_to_new_window (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LpWindow *self = data;
  AdwTabPage *page = menu_page (self);
  LpWindow *window = new_window_beside (self);

  adw_tab_view_transfer_page (self->tab_view, page, window->tab_view, 0);
  gtk_window_present (GTK_WINDOW (window));
}

static const GActionEntry tab_actions[] = {
  { .name = "close", .activate = do_close },
  { .name = "close-others", .activate = do_close_others },
  { .name = "move-to-new-window", .activate = do_move_to_new_window },
};

static void
update_tab_actions (LpWindow *self)
{
  guint n = lp_window_get_n_views (self);

  for (guint i = 0; i < G_N_ELEMENTS (tab_actions); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->tab_actions), tab_actions[i].name);
      /* Alone in its window, a tab has nothing to be closed or moved away from. */
      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), n > (tab_actions[i].activate == do_close ? 0 : 1));
    }
}

static void
on_setup_menu (LpWindow *self, AdwTabPage *page)
{
  self->menu_page = page;
}

/* --- the tabs ---------------------------------------------------------------------------------------- */

static void
note_change (LpWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (application != NULL)
    lp_open_state_changed (application);
}

static void
on_selected (LpWindow *self)
{
  note_change (self);
  lp_window_follow (self, view_of (adw_tab_view_get_selected_page (self->tab_view)));
}

static void
on_attached (LpWindow *self, AdwTabPage *page)
{
  g_signal_connect_swapped (view_of (page), "open-session", G_CALLBACK (lp_window_present_session), self);
  g_signal_connect_swapped (lp_document_view_get_session (view_of (page)), "notify::file", G_CALLBACK (note_change),
                            self);
  note_change (self);
  update_tab_actions (self);
}

static void
close_if_empty (LpWindow *self)
{
  if (self->tab_view != NULL && lp_window_get_n_views (self) == 0)
    gtk_window_close (GTK_WINDOW (self));
  g_object_unref (self);
}

static void
on_detached (LpWindow *self, AdwTabPage *page)
{
  g_signal_handlers_disconnect_by_data (view_of (page), self);
  g_signal_handlers_disconnect_by_func (lp_document_view_get_session (view_of (page)), note_change, self);
  note_change (self);
  update_tab_actions (self);
  /* The last tab was dragged away: what is left would be an empty window. Not while it is being dragged. */
  if (lp_window_get_n_views (self) == 0 && adw_tab_view_get_is_transferring_page (self->tab_view))
    g_idle_add_once ((GSourceOnceFunc) close_if_empty, g_object_ref (self));
}

static AdwTabView *
on_create_window (LpWindow *self)
{
  LpWindow *window = new_window_beside (self);

  gtk_window_present (GTK_WINDOW (window));
  return window->tab_view;
}

void
lp_window_init_tabs (LpWindow *self)
{
  self->tab_actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->tab_actions), tab_actions, G_N_ELEMENTS (tab_actions), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "tab", G_ACTION_GROUP (self->tab_actions));
  update_tab_actions (self);
  g_signal_connect_swapped (self->tab_view, "notify::selected-page", G_CALLBACK (on_selected), self);
  g_signal_connect_swapped (self->tab_view, "page-attached", G_CALLBACK (on_attached), self);
  g_signal_connect_swapped (self->tab_view, "page-detached", G_CALLBACK (on_detached), self);
  g_signal_connect_swapped (self->tab_view, "close-page", G_CALLBACK (on_close_page), self);
  g_signal_connect_swapped (self->tab_view, "create-window", G_CALLBACK (on_create_window), self);
  g_signal_connect_swapped (self->tab_view, "setup-menu", G_CALLBACK (on_setup_menu), self);
}
