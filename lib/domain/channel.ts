/** The ways to reach a person. */
export const channelKinds = ["phone", "email", "telegram", "whatsapp", "max", "other"] as const;
export type ChannelKind = (typeof channelKinds)[number];

/** The country code that a national number is meant in: 7 for Russia and Kazakhstan, 1 for North America. */
export type HomeCode = "7" | "1";

/**
 * A phone number as "+" and digits (ITU-T E.164, 8–15 digits), or null when it is none. Within Russia the 8 in front and a
 * missing country code both mean +7; an extension ("доб. 12", "ext 12", "#12") is not a part of the number.
 */
export function phoneKey(text: string, home: HomeCode = "7"): string | null {
  const number = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/(?:доб|вн|ext|x|#|,|;).*$/u, "")
    .trim();
  if (!/^[+(\d][\d\s().\-‐-―/]*$/u.test(number)) return null;
  const digits = number.replaceAll(/\D/g, "");
  const full = number.startsWith("+") ? digits : withCountry(digits, home);
  return full !== null && /^[1-9]\d{7,14}$/.test(full) ? `+${full}` : null;
}

function withCountry(digits: string, home: HomeCode): string | null {
  if (digits.startsWith("00")) return digits.slice(2);
  if (digits.length === 10) return home + digits;
  if (digits.length === 11 && home === "7" && /^[78]/.test(digits)) return `7${digits.slice(1)}`;
  if (digits.length === 11 && digits.startsWith(home)) return digits;
  return null;
}

/** An e-mail address in the form in which two of them are the same mailbox, or null when it is none. */
export function emailKey(text: string): string | null {
  const address = text.normalize("NFKC").trim().toLowerCase();
  return /^[^\s@"(),:;<>[\\\]]+@[^\s@.]+(?:\.[^\s@.]+)+$/u.test(address) && address.length <= 254 ? address : null;
}

/** What a channel is compared by; null when the value does not fit its kind. Messengers take a number or a name. */
export function channelKey(kind: ChannelKind, value: string, home: HomeCode = "7"): string | null {
  if (kind === "phone") return phoneKey(value, home);
  if (kind === "email") return emailKey(value);
  const text = value.normalize("NFKC").trim().toLowerCase().replaceAll(/\s+/g, " ");
  if (kind === "other") return text || null;
  const name = text.replace(/^(?:https?:\/\/)?(?:t\.me|telegram\.me|wa\.me|max\.ru)\//, "").replace(/^@/, "");
  return phoneKey(name, home) ?? (/^[\p{L}\d_.-]{2,64}$/u.test(name) ? name : null);
}
