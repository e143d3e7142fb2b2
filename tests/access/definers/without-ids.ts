/** Functions that take no id of a row: what they answer or do is of the caller's own company and reach. */
export const WITHOUT_IDS: Readonly<Record<string, { ability: string; sql: string }>> = {
  "app.audit": { ability: "client:read", sql: "select app.audit('test', '{}')" },
  "app.broken_seal": { ability: "audit:read", sql: "select * from app.broken_seal()" },
  "app.client_ids": { ability: "client:read", sql: "select app.client_ids()" },
  "app.enqueue": { ability: "client:read", sql: "select app.enqueue('none', '{}')" },
  "app.has_role": { ability: "client:read", sql: "select app.has_role('admin')" },
  "app.house_counts": { ability: "shell:read", sql: "select * from app.house_counts()" },
  "app.my_companies": { ability: "shell:read", sql: "select * from app.my_companies()" },
  "app.my_sessions": { ability: "shell:read", sql: "select * from app.my_sessions('\\x00')" },
  "app.post_mail": {
    ability: "people:edit",
    sql: "select app.post_mail(app.tenant(), 'invitation', 'a@b.test', 's', 'v', null, true) is null",
  },
  "app.figure_people": { ability: "client:read", sql: "select app.figure_people()" },
  "app.past_plans": { ability: "client:read", sql: "select * from app.past_plans('2020-01-01', '2030-01-01')" },
  "app.past_team_months": { ability: "client:read", sql: "select * from app.past_team_months()" },
  "app.recent_transfers": { ability: "assignment:edit", sql: "select * from app.recent_transfers(100)" },
  "app.seal_state": { ability: "audit:read", sql: "select * from app.seal_state()" },
  "app.sealed_mails": { ability: "outbox:read", sql: "select app.sealed_mails()" },
  "app.subordinate_ids": { ability: "people:read", sql: "select app.subordinate_ids()" },
  "app.update_company": {
    ability: "company:edit",
    sql: "select app.update_company('Alder', 'en', 'Europe/Moscow', 'RUB', 1)",
  },
};
