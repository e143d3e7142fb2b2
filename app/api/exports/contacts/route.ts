import { exportContacts } from "@/lib/features/contacts/queries/export";

export const POST = exportContacts;
