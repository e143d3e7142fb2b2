import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { Link } from "@/components/ui/link";
import type { ClientView } from "@/lib/features/clients/queries";

/** The key people of the client, with their part in decisions. */
export function TheirSide({ client }: { client: ClientView }) {
  const t = useTranslations("clients.team");
  const words = useTranslations("words.contactRole");
  const people = client.keyContacts.slice(0, 3);
  if (people.length === 0) return <span className="text-ink-3">{t("theirsNobody")}</span>;
  const part = ({ role, jobTitle }: (typeof people)[number]) =>
    (role === "other" && jobTitle ? jobTitle : words(role)).toLowerCase();
  return (
    <span className="text-ink-2">
      {t("theirs")}{" "}
      {people.map((contact, at) => (
        <Fragment key={contact.id}>
          {at > 0 && ", "}
          <Link
            href={`/clients/${client.id}/people#${contact.id}`}
            className="text-ink underline decoration-edge underline-offset-3"
          >
            {contact.name}
          </Link>{" "}
          <span className="text-ink-3">({part(contact)})</span>
        </Fragment>
      ))}
    </span>
  );
}
