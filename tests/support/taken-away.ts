import type { Import } from "./imports";

/** Tables and lists that leave as files: by which exports of app/api/exports. */
export const leaves: Record<string, readonly string[]> = {
  "components/addresses/address-list.tsx": ["client-addresses"],
  "components/assignments/assignment-history.tsx": ["client-team"],
  "components/assignments/recent-list.tsx": ["recent-orders"],
  "components/assignments/upcoming-list.tsx": ["upcoming"],
  "components/audit/audit-entry.tsx": ["audit"],
  "components/audit/audit-list.tsx": ["audit"],
  "components/contacts/archived-people.tsx": ["contacts"],
  "components/contacts/contact-line.tsx": ["contacts"],
  "components/contacts/people-list.tsx": ["contacts"],
  "components/contracts/contract-list.tsx": ["contracts"],
  "components/dictionaries/word-list.tsx": ["dictionaries"],
  "components/merges/merge-list.tsx": ["client-merges"],
  "components/needs/need-list.tsx": ["client-needs"],
  "components/notices/notice-list.tsx": ["notices"],
  "components/numbers/key-numbers.tsx": ["client-numbers"],
  "components/numbers/number-history.tsx": ["client-numbers"],
  "components/partners/client-partners.tsx": ["client-partners"],
  "components/partners/partner-facts.tsx": ["partner-clients"],
  "components/partners/partner-list.tsx": ["partners"],
  "components/partners/partner-people.tsx": ["partner-people"],
  "components/pay/pay-screen.tsx": ["pay-history"],
  "components/pay/people-table.tsx": ["pay"],
  "components/pay/plans-screen.tsx": ["pay-plans", "pay-holders"],
  "components/pay/sale-list.tsx": ["slip"],
  "components/pay/simulation.tsx": ["simulation"],
  "components/people/open-invitations.tsx": ["invitations"],
  "components/plans/comparison-table.tsx": ["plan-comparison"],
  "components/plans/figure-table.tsx": ["plan"],
  "components/plans/plan-grid.tsx": ["plan"],
  "components/plans/plan-table.tsx": ["plans"],
  "components/plans/share-table.tsx": ["plan-shares"],
  "components/plans/version-list.tsx": ["plan-versions"],
  "components/products/group-list.tsx": ["product-groups"],
  "components/profile/business-profile.tsx": ["client-profile"],
  "components/progress/client-list.tsx": ["progress-clients"],
  "components/progress/credit-lines-view.tsx": ["credit-lines"],
  "components/progress/heat-table.tsx": ["progress-months"],
  "components/progress/movers-card.tsx": ["progress-movers"],
  "components/progress/progress-table.tsx": ["progress"],
  "components/progress/running-chart.tsx": ["progress-year"],
  "components/progress/who-behind.tsx": ["progress-behind"],
  "components/sales/group-table.tsx": ["client-groups"],
  "components/sales/months-card.tsx": ["client-months"],
  "components/sales/sales-tab.tsx": ["client-sources"],
  "components/sales/stage-card.tsx": ["client-stages"],
  "components/targets/catalogue/measure-list.tsx": ["measures"],
  "components/targets/history/history-table.tsx": ["target-history"],
  "components/targets/history/member-history.tsx": ["target-history"],
  "components/targets/rows/entered-rows.tsx": ["target-rows"],
  "components/targets/rows/fact-rows.tsx": ["target-rows"],
  "components/targets/rows/part-rows.tsx": ["target-rows"],
  "components/targets/score-table.tsx": ["targets"],
  "components/targets/side-table.tsx": ["target-people"],
  "components/targets/year/year-grid.tsx": ["target-year"],
  "components/teams/team-row.tsx": ["teams"],
  "components/teams/team-tree.tsx": ["teams"],
  "components/timeline/timeline.tsx": ["client-timeline"],
  "components/today/due-promises.tsx": ["today-promises"],
  "components/today/today-row.tsx": ["today"],
  "components/today/today-view.tsx": ["today", "today-dates"],
  "components/touches/promise-list.tsx": ["client-promises"],
};

const form = "part of a form that is being filled in";
const short = "the first few of a list that leaves from its own page";

/** Tables and lists that do not leave, each with the reason. */
export const stays: Record<string, string> = {
  "components/account/sessions.tsx": "a person's own devices: nobody's records but the person's, who ends them here",
  "components/assignments/client-team.tsx": short,
  "components/assignments/ending-list.tsx": "deputies with their last days are columns of the book's file",
  "components/assignments/leave-clients.tsx": form,
  "components/assignments/preview-effects.tsx": form,
  "components/assignments/transfer-preview.tsx": form,
  "components/assignments/unowned-card.tsx": short,
  "components/book/concentration-panel.tsx": "figures about the book, whose file has what they are made of",
  "components/calendar/day-legend.tsx": "what the marks mean",
  "components/clients/dates-to-remember.tsx": "birthdays are a column of the people's file",
  "components/clients/duplicate-hints.tsx": form,
  "components/clients/group-line.tsx": "companies of a group are a column of the book's file",
  "components/clients/next-steps.tsx": short,
  "components/clients/open-needs.tsx": short,
  "components/clients/who-matters.tsx": short,
  "components/contacts/facts.tsx": "what is known of a person in confidence, some of it private",
  "components/contacts/ties.tsx": form,
  "components/data-table/data-table.tsx": "does not compile without `exports`",
  "components/imports/column-table.tsx": form,
  "components/imports/conflict-row.tsx": form,
  "components/imports/faulty-rows.tsx": "leaves as the error file of its import, to be mended and taken in again",
  "components/imports/file-reading.tsx": "the head of a file that the reader has just brought",
  "components/imports/import-steps.tsx": "the way through a form",
  "components/imports/questioned-cells.tsx": form,
  "components/imports/revert-dialog.tsx": form,
  "components/pay/example-card.tsx": "an example that counts along while a form is filled in",
  "components/pay/package-card.tsx": "what comes beside the money of one person, told in a few words",
  "components/pay/version-list.tsx": "numbers and months, which the file of pay plans has",
  "components/plans/many-plans-form.tsx": form,
  "components/plans/paper-sheet.tsx": "the paper of a plan that leaves as a file beside it",
  "components/relations/coverage-line.tsx": "three words about the people, who leave",
  "components/shell/nav-list.tsx": "the menu",
  "components/shell/shortcuts.tsx": "keys",
  "components/sign-up/demo-people.tsx": "names to sign in with",
  "components/targets/client-targets-card.tsx": short,
  "components/touches/touch-bin.tsx": "thrown away: comes back, or goes",
  "components/touches/touch-clock.tsx": "two clocks, which the book's file has as columns",
  "components/ui/conflict-notice.tsx": form,
  "components/ui/ordered-list.tsx": "a part of the lists that use it",
  "components/ui/tabs.tsx": "a menu",
  "components/views/saved-views-panel.tsx": "the reader's own bookmarks",
};

const listed = /<(table|ul|ol)\b|role="(table|grid|treegrid)"/;

/** Tables and lists of the screens that nobody has decided about, that have no file, or whose file is not offered where they stand. */
export function leavingFaults(
  sources: readonly { path: string; text: string }[],
  imports: readonly Import[],
  known: { leaves: typeof leaves; stays: typeof stays } = { leaves, stays },
): string[] {
  const views = sources.filter(({ path }) => /^(components|app)\/.*\.tsx$/.test(path));
  const shown = views.filter(({ text }) => listed.test(text)).map(({ path }) => path);
  const undecided = shown.filter((path) => !(path in known.leaves) && !(path in known.stays));
  const both = Object.keys(known.leaves).filter((path) => path in known.stays);
  const gone = [...Object.keys(known.leaves), ...Object.keys(known.stays)].filter((path) => !shown.includes(path));
  const offeredBy = (name: string) =>
    views.filter(({ text }) => new RegExp(`\\btable="${name}"|\\bsend\\("${name}"`).test(text)).map(({ path }) => path);
  const notOffered = Object.entries(known.leaves).flatMap(([path, names]) => {
    const pages = pagesOf(path, imports);
    return names
      .filter((name) => !offeredBy(name).some((place) => [...pagesOf(place, imports)].some((page) => pages.has(page))))
      .map((name) => `${path}: no page of it offers ${name}`);
  });
  const doors = sources.flatMap(({ path }) => /^app\/api\/exports\/([^/]+)\/route\.ts$/.exec(path)?.[1] ?? []);
  const forgotten = doors.filter((name) => offeredBy(name).length === 0);
  return [
    ...undecided.map((path) => `${path}: a table or list that leaves by no file; say by which, or why not`),
    ...both.map((path) => `${path}: leaves and stays`),
    ...gone.map((path) => `${path}: no table or list is there any more`),
    ...notOffered,
    ...forgotten.map((name) => `app/api/exports/${name}: offered nowhere`),
  ];
}

/** The files of app/ that show a view, directly or through others. */
function pagesOf(path: string, imports: readonly Import[]): Set<string> {
  const found = new Set([path]);
  for (const at of found) {
    const name = at.replace(/\.\w+$/, "");
    for (const { from, to, typeOnly } of imports)
      if (!typeOnly && to === name && /^(components|app)\//.test(from)) found.add(from);
  }
  return new Set([...found].filter((one) => one.startsWith("app/")));
}
