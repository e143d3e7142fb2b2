export default {
  book: "Портфель",
  assignments: "Закрепления",
  people: "Люди",
  teams: "Команды",
  dictionaries: "Справочники",
  company: "Компания",
  notices: "Уведомления",
  outbox: "Исходящие",
  audit: "Журнал",
  account: "Мой аккаунт",
  notFound: {
    title: "Здесь ничего нет",
    text: "Возможно, в адресе ошибка или то, что здесь было, вам больше не видно.",
    back: "К моим клиентам",
  },
  failed: { title: "У нас что-то сломалось" },
};
