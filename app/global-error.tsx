"use client";

import "./globals.css";

// The layout itself failed, so there are no messages and no theme here: both languages, and plain.
export default function Broken({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <main className="grid min-h-dvh place-items-center p-6 text-center">
          <div role="alert" className="flex max-w-[52ch] flex-col items-center gap-2">
            <h1 className="font-semibold text-xl">Something went wrong · Что-то сломалось</h1>
            <p className="text-ink-2">Nothing of yours is lost. · Ваши данные на месте.</p>
            {error.digest && <code className="select-all text-ink-3 text-xs">{error.digest}</code>}
            <button type="button" className="control h-control px-3" onClick={retry}>
              Try again · Попробовать снова
            </button>
          </div>
        </main>
      </body>
    </html>
  );
}
