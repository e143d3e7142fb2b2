// Mails about clients that change hands. Kept apart from the screens, so that they never travel to a browser.
export default {
  greeting: "Hello {name},",
  nobody: "nobody yet",
  client: "– {name} ({code})",
  more: "… and {count, plural, one {# more client} other {# more clients}}",
  reason: "Reason: {reason}",
  by: "{name}, {company}",
  book: "Your book: {address}",
  gained: {
    subject: "{count, plural, one {# client is yours} other {# clients are yours}} from {from}",
    text: "from {from} you are the owner of {count, plural, one {this client} other {these # clients}}. You will see the whole history and all contacts in your book.",
  },
  lost: {
    subject: "{count, plural, one {# client goes} other {# clients go}} over to a new owner from {from}",
    text: "from {from} {count, plural, one {this client leaves} other {these # clients leave}} your book. The new owner: {other}. What you have earned with {count, plural, one {it} other {them}} stays yours.",
  },
  deputy: {
    subject: "You stand in with {count, plural, one {# client} other {# clients}} from {from}",
    text: "you are the deputy for {count, plural, one {this client} other {these # clients}} from {from} to {last}. In these days you see and do everything the owner does.",
  },
  covered: {
    subject: "A deputy for {count, plural, one {# client} other {# clients}} of yours from {from}",
    text: "from {from} to {last} {count, plural, one {this client of yours has} other {these # clients of yours have}} a deputy: {other}. They stay yours.",
  },
  specialist: {
    subject: "You work with {count, plural, one {# client} other {# clients}} from {from}",
    text: "you are a specialist for {count, plural, one {this client} other {these # clients}} from {from}{last, select, none {} other { to {last}}}.",
  },
  joined: {
    subject: "A specialist for {count, plural, one {# client} other {# clients}} of yours from {from}",
    text: "from {from}{last, select, none {} other { to {last}}} a specialist works with {count, plural, one {this client} other {these # clients}} of yours: {other}.",
  },
  undone: {
    subject: "Taken back: the change of {count, plural, one {# client} other {# clients}}",
    text: "the change of {count, plural, one {this client} other {these # clients}} from {from} has been taken back. Everything is as it was before.",
  },
  ended: {
    subject: "Your part with {count, plural, one {a client} other {# clients}} ends",
    text: "from {from} you no longer work with {count, plural, one {this client} other {these # clients}} as a deputy or specialist.",
  },
} as const;
