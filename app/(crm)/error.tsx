"use client";

import dynamic from "next/dynamic";

const ErrorState = dynamic(() => import("@/components/ui/error-state"), { ssr: false });

/** A page failed; the navigation around it still works. */
export default function Failed({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <ErrorState request={error.digest} retry={reset} />;
}
