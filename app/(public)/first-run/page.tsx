import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Corner } from "@/components/account/corner";
import { PublicFrame } from "@/components/shell/public-frame";
import { FirstRunForm } from "@/components/sign-up/first-run-form";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { loadFirstRun } from "@/lib/features/sign-up/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signUp.firstRun"))("title") };
}

export default async function FirstRunPage() {
  const { needed, zones, currencies } = await loadFirstRun(await getLocale());
  const t = await getTranslations("signUp.firstRun");
  const product = (await getTranslations("words"))("product");
  if (!needed) {
    return (
      <PublicFrame product={product} title={t("done")} corner={<Corner />}>
        <Button asChild variant="outline">
          <Link href="/sign-in">{t("toSignIn")}</Link>
        </Button>
      </PublicFrame>
    );
  }
  return (
    <PublicFrame product={product} title={t("title")} subtitle={t("subtitle")} corner={<Corner />}>
      <FirstRunForm zones={zones} currencies={currencies} />
    </PublicFrame>
  );
}
