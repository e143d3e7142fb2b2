import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { Timeline as Story } from "@/lib/features/timeline/queries";
import { Timeline } from "./timeline";

type Props = {
  clientId: string;
  story: Story;
  /** The touch that is told in full beside it. */
  told: string | undefined;
};

/** The newest of a client's story, with the way to all of it. */
export function Lately({ clientId, story, told }: Props) {
  const t = useTranslations("timeline");
  const past = story.past.filter(({ touch }) => !touch || touch.id !== told);
  return (
    <Section
      title={t("short")}
      action={
        <Link href={`/clients/${clientId}/timeline`} className="link text-xs">
          {t("whole")}
        </Link>
      }
    >
      <Timeline clientId={clientId} story={{ ...story, past }} />
    </Section>
  );
}
