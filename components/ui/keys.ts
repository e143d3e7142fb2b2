/**
 * True when a key belongs to what has the focus: a text is being typed, a menu or a dialog is open, or the browser's own
 * shortcut is meant. Shortcuts look at `event.code`, the place on the keyboard, so they work in every layout.
 */
export function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  return isTyping(event.target) || document.querySelector("[role=dialog],[role=alertdialog],[role=menu]") !== null;
}

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button", "submit"].includes(target.type);
  return target.isContentEditable || target.matches("textarea,select,[role=combobox],[role=listbox],[role=slider]");
}
