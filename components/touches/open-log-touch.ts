"use client";

/** Which client the touch is of (none: the one on the screen, else it is asked), or which entry is to be edited. */
export type TouchAsked = { clientId?: string; touchId?: string };

const asked = "grange:log-touch";

/** Opens the dialog from anywhere on a signed-in page. */
export const openLogTouch = (detail: TouchAsked = {}) => window.dispatchEvent(new CustomEvent(asked, { detail }));

export function onLogTouch(listen: (detail: TouchAsked) => void): () => void {
  const heard = (event: Event) => event instanceof CustomEvent && listen(event.detail);
  window.addEventListener(asked, heard);
  return () => window.removeEventListener(asked, heard);
}
