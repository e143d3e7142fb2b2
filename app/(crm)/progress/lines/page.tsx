import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CreditLinesView } from "@/components/progress/credit-lines-view";
import { loadCreditLines } from "@/lib/features/progress/queries";
import { creditLineFilter } from "@/lib/features/progress/schema";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("progress");
  return { title: t("title") };
}

export default async function CreditLinesPage({ searchParams }: PageProps<"/progress/lines">) {
  return <CreditLinesView found={await loadCreditLines(creditLineFilter.parse(await searchParams))} />;
}
