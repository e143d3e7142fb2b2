import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Corner } from "@/components/account/corner";
import { PublicFrame } from "@/components/shell/public-frame";
import { NewPasswordForm } from "@/components/sign-up/new-password-form";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { loadReset } from "@/lib/features/sign-up/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signUp.reset"))("newTitle") };
}

/** Where a reset link lands, its secret already in a cookie. */
export default async function NewPasswordPage() {
  const reset = await loadReset();
  const t = await getTranslations("signUp.reset");
  const product = (await getTranslations("words"))("product");
  if (!reset) {
    return (
      <PublicFrame product={product} title={t("gone")} subtitle={t("goneText")} corner={<Corner />}>
        <Button asChild variant="outline">
          <Link href="/reset">{t("again")}</Link>
        </Button>
      </PublicFrame>
    );
  }
  return (
    <PublicFrame
      product={product}
      title={t("newTitle")}
      subtitle={t("newSubtitle", { email: reset.email })}
      corner={<Corner />}
    >
      <NewPasswordForm email={reset.email} />
    </PublicFrame>
  );
}
