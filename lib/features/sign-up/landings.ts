import { landing } from "@/lib/access/landing";

/** GET /invite/[token] and /reset/[token]: the secret goes from the address into a cookie. */
export const landOnInvitation = landing("/invite", "/invite");
export const landOnReset = landing("/reset", "/reset/new");
