import { LocaleSwitch } from "@/components/ui/locale-switch";
import { ThemeToggle } from "@/components/ui/theme-toggle";
import { saveLocale } from "@/lib/features/account/actions";

/** Language and theme, for those who are nobody yet. */
export function Corner() {
  return (
    <>
      <LocaleSwitch save={saveLocale} />
      <ThemeToggle />
    </>
  );
}
