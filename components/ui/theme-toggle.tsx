"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { useSyncExternalStore } from "react";
import { Segmented } from "./segmented";

const never = () => () => {};

/** Light, dark, or whatever the device says. */
export function ThemeToggle() {
  const t = useTranslations("ui.theme");
  const { theme, setTheme } = useTheme();
  // The server does not know the choice, so nothing is marked until the page is alive.
  const alive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <Segmented
      label={t("title")}
      value={alive ? (theme ?? "system") : ""}
      onChange={setTheme}
      options={[
        { value: "light", label: t("light"), icon: <Sun aria-hidden size={14} /> },
        { value: "dark", label: t("dark"), icon: <Moon aria-hidden size={14} /> },
        { value: "system", label: t("system"), icon: <Monitor aria-hidden size={14} /> },
      ]}
    />
  );
}
