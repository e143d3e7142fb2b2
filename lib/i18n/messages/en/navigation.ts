export default {
  book: "Book",
  assignments: "Assignments",
  people: "People",
  teams: "Teams",
  dictionaries: "Dictionaries",
  company: "Company",
  notices: "Notices",
  outbox: "Outbox",
  audit: "Audit log",
  account: "My account",
  notFound: {
    title: "There is nothing here",
    text: "The address may be wrong, or what stood here is no longer yours to see.",
    back: "To my clients",
  },
  failed: { title: "Something broke on our side" },
} as const;
