import type { Words } from "../../memory/words";

export const calls: Words["calls"] = {
  order: [
    [
      "Order for {month}",
      "Went through stock together. Same as last time plus {product}. The order comes by {weekday}.",
    ],
    ["Add-on order", "Running short before month end, wants {qty} more: {product}. Put on the next truck."],
    [
      "Order confirmed",
      "Checked the order line by line, dropped two items they still have plenty of. About {sum} in total.",
    ],
    ["Ordering day", "Agreed on a fixed ordering day: they send it by {weekday}, we ship on the third day."],
  ],
  delivery: [
    [
      "Late truck",
      "The truck was four hours past its window. [He|She] asks for a call before 10 next time. Logistics has been told.",
    ],
    ["New dock hours", "Receiving moved to 8 to noon; the dock loads outbound after lunch. Noted in the terms."],
    [
      "Delivered in full",
      "Everything arrived on time, paperwork signed. [He|She] praised the driver for waiting through the count.",
    ],
    ["Pallet height", "Pallets over 60 inches do not fit their racks. The warehouse knows now."],
  ],
  price: [
    [
      "Price increase",
      "Explained the increase from the first. Calm reaction; [he|she] asked to keep the old price on the order already placed.",
    ],
    ["Volume discount", "Wants another {percent} % above {sum} a month. Promised an answer after talking to Grace."],
    [
      "Against {rival}",
      "{rival} quotes {product} at {percent} % less, without freight. Worked it through together: it comes out even.",
    ],
  ],
  payment: [
    [
      "Invoice overdue",
      "The invoice for {sum} is {days} days late. It is in the payment run on {weekday_on}; otherwise we hold the shipment.",
    ],
    ["Paid", "{sum} came in, the limit is free again. [He|She] apologised: their AP clerk was out sick."],
    ["Longer terms", "Asks for net 45 in the high season and offers a monthly forecast in return."],
  ],
  complaint: [
    [
      "Wrong item shipped",
      "Got the wrong item instead of {product}. [He|She] sent photos of the labels. We swap it at our cost on the next run.",
    ],
    [
      "Crushed cases",
      "{qty} cases with crushed corners, second time this year. [He|She] is not happy. We pick them up and find out where it happens.",
    ],
    ["Short shipment", "{qty} short against the packing list. Our mistake; the rest goes out tomorrow."],
    ["Claim closed", "Credit issued, claim closed. [He|She] thanked us for not dragging it out."],
  ],
  range: [
    ["Something new", "Interested in {product}. Buys it elsewhere until the end of the quarter. Asked for a sample."],
    ["Sample feedback", "Samples arrived. Two fit, one is too dear. Ready for a trial case of {product}."],
    [
      "{group}",
      "Told [him|her] about {group}: there is a need, but another department buys it. Got a name and an introduction.",
    ],
  ],
  season: [
    [
      "Getting ready",
      "They start stocking earlier than last year and want it all in by {month}. Asked for a weekly ship plan.",
    ],
    ["Holiday hours", "Last shipment by {weekday}, first one after the holiday. Sent the calendar."],
  ],
  contract: [
    ["Renewal", "The contract runs out soon. They want the same terms; legal sends edits by {weekday}."],
    [
      "Legal edits",
      "Legal came back with three edits, all about short-shipment penalties. We take two, the third is open.",
    ],
  ],
  rival: [
    [
      "{rival} came by",
      "{rival} offered {percent} % less. [He|She] was frank: they switch if we miss dates again. Show the quarter's delivery record.",
    ],
    [
      "Why part of it left",
      "Part of {group} goes to {rival}, who deliver every other day. Would come back for a second weekly run.",
    ],
  ],
  silence: [
    [
      "No order for a while",
      "Longer than usual without an order. They changed systems and are counting stock. Back to ordering by {weekday}.",
    ],
    ["Spending pause", "Purchasing is on hold until quarter end. We are neither on the keep list nor on the cut list."],
  ],
  growth: [
    [
      "New location",
      "Opening another location in {month}. Orders go up by about a third; asks us to hold stock for them.",
    ],
    ["Bigger orders", "Third month above the usual. [He|She] moved over what two small vendors used to supply."],
  ],
  start: [
    [
      "First call",
      "Came by referral. Uses two vendors and dislikes both lead times. Starts with a trial of {product}.",
    ],
    ["First delivery", "First delivery complete. [He|She] liked that the invoice was there the same day."],
  ],
  papers: [
    ["Paperwork", "The resale certificate on file has expired. [He|She] sends the new one by {weekday}."],
    ["Statement", "Asked for a statement of account for the quarter. Sent by {weekday}."],
  ],
  people: [
    ["Happy birthday", "Called with birthday wishes. Ten good minutes, none of them about work."],
    [
      "Just checking in",
      "No agenda: all fine, no complaints. [He|She] said we are the only vendor that calls without wanting money.",
    ],
  ],
};

export const incoming: Words["incoming"] = {
  order: [
    [
      "PO attached",
      "Hi! PO for {month} attached. If you are short on {product}, ship what you have and the rest on the next truck.",
    ],
    ["Can you add this?", "Please add {qty} of {product} to the open PO. Does it make this truck?"],
  ],
  delivery: [
    [
      "Where is the truck?",
      "The truck is not here and our window closes at noon. The driver is not picking up. Can you help?",
    ],
  ],
  price: [["New prices", "Got the list. Three items went up more than everyone else's. Can you take a look?"]],
  payment: [["Payment sent", "ACH for {sum} went out today, remittance attached. Please release the hold."]],
  complaint: [["Photos", "This is not what we ordered: {product}. Photos attached. Please pick it up by {weekday}."]],
  papers: [["Certificate", "New resale certificate attached, sorry for the delay."]],
  people: [["Thank you", "Thanks for the card, the whole office got a kick out of it."]],
};

export const outgoing: Words["outgoing"] = {
  order: [["Order reminder", "Hi! We need the order for {month} by {weekday} to make the next truck."]],
  delivery: [["Truck tomorrow", "Your truck comes tomorrow morning. Driver and trailer number below."]],
  price: [["Quote", "Quote for {group}: regular price, and a second one above {sum} a month."]],
  payment: [
    [
      "Invoice reminder",
      "Our invoice for {sum} is {days} days past due. If it is on its way, please send the remittance.",
    ],
  ],
  range: [["Catalog", "Catalog attached, three samples in the mail. Take a look at {product}."]],
  silence: [
    [
      "Everything all right?",
      "It has been longer than usual since your last order. Can we help with stock or lead times?",
    ],
  ],
  contract: [["For signature", "The contract is in your inbox. Only the price schedule changed."]],
};

export const meetings: Words["meetings"] = [
  [
    "Quarterly review",
    "Reviewed the quarter: dates, returns, prices. Happy with dates, less so with packaging. Agreed on a volume discount and a trial of {group}.",
  ],
  [
    "Site visit",
    "Walked their stockroom. Tight below, empty above: our pallets are too tall for the racks. Offered lower ones.",
  ],
  [
    "Price talks",
    "Hard talks: [he|she] asked for {percent} %, we settled at half of it above {sum} a month. Six months, then a fresh look.",
  ],
  [
    "Year in review",
    "They bought more than planned, but little of it in new groups. Next year's target once their budget is approved.",
  ],
];
export const notes: Words["notes"] = [
  ["For next time", "Ask how many locations they will have by summer and who approves prices now."],
  ["What they value", "Lead time matters more than price: a stop costs them more than any discount saves."],
  ["Competition", "Second source: {rival}. Kept in reserve, gets about a fifth."],
  ["Potential", "If {group} moves to us, that is another {sum} a month."],
  ["Careful", "Never promise less than three days: they were burned twice and remember."],
];
export const privateNotes: Words["privateNotes"] = [
  ["Note to self", "Do not call before 11: morning stand-up, short temper. After lunch a different person."],
  ["Note to self", "Hinted at looking for another job. Need a second contact before year end."],
];
export const missed: Words["missed"] = [
  "No answer, line busy. Try tomorrow morning.",
  "Voicemail. Left a message.",
  "In a meeting, call back after four.",
  "On the road until the end of the week.",
];

export const promises: Words["promises"] = {
  ours: [
    "Send a quote for {group} above {sum} a month",
    "Answer on the {percent} % volume discount",
    "Send the statement of account for the quarter",
    "Mail a sample: {product}",
    "Swap the wrong item at our cost",
    "Send the weekly ship plan for {month}",
    "Show the quarter's delivery record",
  ],
  theirs: [
    "Send the order for {month}",
    "Pay the invoice for {sum}",
    "Return the signed contract",
    "Give feedback on the sample: {product}",
    "Send stock counts by location",
    "Introduce whoever buys {group}",
  ],
};
