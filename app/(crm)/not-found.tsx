import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Page } from "@/components/ui/page";

/** Never was, moved away, out of reach, not allowed: one answer, with the navigation still around it. */
export default async function NotFound() {
  const t = await getTranslations("navigation.notFound");
  return (
    <Page title={t("title")}>
      <EmptyState
        title={t("text")}
        action={
          <Button asChild variant="outline">
            <Link href="/book">{t("back")}</Link>
          </Button>
        }
      />
    </Page>
  );
}
