"use client";

import dynamic from "next/dynamic";

// Its parts come when they are needed: every page brings this file along.
const FailedPage = dynamic(() => import("@/components/ui/failed-page"), { ssr: false });

export default function Failed({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <main id="main" className="grid min-h-dvh place-items-center">
      <FailedPage digest={error.digest} retry={retry} />
    </main>
  );
}
