import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RowsScreen } from "@/components/targets/rows/rows-screen";
import { loadTargetRows } from "@/lib/features/targets/queries/rows";
import { rowFilter } from "@/lib/features/targets/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("targets.rows"))("title") };
}

export default async function TargetRowsRoute({ searchParams }: PageProps<"/targets/rows">) {
  return <RowsScreen page={await loadTargetRows(rowFilter.parse(await searchParams))} />;
}
