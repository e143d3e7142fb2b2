import { redirect } from "next/navigation";

/** The first screen of the day. */
export default function HomePage() {
  redirect("/book");
}
