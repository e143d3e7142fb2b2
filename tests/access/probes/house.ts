import { POST as notices } from "@/app/api/exports/notices/route";
import { checkSeals } from "@/lib/features/audit/actions";
import { loadAudit } from "@/lib/features/audit/queries";
import { auditFilter } from "@/lib/features/audit/schema";
import { saveCompany } from "@/lib/features/company/actions";
import { loadCompany } from "@/lib/features/company/queries";
import { resolveNotice } from "@/lib/features/notices/actions";
import { loadNotices } from "@/lib/features/notices/queries";
import { noticeFilter } from "@/lib/features/notices/schema";
import { releaseMail } from "@/lib/features/outbox/actions";
import { loadOutbox } from "@/lib/features/outbox/queries";
import { outboxFilter } from "@/lib/features/outbox/schema";
import { loadShell } from "@/lib/features/shell/queries";
import { probe } from "./probe";

// A mail can only be let go when there is a server to take it; nothing is sent here, because no worker runs.
process.env.SMTP_URL = "smtp://127.0.0.1:1";
const was = { name: "Alder", locale: "en", zone: "Europe/Moscow", currency: "RUB", fiscalStartMonth: 1 };

export default [
  probe.query(loadShell, { args: () => [] }),
  probe.query(loadAudit, { args: (ids) => [auditFilter.parse({ client: ids.client, member: ids.member })] }),
  probe.lookup(checkSeals, { input: () => ({}) }),
  probe.query(loadCompany, { args: () => [] }),
  probe.action(saveCompany, { input: () => ({ ...was, locale: "ru", currency: "USD", name: "Alder & Co", was }) }),
  probe.exported(notices, { query: () => ({ resolved: "" }) }),
  probe.query(loadNotices, { args: () => [noticeFilter.parse({})] }),
  probe.action(resolveNotice, { input: (ids) => ({ id: ids.notice, resolved: true }) }),
  probe.query(loadOutbox, { args: (ids) => [outboxFilter.parse({ mail: ids.mail })] }),
  probe.action(releaseMail, { input: (ids) => ({ id: ids.mail }) }),
];
