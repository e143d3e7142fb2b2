import { useTranslations } from "next-intl";
import type { ContactRow } from "@/lib/features/contacts/queries";
import { phone } from "@/lib/i18n/format";

type Channel = ContactRow["channels"][number];

/** Where a click leads: a call, a mail, a chat; nowhere for what has no address. */
function addressOf({ kind, key }: Channel): string | null {
  const digits = key.replace(/^\+/, "");
  const isNumber = /^\d+$/.test(digits);
  if (kind === "phone") return `tel:${key}`;
  if (kind === "email") return `mailto:${key}`;
  if (kind === "telegram") return `https://t.me/${isNumber ? `+${digits}` : encodeURIComponent(key)}`;
  if (kind === "whatsapp") return isNumber ? `https://wa.me/${digits}` : null;
  return null;
}

export function ChannelLink({ channel }: { channel: Channel }) {
  const words = useTranslations("words.channel");
  const address = addressOf(channel);
  const text = channel.key.startsWith("+") ? phone(channel.key) : channel.value;
  const isWeb = address?.startsWith("https:");
  const named = channel.kind !== "phone" && channel.kind !== "email";
  return (
    <>
      {named && <span className="text-ink-3">{words(channel.kind)} </span>}
      {address ? (
        <a
          href={address}
          target={isWeb ? "_blank" : undefined}
          rel={isWeb ? "noreferrer noopener" : undefined}
          className="link"
        >
          {text}
        </a>
      ) : (
        text
      )}
    </>
  );
}
