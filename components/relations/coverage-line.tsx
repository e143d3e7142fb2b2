import { Check, CircleDashed, UserRoundX } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Coverage } from "@/lib/domain/coverage";

type Props = { coverage: Coverage /** Names of ours by member. */; names: ReadonlyMap<string, string> };

const mark = { covered: Check, unknown: CircleDashed, missing: UserRoundX };

/** At which levels of the client somebody of ours knows somebody; a gap is said in words (R41). */
export function CoverageLine({ coverage, names }: Props) {
  const t = useTranslations("relations.coverage");
  return (
    <ul aria-label={t("line")} className="flex flex-wrap gap-x-4 gap-y-1 text-xs">
      {coverage.levels.map(({ level, state, knownBy }) => {
        const Mark = mark[state];
        const word = t(`level.${level}`);
        const [first] = knownBy;
        const who = knownBy.length === 1 && first ? names.get(first) : undefined;
        const text =
          state !== "covered"
            ? t(state, { level: word })
            : who
              ? t("covered", { level: word, who })
              : t("coveredCount", { level: word, who: String(knownBy.length) });
        return (
          <li
            key={level}
            className={
              state === "covered" ? "flex items-center gap-1 text-ink-2" : "flex items-center gap-1 text-amber"
            }
          >
            <Mark aria-hidden size={13} className="shrink-0" />
            <span className="first-letter:uppercase">{text}</span>
          </li>
        );
      })}
    </ul>
  );
}
