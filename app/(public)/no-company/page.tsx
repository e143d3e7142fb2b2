import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Corner } from "@/components/account/corner";
import { NoCompany } from "@/components/account/no-company";
import { PublicFrame } from "@/components/shell/public-frame";
import { findAccount } from "@/lib/access/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signUp.noCompany"))("title") };
}

/** Signed in, but the company of this session is no longer theirs (or there never was one). */
export default async function NoCompanyPage() {
  const account = await findAccount();
  if (!account) redirect("/sign-in");
  if (account.companies.some(({ current }) => current)) redirect("/");
  const t = await getTranslations("signUp.noCompany");
  const words = await getTranslations("words");
  return (
    <PublicFrame
      product={words("product")}
      title={t("title")}
      subtitle={t("text", { email: account.email })}
      corner={<Corner />}
    >
      <NoCompany companies={account.companies} />
    </PublicFrame>
  );
}
