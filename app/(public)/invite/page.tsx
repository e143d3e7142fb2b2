import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Corner } from "@/components/account/corner";
import { PublicFrame } from "@/components/shell/public-frame";
import { InvitationForm } from "@/components/sign-up/invitation-form";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { loadInvitation } from "@/lib/features/sign-up/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signUp.invite"))("submit") };
}

export default async function InvitePage() {
  const invitation = await loadInvitation();
  const t = await getTranslations("signUp.invite");
  const product = (await getTranslations("words"))("product");
  if (!invitation) {
    return (
      <PublicFrame product={product} title={t("gone")} subtitle={t("goneText")} corner={<Corner />}>
        <Button asChild variant="outline">
          <Link href="/sign-in">{(await getTranslations("signUp.reset"))("back")}</Link>
        </Button>
      </PublicFrame>
    );
  }
  return (
    <PublicFrame
      product={product}
      title={t("title", { company: invitation.company })}
      subtitle={t(invitation.known ? "known" : "new")}
      corner={<Corner />}
    >
      <InvitationForm invitation={invitation} />
    </PublicFrame>
  );
}
