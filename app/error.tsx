"use client";

import { ErrorState } from "@/components/ui/error-state";

export default function Failed({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main id="main" className="grid min-h-dvh place-items-center">
      <ErrorState request={error.digest} retry={reset} />
    </main>
  );
}
