import { redirect } from "next/navigation";
import { loadHome } from "@/lib/features/today/queries";

/** The first screen of the day. */
export default async function HomePage() {
  if ((await loadHome()) === "/today") redirect("/today");
  redirect("/book");
}
