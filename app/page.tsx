import { redirect } from "next/navigation";
import { loadHome } from "@/lib/features/today/queries";

/** The first screen of the day. */
export default async function HomePage() {
  redirect(await loadHome());
}
