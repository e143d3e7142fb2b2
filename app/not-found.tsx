import { getTranslations } from "next-intl/server";
import { PublicFrame } from "@/components/shell/public-frame";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";

/** Never was, moved away, out of reach: one answer. */
export default async function NotFound() {
  const t = await getTranslations("navigation.notFound");
  const words = await getTranslations("words");
  return (
    <PublicFrame product={words("product")} title={t("title")} subtitle={t("text")}>
      <Button asChild variant="outline">
        <Link href="/">{t("back")}</Link>
      </Button>
    </PublicFrame>
  );
}
