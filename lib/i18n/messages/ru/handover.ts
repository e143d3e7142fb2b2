export default {
  greeting: "Здравствуйте, {name}!",
  nobody: "пока не назначен",
  client: "– {name} ({code})",
  more: "… и ещё {count, plural, one {# клиент} few {# клиента} other {# клиентов}}",
  reason: "Причина: {reason}",
  by: "{name}, {company}",
  book: "Ваш портфель: {address}",
  gained: {
    subject: "С {from} за вами {count, plural, one {# новый клиент} few {# новых клиента} other {# новых клиентов}}",
    text: "С {from} вы ответственный по {count, plural, =1 {этому клиенту} one {этому # клиенту} few {этим # клиентам} other {этим # клиентам}}. Вся история и контакты будут в вашем портфеле.",
  },
  lost: {
    subject: "С {from} у {count, plural, one {# клиента} few {# клиентов} other {# клиентов}} новый ответственный",
    text: "С {from} {count, plural, =1 {этот клиент уходит} one {этот # клиент уходит} few {эти # клиента уходят} other {эти # клиентов уходят}} из вашего портфеля. Новый ответственный: {other}. Заработанное остаётся за вами.",
  },
  deputy: {
    subject: "С {from} вы замещаете: {count, plural, one {# клиент} few {# клиента} other {# клиентов}}",
    text: "С {from} по {last} вы заместитель по {count, plural, =1 {этому клиенту} one {этому # клиенту} few {этим # клиентам} other {этим # клиентам}}. В эти дни вы видите и можете всё то же, что и ответственный.",
  },
  covered: {
    subject:
      "С {from} у {count, plural, one {# вашего клиента} few {# ваших клиентов} other {# ваших клиентов}} заместитель",
    text: "С {from} по {last} по {count, plural, =1 {вашему клиенту} one {вашему # клиенту} few {вашим # клиентам} other {вашим # клиентам}} есть заместитель: {other}. Клиенты остаются вашими.",
  },
  specialist: {
    subject: "С {from} вы работаете: {count, plural, one {# клиент} few {# клиента} other {# клиентов}}",
    text: "С {from}{last, select, none {} other { по {last}}} вы специалист по {count, plural, =1 {этому клиенту} one {этому # клиенту} few {этим # клиентам} other {этим # клиентам}}.",
  },
  joined: {
    subject:
      "С {from} у {count, plural, one {# вашего клиента} few {# ваших клиентов} other {# ваших клиентов}} специалист",
    text: "С {from}{last, select, none {} other { по {last}}} по {count, plural, =1 {вашему клиенту} one {вашему # клиенту} few {вашим # клиентам} other {вашим # клиентам}} работает специалист: {other}.",
  },
  undone: {
    subject: "Отменено: изменение по {count, plural, one {# клиенту} few {# клиентам} other {# клиентам}}",
    text: "Изменение от {from} по {count, plural, =1 {этому клиенту} one {этому # клиенту} few {этим # клиентам} other {этим # клиентам}} отменено. Всё как прежде.",
  },
  ended: {
    subject: "Ваше участие закончится: {count, plural, one {# клиент} few {# клиента} other {# клиентов}}",
    text: "С {from} вы больше не работаете с {count, plural, =1 {этим клиентом} one {этим # клиентом} few {этими # клиентами} other {этими # клиентами}} как заместитель или специалист.",
  },
};
