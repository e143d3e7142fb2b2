import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Corner } from "@/components/account/corner";
import { PublicFrame } from "@/components/shell/public-frame";
import { ResetForm } from "@/components/sign-up/reset-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signUp.reset"))("title") };
}

export default async function ResetPage() {
  const t = await getTranslations("signUp.reset");
  const words = await getTranslations("words");
  return (
    <PublicFrame product={words("product")} title={t("title")} subtitle={t("subtitle")} corner={<Corner />}>
      <ResetForm />
    </PublicFrame>
  );
}
