/* sayso-help-pages.c
 *
 * Copyright 2026 The Sayso Authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sayso-help-pages.h"

#include <glib/gi18n.h>

static const SaysoHelpPage pages[] = {
  { "start",
    "go-home-symbolic",
    N_ ("First Steps"),
    {
        { N_ ("Add articles"),
          N_ ("Drop files, folders, links or selected text anywhere on the window, paste them, or press +. Sayso reads "
              "text, web pages, PDF, office documents, e-books and mail. A link is fetched only when you say so; "
              "nothing else ever uses the network. A casebook can watch a folder, from which new files are added as "
              "they "
              "come.") },
        { N_ ("Say when they were published"), N_ ("Words such as “yesterday” count from the day an article was "
                                                   "published. Where that is not known, a banner "
                                                   "asks for it; click the date above the text to change it.") },
        { N_ ("See what was found"),
          N_ ("Sayso marks times, actors, events and claims. All of that is a suggestion, and is drawn without a tick "
              "until you decide on it.") },
        { N_ ("Correct it"),
          N_ ("Click a mark to see what it rests on. Confirm it, change it or reject it; what you decided is never "
              "overwritten. Everything can be undone with Ctrl+Z, also after the next start.") },
        { N_ ("Where it is kept"), N_ ("A casebook is one file, which is saved as you work. Copies are kept beside it "
                                       "each time it is opened.") },
    } },
  { "article",
    "sayso-article-symbolic",
    N_ ("The Article"),
    {
        { N_ ("Marks"),
          N_ ("A time is underlined with dots, an actor with a line. An event has a tinted chip, only an outline where "
              "it is supposed or planned. A claim’s source has a pill, dashed where nobody is named; what is claimed "
              "stands between corner brackets, with a bracket in the margin and four bars for how well it is "
              "sourced. The pills above the text show and hide each kind.") },
        { N_ ("Go from mark to mark"),
          N_ ("Press n and p for the next mark and the one before; t, a, e or c for the next time, actor, event or "
              "claim, with Shift for the one before. Enter selects the mark, and every other view follows.") },
        { N_ ("Decide"), N_ ("Press y to confirm the mark at the cursor and x to reject it; with Shift, all "
                             "suggestions that were found "
                             "by the same words. Ctrl+Enter confirms all that is shown.") },
        { N_ ("Too much or too little"),
          N_ ("The mark that is selected has a handle at each end: drag it from word to word, with Ctrl from letter to "
              "letter. Shift+Alt with Left and Right moves the end, with Up and Down the start.") },
        { N_ ("Mark by hand"),
          N_ ("Select words, then press e for an event, c for a claim, a for an actor, t for a time, g for a tag, n "
              "for "
              "a note. Dates are read as they are written: “early March 2015”, “spring 2014”, “2015-03 to 2015-06”.") },
        { N_ ("Two articles, paper"),
          N_ ("Ctrl+B keeps the open article beside the next. Ctrl+P prints, Ctrl+Shift+P "
              "saves a PDF: with marks and a "
              "list of the claims and their sources, or the text alone. The menu also saves "
              "a picture, as SVG or PNG.") },
    } },
  { "claims",
    "sayso-claims-symbolic",
    N_ ("Claims"),
    {
        { N_ ("Who says so"),
          N_ ("Every claim has a chain: the article, whom it cites, whom they cite, to the one who said it first. A "
              "dashed box is somebody who is not named; a dotted one is nobody at all.") },
        { N_ ("How well it is sourced"), N_ ("No bar: no source is given. One: somebody unnamed. Two: several unnamed. "
                                             "Three: named. Four: a document. "
                                             "The weakest link of the chain decides.") },
        { N_ ("Ten articles, one origin"),
          N_ ("Articles that go back to the same first source count as one. Sayso says why it counts so; you can "
              "overrule it.") },
        { N_ ("Your judgement"),
          N_ ("In the inspector you can say that a claim is disputed, how likely it is, how sure you are of that, and "
              "grade its source. What was found stays as it is.") },
    } },
  { "actors",
    "sayso-actors-symbolic",
    N_ ("Actors"),
    {
        { N_ ("The graph"),
          N_ ("Each shape is a kind of actor, its size how often it is mentioned. A line is a relation: solid where "
              "the "
              "author says it, dashed where somebody claims it, double where it is supposed. The sentences it rests on "
              "are in the inspector.") },
        { N_ ("The table"), N_ ("The same actors as a list, for the keyboard and for screen readers.") },
        { N_ ("One or two"),
          N_ ("Names that mean the same actor are joined, with what that rests on. Where two are one after all, or one "
              "is two, you can join and separate them; that too can be undone.") },
    } },
  { "timeline",
    "sayso-timeline-symbolic",
    N_ ("The Timeline"),
    {
        { N_ ("What is drawn"),
          N_ ("A disc is when something happened, a diamond when it was reported, a triangle when somebody learned of "
              "it. A shape is stretched over the days it may have been: a guess never becomes a day. Soft ends are "
              "uncertain ends. Dashed is claimed, hollow supposed, a ? disputed.") },
        { N_ ("Move and zoom"),
          N_ ("Drag, scroll with Ctrl, or press plus, minus and 0. Arrows go from event to event; Enter shows one in "
              "the article. F4 folds the timeline, Shift+F4 gives it the whole window.") },
        { N_ ("Limit all views"),
          N_ ("Drag along the dates, or press b, and every view shows that span of time only.") },
    } },
  { "search",
    "edit-find-symbolic",
    N_ ("Search and Filters"),
    {
        { N_ ("Search"),
          N_ ("Ctrl+Shift+F searches the casebook: words, “phrases”, the beginning of a word with *, AND, OR, NOT and "
              "parentheses. What is found opens at the place. Ctrl+F finds words in the open article.") },
        { N_ ("Fields"), N_ ("actor:  source:  kind:anonymous  tag:denial  status:confirmed  outlet:  after:2014  "
                             "before:2015-07. They "
                             "can stand beside words and beside each other.") },
        { N_ ("Three dates"), N_ ("occurred:2015  reported:2017-11  learned:2015-06. known:2015-07-01 leaves what was "
                                  "reported or found out by then for certain.") },
        { N_ ("Filters"),
          N_ ("The filters in the library hold for all views: what rests on anonymous sources, what is disputed or "
              "undisputed, what has no date, what nobody has decided on.") },
    } },
  { "out",
    "document-send-symbolic",
    N_ ("Taking It Out"),
    {
        { N_ ("Export"), N_ ("Ctrl+E: a report to read or to write on, tables, calendars, timelines for the web, "
                             "graphs, and the formats "
                             "of investigation tools. Choose one to save it, or drag it to a folder. Each says what it "
                             "cannot hold.") },
        { N_ ("Withhold names"),
          N_ ("Choose under Export which actors and articles are left out of every export, or stand under a "
              "pseudonym. Their names are taken out of quotations as well.") },
        { N_ ("The desktop’s search"), N_ ("Articles and claims of the casebook that was open last can be found in the "
                                           "overview of the desktop, once "
                                           "you let Sayso answer there, in the desktop’s settings.") },
        { N_ ("Drag out"),
          N_ ("Drag an article out of the library: it is its original file, and its title and address as text. The "
              "button "
              "beside the title in the inspector copies what is selected, or lets you drag it to another window.") },
        { N_ ("A colleague’s casebook"), N_ ("Save a copy and pass it on. The history in it says who decided what; set "
                                             "your name in the preferences.") },
    } },
};

/**
 * sayso_help_pages_get:
 * @n_pages: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_pages): the pages of the help, first steps first
 */
const SaysoHelpPage *
sayso_help_pages_get (guint *n_pages)
{
  *n_pages = G_N_ELEMENTS (pages);

  return pages;
}
