"use client";

import dynamic from "next/dynamic";

// Its parts come when they are needed: every page brings this file along.
const ErrorState = dynamic(() => import("@/components/ui/error-state"), { ssr: false });

export default function Failed({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main id="main" className="grid min-h-dvh place-items-center">
      <ErrorState request={error.digest} retry={reset} />
    </main>
  );
}
