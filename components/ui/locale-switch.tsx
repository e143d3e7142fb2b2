"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useTransition } from "react";
import type { Locale } from "@/lib/i18n/locale";
import { Segmented } from "./segmented";

/** English or Russian. `save` is an action of the server that writes the cookie (and the account, where there is one). */
export function LocaleSwitch({ save }: { save: (locale: Locale) => Promise<unknown> }) {
  const t = useTranslations("ui.language");
  const current = useLocale();
  const router = useRouter();
  const [, start] = useTransition();
  return (
    <Segmented
      label={t("title")}
      value={current}
      onChange={(locale) =>
        start(async () => {
          await save(locale);
          router.refresh();
        })
      }
      options={[
        { value: "en", label: "EN" },
        { value: "ru", label: "RU" },
      ]}
    />
  );
}
