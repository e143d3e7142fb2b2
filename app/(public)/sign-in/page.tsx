import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Corner } from "@/components/account/corner";
import { PublicFrame } from "@/components/shell/public-frame";
import { SignInForm } from "@/components/sign-up/sign-in-form";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { findAccount } from "@/lib/access/session";
import { DEMO_PASSWORD } from "@/lib/features/sign-up/demo";
import { loadSignIn } from "@/lib/features/sign-up/queries";
import { signInParams } from "@/lib/features/sign-up/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signUp.signIn"))("title") };
}

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { to, reset } = signInParams.parse(await searchParams);
  if (await findAccount()) redirect("/");
  const { firstRun, demo } = await loadSignIn();
  const t = await getTranslations("signUp");
  const words = await getTranslations("words");
  return (
    <PublicFrame product={words("product")} title={t("signIn.title")} corner={<Corner />}>
      {reset && <p className="mb-3 rounded-md bg-green-soft px-3 py-2 text-green">{t("signIn.resetDone")}</p>}
      {firstRun ? (
        <div className="flex flex-col gap-3">
          <p className="text-ink-2">{t("firstRun.offer")}</p>
          <Button asChild size="lg">
            <Link href="/first-run">{t("firstRun.start")}</Link>
          </Button>
        </div>
      ) : (
        <SignInForm to={to} demo={demo} demoPassword={demo.length > 0 ? DEMO_PASSWORD : ""} />
      )}
    </PublicFrame>
  );
}
