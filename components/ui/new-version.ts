const name = "grange:new-version";

/** Tells the toaster that this tab runs an older release than the server; it offers to reload. */
export function announceNewVersion(): void {
  window.dispatchEvent(new Event(name));
}

export function onNewVersion(listen: () => void): () => void {
  window.addEventListener(name, listen);
  return () => window.removeEventListener(name, listen);
}
