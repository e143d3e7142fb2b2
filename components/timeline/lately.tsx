import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { Timeline as Story } from "@/lib/features/timeline/queries";
import { Timeline } from "./timeline";

/** The newest of a client's story, with the way to all of it. What is promised stands by itself on the same page. */
export function Lately({ clientId, story }: { clientId: string; story: Story }) {
  const t = useTranslations("timeline");
  return (
    <Section
      title={t("short")}
      action={
        <Link href={`/clients/${clientId}/timeline`} className="link text-xs">
          {t("whole")}
        </Link>
      }
    >
      <Timeline clientId={clientId} story={story} />
    </Section>
  );
}
