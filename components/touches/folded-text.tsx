/** So many letters stand in sight; the rest unfolds where it stands, without a script. */
const IN_SIGHT = 240;

export function FoldedText({ text, more, className }: { text: string; more: string; className?: string }) {
  const lines = text.split("\n");
  const head = lines.slice(0, 3).join("\n");
  const cut = head.length > IN_SIGHT ? head.slice(0, head.lastIndexOf(" ", IN_SIGHT) || IN_SIGHT) : head;
  const look = `max-w-[78ch] whitespace-pre-line break-words ${className ?? ""}`;
  if (cut === text) return <p className={look}>{text}</p>;
  return (
    <details className="group">
      <summary className={`${look} cursor-pointer list-none [&::-webkit-details-marker]:hidden`}>
        <span className="group-open:hidden">
          {cut}… <span className="link">{more}</span>
        </span>
        <span className="hidden group-open:inline">{text}</span>
      </summary>
    </details>
  );
}
