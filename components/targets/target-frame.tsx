import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { Page } from "@/components/ui/page";
import { LinkTabs } from "@/components/ui/tabs";
import type { Choice } from "@/lib/features/targets/queries/subjects";
import { type SubjectChoice, SubjectSelect } from "./subject-select";
import { historyHref, hrefOf, yearHref } from "./target-href";

/** The frame of the three pages about targets: whose they are, the tabs, and what each page chooses further. */
export function TargetFrame(props: {
  name: string;
  period: string;
  filter: { span: string; at: string; subject: string; of: string };
  people: readonly Choice[];
  teams: readonly Choice[];
  /** Where another person or team is looked at. */
  choices: readonly SubjectChoice[];
  actions?: ReactNode;
  chips?: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations("targets");
  const { filter } = props;
  return (
    <Page
      title={t("title")}
      subtitle={`${props.name} · ${props.period}`}
      actions={
        <>
          {props.people.length + props.teams.length > 1 && (
            <SubjectSelect choices={props.choices} value={`${filter.subject} ${filter.of}`} />
          )}
          {props.actions}
        </>
      }
      tabs={
        <LinkTabs
          label={t("title")}
          items={[
            { href: hrefOf(filter, {}), label: t("tabs.card") },
            { href: yearHref(filter, {}), label: t("tabs.year") },
            { href: historyHref(filter, {}), label: t("tabs.history") },
          ]}
        />
      }
    >
      {props.chips && (
        <div data-print="none" className="mb-3.5 flex flex-col gap-2.5">
          {props.chips}
        </div>
      )}
      {props.children}
      <p data-print="none" className="pb-6">
        <Link href="/admin/measures" className="link text-xs">
          {t("catalogue.open")}
        </Link>
      </p>
    </Page>
  );
}
