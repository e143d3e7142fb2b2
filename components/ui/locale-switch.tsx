"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type Act, useAct } from "./act";
import { Segmented } from "./segmented";

/** English or Russian. `save` takes `{ locale }` and writes the cookie (and the account, where there is one). */
export function LocaleSwitch({ save }: { save: Act<unknown> }) {
  const t = useTranslations("ui.language");
  const current = useLocale();
  const router = useRouter();
  const { run } = useAct(save);
  return (
    <Segmented
      label={t("title")}
      value={current}
      onChange={async (locale) => {
        const result = await run({ locale });
        if (result.ok) router.refresh();
      }}
      options={[
        { value: "en", label: "EN" },
        { value: "ru", label: "RU" },
      ]}
    />
  );
}
