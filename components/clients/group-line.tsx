import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { ClientView } from "@/lib/features/clients/queries";

type Group = NonNullable<ClientView["group"]>;

/** "In the group Meridian · you see 2 of 5 companies". The head is a link only when it is in reach. */
export function GroupLine({ group }: { group: Group }) {
  const t = useTranslations("clients.group");
  return (
    <p className="text-ink-2">
      {t("line")}{" "}
      {group.headId ? (
        <Link href={`/clients/${group.headId}`} className="text-ink underline decoration-edge underline-offset-3">
          {group.headName}
        </Link>
      ) : (
        <span className="text-ink">{group.headName}</span>
      )}
      {" · "}
      {t("reached", { reached: String(group.reached), companies: String(group.companies) })}
    </p>
  );
}

/** The companies of the group that are in reach, each under its nearest one above. */
export function GroupTree({ group, here }: { group: Group; here: string }) {
  const t = useTranslations("clients.group");
  return (
    <ul className="py-1">
      {!group.headId && (
        <li className="py-1">
          {group.headName} <span className="text-ink-3">{t("head")}</span>
        </li>
      )}
      {inOrder(group.tree).map(({ id, name, depth }) => (
        <li key={id} className="py-1" style={{ paddingLeft: (depth + (group.headId ? 0 : 1)) * 16 }}>
          {id === here ? (
            <>
              <b className="font-medium">{name}</b> <span className="text-ink-3">{t("here")}</span>
            </>
          ) : (
            <Link href={`/clients/${id}`} className="link">
              {name}
            </Link>
          )}
        </li>
      ))}
      <li className="pt-1 text-ink-3 text-xs">
        {t("reached", { reached: String(group.reached), companies: String(group.companies) })}
      </li>
    </ul>
  );
}

/** Every company right under the one above it. */
function inOrder(tree: Group["tree"]): Group["tree"] {
  const below = (above: string | null): Group["tree"] =>
    tree.filter((company) => company.aboveId === above).flatMap((company) => [company, ...below(company.id)]);
  return below(null);
}
