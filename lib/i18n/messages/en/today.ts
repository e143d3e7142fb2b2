export default {
  title: "Today",
  subtitle:
    "{total, plural, =0 {nobody} one {#} other {#}} of {held} clients {total, plural, =1 {needs} other {need}} attention",
  listTitle: "Whom to call, and why",
  more: "{rest, plural, one {# more client is less pressing} other {# more clients are less pressing}}",
  toBook: "See them in the book",
  calm: "Nobody has to be called today",
  calmText: "Every touch is in time, everyone buys as usual, and nothing promised is due.",
  noBook: "You have no clients of your own",
  noBookText:
    "Today is for those who look after clients themselves. How your people stand is in Progress, their clients are in the book.",
  openBook: "Open the book",
  openProgress: "Open progress",
  forClient: "in the client’s interest",
  log: "Log a touch",
  call: "Call {name}",
  last: "{day}: {text}",
  reason: {
    promiseOurs: "We promised “{text}”: {late, plural, =0 {due today} one {# day late} other {# days late}}",
    promiseTheirs: "They promised “{text}”: {late, plural, =0 {due today} one {# day late} other {# days late}}",
    rhythm:
      "No order for {days, plural, one {# day} other {# days}}, usually every {usual, plural, one {day} other {# days}}",
    touch:
      "No touch for {days, plural, one {# day} other {# days}}, due every {cadence, plural, one {day} other {# days}}",
    touchNever: "No touch yet, due {late, plural, one {# day} other {# days}} ago",
    executive:
      "No meeting with their executives for {days, plural, one {# day} other {# days}}, due every {cadence, plural, one {day} other {# days}}",
    executiveNever: "No meeting with their executives yet, due every {cadence, plural, one {# day} other {# days}}",
    person:
      "{name}: no contact for {days, plural, one {# day} other {# days}}, due every {cadence, plural, one {day} other {# days}}",
    personNever: "{name}: no contact yet, due every {cadence, plural, one {# day} other {# days}}",
    contract: "Contract {number} ends {day}, {days, plural, =0 {today} one {in # day} other {in # days}}",
    birthdayToday: "{name} has a birthday today",
    birthday: "{name} has a birthday on {day}",
    numbers: "Numbers to ask about: {names}",
  },
  promises: "Promises of the week",
  noPromises: "Nothing is promised for the next seven days.",
  dates: "Birthdays of the week",
  noDates: "Nobody celebrates in the next seven days.",
  why: {
    button: "Why this order?",
    text: "Each reason has a weight: what we promised and did not do comes first, then clients who stay silent longer than is usual for them (the more, the larger their turnover), then overdue touches. Lateness counts in shares of the usual gap. Weights add up and count 1.5 times for tier A and 1.2 times for B.",
  },
} as const;
