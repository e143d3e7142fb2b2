import type { ReactNode } from "react";
import { Mark } from "./mark";

/** The frame of the pages before sign-in: one sheet in the middle, language and theme in the corner. */
export function PublicFrame(props: {
  product: string;
  title: ReactNode;
  subtitle?: ReactNode;
  /** Language and theme switches. */
  corner?: ReactNode;
  /** Under the sheet: demo people, help. */
  below?: ReactNode;
  children: ReactNode;
}) {
  return (
    <main id="main" tabIndex={-1} className="flex min-h-dvh flex-col items-center px-4 py-6">
      <header className="flex w-full max-w-240 items-center gap-2 font-semibold">
        <Mark />
        {props.product}
        <div className="ml-auto flex items-center gap-2">{props.corner}</div>
      </header>
      <div className="my-auto w-full max-w-[400px] py-8">
        <section className="rounded-lg border border-line bg-sheet p-5 sm:p-6">
          <h1 className="font-semibold text-xl tracking-[-0.01em]">{props.title}</h1>
          {props.subtitle && <p className="mt-1 text-ink-2">{props.subtitle}</p>}
          <div className="mt-4">{props.children}</div>
        </section>
        {props.below && <div className="mt-4">{props.below}</div>}
      </div>
    </main>
  );
}
