import { existsSync } from "node:fs";
import { userInfo } from "node:os";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium"];

/** The system's Chromium (CHROMIUM names another); undefined where only Playwright's own can be used. */
export function findChromium(): string | undefined {
  return process.env.CHROMIUM ?? PLACES.find((place) => existsSync(place));
}

/** Without these Chromium looks for its maker's hosts at every start; root may not use its sandbox. */
export const chromiumArguments = [
  ...(userInfo().uid === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
