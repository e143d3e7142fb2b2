/**
 * A text that a spreadsheet program would take for a formula gets an apostrophe in front, which the program shows as text.
 * One that has such an apostrophe already gets another, so that taking off one always gives back what was written.
 */
export function neutralText(text: string): string {
  return /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** What `neutralText` was given. */
export function restoredText(text: string): string {
  return text.charCodeAt(0) === 39 && /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}
