import { exportInvitations } from "@/lib/features/people/queries/export-invitations";

export const POST = exportInvitations;
