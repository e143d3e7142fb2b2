"use client";

import dynamic from "next/dynamic";

const FailedPage = dynamic(() => import("@/components/ui/failed-page"), { ssr: false });

/** A page failed; the navigation around it still works. */
export default function Failed({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return <FailedPage digest={error.digest} retry={retry} />;
}
